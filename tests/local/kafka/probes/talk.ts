/**
 * Several questions to a broker, one after another.
 * @module
 */
import { until } from "../../../until.ts";
import { type Fields, type Probe, shape } from "./probe.ts";

/** A question. */
export type Question = [api: string, version: number, body: Fields];

/** A change, and what it is seen by: Kafka makes a change first and takes note of it later. */
export type Change = { change: Question; seenBy: Question };

/** Lists that have no order. */
const UNORDERED = new Set([
  ...["configs", "entries", "entity", "values", "results", "credentialInfos", "configResources"],
]);

/** An answer, its lists without an order in the order of their text. */
export function inOrder(answer: unknown): unknown {
  return ordered(shape(answer), "");
}

function ordered(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => ordered(item, ""));
    if (!UNORDERED.has(name)) return items;
    return items.map((item) => JSON.stringify(item)).sort().map((text) => JSON.parse(text));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, ordered(field, name)]),
  );
}

/** Asks several questions, one after another, and keeps all answers. */
export const talk = (...steps: (Question | Change)[]): Probe => async (ask) => {
  const answers: unknown[] = [];
  const answer = async (question: Question) => inOrder(await ask(...question));
  for (const step of steps) {
    if (Array.isArray(step)) {
      answers.push(await answer(step));
      continue;
    }
    const before = JSON.stringify(await answer(step.seenBy));
    answers.push(await answer(step.change));
    await until(
      async () => JSON.stringify(await answer(step.seenBy)) !== before,
      `${JSON.stringify(step.change)} is seen`,
    );
    answers.push(await answer(step.seenBy));
  }
  return answers;
};
