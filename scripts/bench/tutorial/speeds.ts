/**
 * How fast the programs are, and the memory they take.
 * @module
 */
import { formatBytes, formatCount, plural } from "../../cli/format.ts";
import type { BenchContext, Finding } from "../benchmark.ts";
import { inTurns } from "../figures.ts";
import { atLeast } from "../findings.ts";
import { type Measured, outcome, type Programs, type Services } from "./programs.ts";

const ROUNDS = 3;

/** Least times the tutorial's records a second. */
const LEAST = 100;

/**
 * Measures them in turns. Nothing is between a program and the services meanwhile.
 *
 * @param all The programs
 * @param services What they work with
 * @param context What the benchmark was given
 * @returns The findings
 */
export async function speeds(
  all: Programs,
  services: Services,
  { note }: BenchContext,
): Promise<Finding[]> {
  const runs = new Map<string, Measured[]>();
  const measured = async (name: keyof Programs) => {
    note(name);
    const run = await outcome(all[name](services));
    runs.set(name, [...runs.get(name) ?? [], run]);
    return run.records / run.seconds;
  };
  const names = [
    "tutorial's producer, no sleep",
    "produce --rate max",
    "tutorial's consumer",
    "consume",
  ] as const;
  const rate = {
    ...await inTurns(ROUNDS, {
      [names[0]]: () => measured(names[0]),
      [names[1]]: () => measured(names[1]),
      [names[2]]: () => measured(names[2]),
      [names[3]]: () => measured(names[3]),
    }),
    "tutorial's producer": await measured("tutorial's producer"),
  };
  const row = (name: keyof Programs): Finding => ({
    what: name,
    figure: describe(rate[name], runs.get(name) ?? []),
  });
  const ours = rate["produce --rate max"];
  return [
    row("tutorial's producer, no sleep"),
    row("tutorial's producer"),
    row("produce --rate max"),
    {
      what: "produce to tutorial's producer, no sleep",
      figure: formatCount(ours / rate["tutorial's producer, no sleep"]),
    },
    atLeast("produce to tutorial's producer", ours / rate["tutorial's producer"], LEAST),
    row("tutorial's consumer"),
    row("consume"),
    atLeast(
      "consume to tutorial's consumer",
      rate.consume / rate["tutorial's consumer"],
      LEAST,
    ),
  ];
}

function describe(perSecond: number, runs: readonly Measured[]): string {
  const { records = 0, objects } = runs.at(-1) ?? {};
  const peak = Math.max(...runs.map((run) => run.peak ?? NaN));
  return [
    `${perSecond < 10 ? perSecond.toFixed(1) : formatCount(perSecond)}/s`,
    ...objects === undefined
      ? []
      : [`${plural(records, "record")} in ${plural(objects, "object")}`],
    ...Number.isNaN(peak) ? [] : [`${formatBytes(peak)} of memory`],
  ].join(", ");
}
