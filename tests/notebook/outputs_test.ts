import { assertEquals, assertThrows } from "@std/assert";
import { table } from "../../lib/notebook/table.ts";
import { STEADY_KEY } from "../../lib/notebook/display.ts";
import type { Cell, Document, Output } from "../../scripts/notebooks/document.ts";
import { exercisesOf, withSolutions } from "../../scripts/notebooks/exercises.ts";
import { faultsOfCells, moduleOf } from "../../scripts/notebooks/cells.ts";
import { recorded } from "../../scripts/notebooks/outputs.ts";
import { judge } from "../../scripts/notebooks/verdict.ts";

function code(id: string, source: string, tags: string[] = [], outputs: Output[] = []): Cell {
  return { cell_type: "code", id, metadata: { tags }, source, outputs, execution_count: null };
}

function text(id: string, source: string, tags: string[] = []): Cell {
  return { cell_type: "markdown", id, metadata: { tags }, source };
}

function notebook(...cells: Cell[]): Document {
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

function shown(plain: string, metadata: Record<string, unknown> = {}): Output {
  return { output_type: "display_data", data: { "text/plain": plain }, metadata };
}

const EXERCISE = [
  text("t", "Add them."),
  code("stub", "const sum = NaN;", ["exercise"]),
  code("check", "await check(sum);", ["check", "raises-exception"]),
  text("solution", "<details>\n\n```ts\nconst sum = 2;\n```\n\n</details>", ["solution"]),
];

function hint(): Output {
  return { output_type: "error", ename: "ExerciseError", evalue: "1: not yet.\nHint: try" };
}

Deno.test("committed outputs have stand-ins for what varies, and one time for every run", () => {
  const view = table([{ sent: "10:31" }], { varying: ["sent"] });
  const now = Date.now();
  const [day, time = ""] = new Date(now).toISOString().split("T");
  const folder = `dt=${day}/hour=${time.slice(0, 2)}`;
  const source = notebook(code("a", "await show()"));
  const executed = notebook(code("a", "await show()", [], [
    shown("sent\n10:31", { [STEADY_KEY]: view.steady }),
    shown(`x/${folder}/t+0+00.jsonl.gz at ${now} in dt=2024-02-29/hour=12`),
  ]));
  const cell = recorded(source, executed).cells[0];
  assertEquals(cell?.outputs?.map((output) => output.data?.["text/plain"]), [
    "sent\n…",
    "x/dt=2026-01-15/hour=09/t+0+00.jsonl.gz at 1768467600000 in dt=2024-02-29/hour=12",
  ]);
  assertEquals(cell?.outputs?.[0]?.metadata, {});
});

Deno.test("an output that gives away the run or the machine is refused", () => {
  const today = new Date().toISOString().slice(0, 10);
  for (
    const varying of [
      "id 3f2b8c1e-9d4a-4c6b-8e2f-1a2b3c4d5e6f",
      "at 127.0.0.1:53211",
      `on ${today}`,
      "\u001b[33m2\u001b[39m",
    ]
  ) {
    const executed = notebook(code("a", "1", [], [shown(varying)]));
    assertThrows(() => recorded(executed, executed), Error, "An output of cell '1' holds");
  }
  const printed = notebook(code("a", "1", [], [{ output_type: "stream", text: "hello" }]));
  assertThrows(() => recorded(printed, printed), Error, "past show()");
});

Deno.test("what a cell shows has to be there", () => {
  const silent = notebook(code("a", "await show(x);"));
  assertThrows(() => recorded(silent, silent), Error, "did not arrive");
  assertEquals(recorded(notebook(code("a", "f();")), notebook(code("a", "f();"))).cells.length, 1);
});

Deno.test("exercises are committed untouched, and do not count", () => {
  const [first, stub, check, solution] = EXERCISE as [Cell, Cell, Cell, Cell];
  const executed = notebook(
    first,
    { ...stub, outputs: [shown("x")] },
    {
      ...check,
      outputs: [hint()],
    },
    solution,
    code("last", "2", [], [shown("2")]),
  );
  const cells = recorded(executed, executed).cells;
  assertEquals(cells.map((cell) => cell.execution_count), [undefined, null, null, undefined, 1]);
  assertEquals(cells[2]?.outputs, []);
});

Deno.test("a run with solutions has each check twice: for the stub, and for the solution", () => {
  const cells = withSolutions(notebook(...EXERCISE)).cells.filter((c) => c.cell_type === "code");
  assertEquals(cells.map((cell) => String(cell.source).trim()), [
    "const sum = NaN;",
    "await check(sum);",
    "const sum = 2;",
    "await check(sum);",
  ]);
  assertEquals(cells[3]?.metadata, {});
});

Deno.test("an exercise without a solution, or out of order, is an error", () => {
  const [first, stub, check, solution] = EXERCISE as [Cell, Cell, Cell, Cell];
  assertThrows(() => exercisesOf(notebook(first, stub, check)), Error, "in this order");
  assertThrows(() => exercisesOf(notebook(first, stub, solution, check)), Error, "in this order");
  const empty = { ...solution, source: "none" };
  assertThrows(() => exercisesOf(notebook(stub, check, empty)), Error, "no code block");
});

Deno.test("a verdict: every error counts, and so does a check that lets a stub pass", () => {
  const failed: Output = {
    output_type: "error",
    ename: "TypeError",
    evalue: "x",
    traceback: ["x"],
  };
  assertEquals(judge(notebook(code("a", "1"))).faults, []);
  assertEquals(judge(notebook(code("a", "1", [], [failed]))).faults.length, 1);
  const tags = ["check", "raises-exception"];
  assertEquals(judge(notebook(code("a", "1", tags, [hint()]))).faults, []);
  assertEquals(judge(notebook(code("a", "1", tags, [failed]))).faults.length, 1);
  assertEquals(judge(notebook(code("a", "1", tags))).faults, [
    "'1': the check passes for the untouched stub",
  ]);
});

Deno.test("cells become a module: relative imports absolute, solutions in the place of stubs", () => {
  const document = notebook(code("a", 'import { x } from "../lib/mod.ts";'), ...EXERCISE);
  const stubs = moduleOf(document, false);
  assertEquals(/from "file:\/\/\/.*\/lib\/mod\.ts"/.test(stubs), true);
  assertEquals([stubs.includes("NaN"), stubs.includes("sum = 2")], [true, false]);
  const solved = moduleOf(document, true);
  assertEquals([solved.includes("NaN"), solved.includes("sum = 2")], [false, true]);
});

Deno.test("a long cell, a cell without words before it, and too few exercises are faults", () => {
  const long = Array.from({ length: 16 }, (_, n) => `f(${n});`).join("\n");
  const seen = text("s", "**What you should see:** this\nand that.");
  const faults = faultsOfCells(
    notebook(
      text("t", "Words."),
      code("a", long),
      code("b", "g();"),
      seen,
      code("c", "h();"),
      seen,
    ),
  );
  assertEquals(faults, [
    "'f(0);' has 16 lines, more than 15",
    "'f(0);' is not followed by '**What you should see:**'",
    "'g();' has no sentence before it",
    "'h();' has no sentence before it",
    "there are 0 exercises, fewer than 3",
  ]);
});

Deno.test("a picture is committed without the form that fits it to a column", () => {
  const data = { "text/html": "<img>", "image/svg+xml": "<svg/>", "text/plain": "a chart" };
  const output = { ...shown(""), data };
  const source = notebook(code("a", "await show(chart)"));
  const { cells } = recorded(source, notebook(code("a", "await show(chart)", [], [output])));
  assertEquals(cells[0]?.outputs?.[0]?.data, {
    "image/svg+xml": "<svg/>",
    "text/plain": "a chart",
  });
});
