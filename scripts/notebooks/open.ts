/**
 * Opens the notebooks in the user's own Jupyter.
 * @module
 */
import { projectDir } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import type { TaskContext } from "../cli/task.ts";
import { run } from "./command.ts";
import { notebookPaths } from "./document.ts";
import { ensureKernel, findJupyter } from "./jupyter.ts";
import { selectNotebooks } from "./selection.ts";

/**
 * Opens JupyterLab or Notebook on the notebooks, having installed the Deno kernel where it is
 * missing, and stays until that ends.
 *
 * @param context What every task is given; the first notebook that its arguments choose is opened
 * @param options Whether a browser is opened
 * @throws {TickertapeError} There is no Jupyter, or it ended with an error
 */
export async function openNotebooks(
  context: TaskContext,
  options: { browser: boolean },
): Promise<void> {
  const [first = ""] = selectNotebooks(context.args);
  const [program, ...args] = await findJupyter();
  if (await ensureKernel()) context.log("Installed the Deno kernel for Jupyter.");
  // Without it JupyterLab shows no picture of a notebook that others have run.
  await run("jupyter", ["trust", ...notebookPaths()]);
  const jupyter = new Deno.Command(program, {
    args: [
      ...args,
      first,
      // Without it the first Ctrl-C asks a question.
      "--ServerApp.answer_yes=True",
      `--ServerApp.root_dir=${projectDir}`,
      ...(options.browser ? [] : ["--no-browser"]),
    ],
    cwd: projectDir,
  }).spawn();
  const end = () => {
    try {
      jupyter.kill("SIGTERM");
    } catch (error) {
      // Ctrl-C reaches it by itself, too: it may have ended already.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  context.signal.addEventListener("abort", end, { once: true });
  const { success, code } = await jupyter.status;
  context.log("The embedded stack goes on, if a notebook started it: deno task local --status");
  if (success || context.signal.aborted) return;
  throw new TickertapeError({
    code: "JUPYTER_FAILED",
    message: `${[program, ...args].join(" ")} ended with exit code ${code}`,
    remedy: "What it printed above says why.",
  });
}
