import { assertEquals } from "@std/assert";
import { STEADY_KEY } from "../../lib/notebook/display.ts";
import { table } from "../../lib/notebook/table.ts";
import { outdated } from "../../scripts/notebooks/comparison.ts";
import type { Cell, Document, Output } from "../../scripts/notebooks/document.ts";
import { withSolutions } from "../../scripts/notebooks/exercises.ts";
import { recorded } from "../../scripts/notebooks/outputs.ts";

const VIEW = table([{ topic: "ticks", sent: "10:31" }], { varying: ["sent"] });

const SOURCE: Document = {
  cells: [
    code("first", "await show(topics);"),
    code("stub", "const sum = NaN;", ["exercise"]),
    code("check", "await check(sum);", ["check"]),
    {
      cell_type: "markdown",
      id: "solution",
      metadata: { tags: ["solution"] },
      source: "```ts\nconst sum = 2;\n```",
    },
    code("last", "await show(sum);"),
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
};

function code(id: string, source: string, tags: string[] = []): Cell {
  return { cell_type: "code", id, metadata: { tags }, source, outputs: [], execution_count: null };
}

function shown(plain: string): Output {
  return { output_type: "display_data", data: { "text/plain": plain }, metadata: {} };
}

/** A run with solutions, in which one cell shows something else than usual. */
function run(last: Output[] = [shown("sum\n2 in all"), shown("done")]): Document {
  const outputs: Record<string, Output[]> = {
    first: [{
      output_type: "display_data",
      data: { ...VIEW.data },
      metadata: { [STEADY_KEY]: VIEW.steady },
    }],
    "stub-solution": [shown("not of the notebook")],
    last,
  };
  const solved = withSolutions(SOURCE);
  return {
    ...solved,
    cells: solved.cells.map((cell) => ({ ...cell, outputs: outputs[cell.id] ?? [] })),
  };
}

const COMMITTED = recorded(SOURCE, run());
const REMEDY = "deno task notebooks run makes the outputs again";

Deno.test("a run that gives what is committed is told nothing of, whatever its solutions show", () => {
  assertEquals(outdated(COMMITTED, run()), []);
  const inLines = structuredClone(COMMITTED);
  for (const output of inLines.cells.flatMap((cell) => cell.outputs ?? [])) {
    output.data = Object.fromEntries(
      Object.entries(output.data ?? {}).map(([type, text]) => [type, [text].flat()]),
    );
  }
  assertEquals(outdated(inLines, run()), []);
});

Deno.test("a committed output that was doctored is found, with its cell and both texts", () => {
  const doctored = JSON.parse(JSON.stringify(COMMITTED).replaceAll("ticks", "tacks"));
  const faults = outdated(doctored, run());
  assertEquals(faults, [
    "'await show(topics);': its output 1 (text/plain) is committed as 'tacks  …', and its code " +
    `gives 'ticks  …'; ${REMEDY}`,
  ]);
  const markup = JSON.parse(JSON.stringify(COMMITTED).replace(">ticks<", ">tacks<"));
  const [fault = "", ...others] = outdated(markup, run());
  assertEquals([fault.includes("output 1 (text/html)"), others], [true, []]);
});

Deno.test("an output too many, too few, or in another form is a difference", () => {
  const faults = (last: Output[]) => outdated(COMMITTED, run(last));
  assertEquals(faults([shown("sum\n2 in all")]), [
    `'await show(sum);': its output 2 (text/plain) is committed as 'done', and its code gives nothing; ${REMEDY}`,
  ]);
  assertEquals(faults([shown("sum\n2 in all"), shown("done"), shown("more")]), [
    `'await show(sum);': its output 3 (text/plain) is committed as nothing, and its code gives 'more'; ${REMEDY}`,
  ]);
  assertEquals(faults([shown("sum\n3 in all"), shown("done")]), [
    `'await show(sum);': its output 1 (text/plain) is committed as '2 in all', and its code gives '3 in all'; ${REMEDY}`,
  ]);
});

Deno.test("a run whose output cannot be committed, or is missing, is a fault too", () => {
  assertEquals(outdated(COMMITTED, run([])), [
    "What cell 'await show(sum);' shows did not arrive: run it once more",
  ]);
  const [fault = ""] = outdated(COMMITTED, run([shown("at 127.0.0.1:53211")]));
  assertEquals(fault.startsWith("An output of cell 'await show(sum);' holds a port"), true);
});

Deno.test("a cell that was never run is found by its number", () => {
  const unrun = structuredClone(COMMITTED);
  for (const cell of unrun.cells) if (cell.id === "last") cell.execution_count = null;
  assertEquals(outdated(unrun, run()), [
    `'await show(sum);': its number is committed as 'none', and its code gives '2'; ${REMEDY}`,
  ]);
});
