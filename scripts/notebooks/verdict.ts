/**
 * What a run of a notebook with its solutions says about it.
 * @module
 */
import { type Cell, type Document, hasTag, textOf } from "./document.ts";
import { firstLine } from "./outputs.ts";

/** Seconds a set-up cell may take where packages are cached, and any other cell. */
const MOST_SECONDS = { setup: 3, cell: 20 };

/** What is wrong with a notebook, and what is slow. */
export interface Verdict {
  faults: string[];
  /** Cells over the limit; they depend on the machine, so they are said and fail nothing. */
  slow: string[];
}

/**
 * Judges a run of a notebook into which the exercises' solutions were put.
 *
 * @param executed The notebook with its outputs
 * @returns Faults: a cell that threw, a check that did not
 */
export function judge(executed: Document): Verdict {
  const faults: string[] = [];
  const slow: string[] = [];
  const code = executed.cells.filter((cell) => cell.cell_type === "code");
  code.forEach((cell, index) => {
    const fault = faultOf(cell);
    if (fault !== undefined) faults.push(`'${firstLine(cell)}': ${fault}`);
    const seconds = secondsOf(cell);
    const most = index === 0 ? MOST_SECONDS.setup : MOST_SECONDS.cell;
    if (seconds > most) slow.push(`'${firstLine(cell)}' took ${seconds.toFixed(1)} s`);
  });
  return { faults, slow };
}

function faultOf(cell: Cell): string | undefined {
  const error = cell.outputs?.find((output) => output.output_type === "error");
  if (!hasTag(cell, "check")) {
    if (error === undefined) return undefined;
    return `threw ${error.ename}: ${textOf(error.traceback?.join("\n")) || error.evalue}`;
  }
  // The kernel says an error's name and message; a check names its exercise and its hint in it.
  if (error === undefined) return "the check passes for the untouched stub";
  if (error.ename !== "ExerciseError" || !/\nHint: \S/.test(error.evalue ?? "")) {
    return `the check of the untouched stub gives no hint, but ${error.ename}: ${error.evalue}`;
  }
  return undefined;
}

function secondsOf(cell: Cell): number {
  const timing = cell.metadata.execution ?? {};
  const from = Date.parse(timing["iopub.status.busy"] ?? "");
  const to = Date.parse(timing["iopub.status.idle"] ?? "");
  return Number.isNaN(to - from) ? 0 : (to - from) / 1000;
}
