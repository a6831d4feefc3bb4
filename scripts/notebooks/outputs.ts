/**
 * Outputs as they are committed: the same bytes from every run and every machine.
 * @module
 */
import { homedir } from "node:os";
import { projectDir } from "../../lib/config.ts";
import { STEADY_KEY } from "../../lib/notebook/display.ts";
import { withoutFitting } from "../../lib/notebook/picture.ts";
import type { MimeBundle } from "../../lib/notebook/view.ts";
import { type Cell, type Document, hasTag, type Output, textOf } from "./document.ts";

/** Metadata every notebook has: the kernel, and nothing of the machine that ran it. */
const METADATA = {
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
  },
};

/** When the committed outputs' records were sent, whenever that was. */
const SENT = { hour: "dt=2026-01-15/hour=09", epochMs: "1768467600000" };

const DAY_MS = 86_400_000;

/** What a cell calls to be seen. */
const SHOWS = /\b(?:show|showFailure|live|setup|prepare|progressBar)\(/;

/** An output that cannot be committed, or one that is missing. */
export class OutputError extends Error {
  override name = "OutputError";
}

/**
 * Makes a run's outputs ready to be committed: stand-ins where a view has some, no timings, nothing
 * of the exercises, which are the reader's.
 *
 * @param source The notebook that was run
 * @param executed The same with outputs, and maybe with more cells
 * @returns The notebook to commit
 * @throws {OutputError} An output holds something that differs from run to run or from machine to machine
 */
export function recorded(source: Document, executed: Document): Document {
  const outputs = new Map(executed.cells.map((cell) => [cell.id, cell.outputs ?? []]));
  let count = 0;
  const cells = source.cells.map((cell): Cell => {
    if (cell.cell_type !== "code") return cell;
    if (hasTag(cell, "exercise") || hasTag(cell, "check")) {
      return { ...cell, execution_count: null, outputs: [] };
    }
    count += 1;
    return { ...cell, execution_count: count, outputs: steadyOutputs(cell, outputs.get(cell.id)) };
  });
  return { ...source, cells, metadata: METADATA, nbformat: 4, nbformat_minor: 5 };
}

function steadyOutputs(cell: Cell, outputs: readonly Output[] = []): Output[] {
  if (outputs.length === 0 && SHOWS.test(textOf(cell.source))) {
    throw new OutputError(`What cell '${firstLine(cell)}' shows did not arrive: run it once more`);
  }
  return outputs.map((output) => steady(cell, output));
}

function steady(cell: Cell, output: Output): Output {
  if (output.output_type !== "display_data") {
    const what = output.evalue ?? textOf(output.text ?? output.data?.["text/plain"]);
    throw new OutputError(
      `Cell '${firstLine(cell)}' puts out something past show(): ${output.output_type} ${what}`,
    );
  }
  const standIn = output.metadata?.[STEADY_KEY] as MimeBundle | undefined;
  const data = Object.fromEntries(
    Object.entries(standIn ?? withoutFitting(output.data ?? {})).map(([type, text]) => [
      type,
      withoutTimes(textOf(text)),
    ]),
  );
  for (const text of Object.values(data)) requireSteady(cell, text);
  return { output_type: "display_data", data, metadata: {} };
}

/** Puts one time in the place of those of this run, in folders' names and as Kafka's timestamps. */
function withoutTimes(text: string): string {
  const isOfRun = (epochMs: number) => Math.abs(Date.now() - epochMs) < DAY_MS;
  return text
    .replaceAll(
      /dt=(\d{4}-\d\d-\d\d)\/hour=(\d\d)/g,
      (hour, day: string, time: string) =>
        isOfRun(Date.parse(`${day}T${time}:00Z`)) ? SENT.hour : hour,
    )
    .replaceAll(/\b\d{13}\b/g, (digits) => isOfRun(Number(digits)) ? SENT.epochMs : digits);
}

/** What begins the codes that colour a terminal's text. */
const ESCAPE = "\u001b\\[";

/** What gives away the run or the machine, and what it is. */
const VARYING: readonly (readonly [pattern: RegExp, what: string])[] = [
  [new RegExp(ESCAPE), "an ANSI escape"],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/, "a random id"],
  [new RegExp(`\\b${new Date().toISOString().slice(0, 10)}\\b`), "today's date"],
  [/\b127\.0\.0\.1:(?!9092\b|4566\b)\d{4,5}\b/, "a port"],
];

function requireSteady(cell: Cell, text: string): void {
  const found = VARYING.find(([pattern]) => pattern.test(text))?.[1] ??
    [projectDir, homedir()].filter((path) => text.includes(path)).map(() => "a path")[0];
  if (found === undefined) return;
  throw new OutputError(
    `An output of cell '${
      firstLine(cell)
    }' holds ${found}, which differs from run to run or from ` +
      "machine to machine: name it in the view's `varying`",
  );
}

/**
 * Gives the first line of a cell, to name it by.
 *
 * @param cell The cell
 * @returns Its first line
 */
export function firstLine(cell: Cell): string {
  return textOf(cell.source).split("\n")[0] ?? "";
}
