/**
 * Checks the notebooks: their cells as text, and as a run on the real kernel.
 * @module
 */
import { join } from "node:path";
import { TickertapeError } from "../../lib/errors.ts";
import type { TaskContext } from "../cli/task.ts";
import { checkCells, faultsOfCells } from "./cells.ts";
import { outdated } from "./comparison.ts";
import { type Document, notebookName, readDocument, writeDocument } from "./document.ts";
import { withSolutions } from "./exercises.ts";
import { formatNotebook } from "./format.ts";
import { startFreshStack } from "./fresh_stack.ts";
import { ensureRunner, execute } from "./runner.ts";
import { selectNotebooks } from "./selection.ts";
import { judge } from "./verdict.ts";

/**
 * Type-checks and lints the cells, then runs each notebook top to bottom on the Deno kernel under
 * Jupyter, on a fresh data folder of its own, with each exercise as a stub and then solved, and compares the
 * committed outputs with the run's.
 *
 * @param context What every task is given; its arguments choose notebooks
 * @returns What was checked
 * @throws {TickertapeError} Something is wrong with a notebook
 */
export async function checkNotebooks(
  context: TaskContext,
): Promise<{ notebooks: string[]; ran: boolean }> {
  const paths = selectNotebooks(context.args);
  const notebooks = new Map(paths.map((path) => [notebookName(path), readDocument(path)]));
  const faults = [...notebooks].flatMap(([name, document]) =>
    faultsOfCells(document).map((fault) => `${name}: ${fault}`)
  );
  for (const path of paths) {
    const text = Deno.readTextFileSync(path);
    if (await formatNotebook(text) === text) continue;
    faults.push(`${notebookName(path)}: is not formatted; deno task notebooks run mends it`);
  }
  context.progress.update("type-checking and linting the cells");
  const complaints = await checkCells(notebooks);
  if (complaints !== "") faults.push(complaints);
  const runner = await ensureRunner();
  if ("missing" in runner) {
    context.log(`skipped: running the notebooks under Jupyter. ${runner.missing}`);
  } else {
    for (const path of paths) {
      if (context.signal.aborted) break;
      context.progress.update(`running ${notebookName(path)}`);
      const executed = await runSolved(runner.python, path, context.signal);
      const { faults: thrown, slow } = judge(executed);
      const found = thrown.length > 0 ? thrown : outdated(readDocument(path), executed);
      for (const line of slow) context.log(`slow: ${notebookName(path)}: ${line}`);
      faults.push(...found.map((fault) => `${notebookName(path)}: ${fault}`));
      context.log(`${found.length === 0 ? "ok" : "FAILED"}: ${notebookName(path)}`);
    }
  }
  for (const fault of faults) context.log(fault);
  if (faults.length > 0) {
    throw new TickertapeError({
      code: "NOTEBOOKS_FAULTY",
      message: `${faults.length} fault${faults.length === 1 ? "" : "s"} in the notebooks`,
      remedy: "They are listed above, each with the notebook and the first line of its cell.",
    });
  }
  return { notebooks: [...notebooks.keys()], ran: "python" in runner };
}

async function runSolved(python: string, path: string, signal: AbortSignal): Promise<Document> {
  const folder = Deno.makeTempDirSync({ prefix: "tickertape-executed-" });
  const stack = await startFreshStack();
  try {
    const source = join(folder, "solved.ipynb");
    const target = join(folder, "executed.ipynb");
    writeDocument(source, withSolutions(readDocument(path)));
    const { hourBegan } = await execute(python, source, target, { env: stack.env, signal });
    if (!hourBegan) return readDocument(target);
  } finally {
    await stack.close();
    Deno.removeSync(folder, { recursive: true });
  }
  return await runSolved(python, path, signal);
}
