/**
 * Makes the notebooks' outputs again.
 * @module
 */
import { join } from "node:path";
import { TickertapeError } from "../../lib/errors.ts";
import type { TaskContext } from "../cli/task.ts";
import { notebookName, readDocument, writeDocument } from "./document.ts";
import { formatNotebook } from "./format.ts";
import { startFreshStack } from "./fresh_stack.ts";
import { ensureRunner, execute } from "./runner.ts";
import { recorded } from "./outputs.ts";
import { selectNotebooks } from "./selection.ts";

/**
 * Runs the notebooks in order, all on one fresh data folder, and writes them with outputs that are
 * the same bytes every time.
 *
 * @param context What every task is given; its arguments choose notebooks
 * @returns Names of the notebooks written
 * @throws {TickertapeError} There is no Python to run Jupyter with, or a new hour began meanwhile
 */
export async function recordNotebooks(context: TaskContext): Promise<{ notebooks: string[] }> {
  const paths = selectNotebooks(context.args);
  const runner = await ensureRunner();
  if ("missing" in runner) {
    throw new TickertapeError({
      code: "PYTHON_MISSING",
      message: `Could not run the notebooks: ${runner.missing}`,
      remedy: "Install Python 3.10 or newer, with its venv module.",
    });
  }
  const stack = await startFreshStack();
  const folder = Deno.makeTempDirSync({ prefix: "tickertape-executed-" });
  const written: string[] = [];
  try {
    for (const path of paths) {
      if (context.signal.aborted) break;
      context.progress.update(`running ${notebookName(path)}`);
      const executed = join(folder, "executed.ipynb");
      const options = { env: stack.env, signal: context.signal };
      const { hourBegan } = await execute(runner.python, path, executed, options);
      if (hourBegan) throw hourBeganMeanwhile(path);
      writeDocument(path, recorded(readDocument(path), readDocument(executed)));
      Deno.writeTextFileSync(path, await formatNotebook(Deno.readTextFileSync(path)));
      written.push(notebookName(path));
      context.log(`wrote ${notebookName(path)}`);
    }
  } finally {
    await stack.close();
    Deno.removeSync(folder, { recursive: true });
  }
  return { notebooks: written };
}

function hourBeganMeanwhile(path: string): TickertapeError {
  return new TickertapeError({
    code: "HOUR_BEGAN",
    message:
      `Could not write ${notebookName(path)}: a new hour began while it ran, so its records ` +
      "lie in two folders",
    remedy: "Run it once more.",
  });
}
