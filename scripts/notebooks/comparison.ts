/**
 * Whether the outputs that are committed with a notebook are those that its code gives.
 * @module
 */
import { type Cell, type Document, textOf } from "./document.ts";
import { firstLine, OutputError, recorded } from "./outputs.ts";

/**
 * Compares a notebook's committed outputs with those of a run.
 *
 * @param committed The notebook as it is committed
 * @param executed The same with the outputs of a run, and maybe with more cells
 * @returns One line for each cell that gives something else now, or for one that gives what cannot
 * be committed
 */
export function outdated(committed: Document, executed: Document): string[] {
  try {
    const given = recorded(committed, executed).cells;
    return committed.cells.flatMap((cell, index) => differenceOf(cell, given[index]) ?? []);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    return [error.message];
  }
}

function differenceOf(committed: Cell, given: Cell | undefined): string | undefined {
  const [old, now] = [partsOf(committed), partsOf(given)];
  const part = [...old.keys(), ...now.keys()].find((name) => old.get(name) !== now.get(name));
  if (part === undefined) return undefined;
  const [was, is] = excerpts(old.get(part), now.get(part));
  return `'${
    firstLine(committed)
  }': its ${part} is committed as ${was}, and its code gives ${is}; ` +
    "deno task notebooks run makes the outputs again";
}

/** Everything that is seen of a cell beside its source, by name: what reads best comes first. */
function partsOf(cell: Cell | undefined): Map<string, string> {
  const outputs = (cell?.outputs ?? []).flatMap(({ data = {} }, index) => {
    const { "text/plain": plain = "", ...rich } = data;
    return Object.entries({ "text/plain": plain, ...rich })
      .map(([type, text]): [string, string] => [`output ${index + 1} (${type})`, textOf(text)]);
  });
  return new Map([...outputs, ["number", String(cell?.execution_count ?? "none")]]);
}

/** Characters of an excerpt before and after the place where two texts differ. */
const AROUND = 40;

function excerpts(old: string | undefined, now: string | undefined): [string, string] {
  let same = 0;
  while (same < (old?.length ?? 0) && old?.[same] === now?.[same]) same++;
  const excerpt = (text: string | undefined) => {
    if (text === undefined) return "nothing";
    const from = Math.max(text.lastIndexOf("\n", same - 1) + 1, same - AROUND, 0);
    return `'${text.slice(from, same + AROUND).split("\n")[0]}'`;
  };
  return [excerpt(old), excerpt(now)];
}
