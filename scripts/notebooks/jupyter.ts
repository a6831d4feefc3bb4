/**
 * The user's own Jupyter, which opens the notebooks.
 * @module
 */
import { TickertapeError } from "../../lib/errors.ts";
import { run } from "./command.ts";

/** Ways to JupyterLab and Notebook; tools such as pipx put only the second of each on the PATH. */
const COMMANDS: readonly (readonly [program: string, ...args: string[]])[] = [
  ["jupyter", "lab"],
  ["jupyter-lab"],
  ["jupyter", "notebook"],
  ["jupyter-notebook"],
];

/**
 * Finds the user's own JupyterLab or Notebook.
 *
 * @returns The command line that opens it
 * @throws {TickertapeError} There is none
 */
export async function findJupyter(): Promise<readonly [program: string, ...args: string[]]> {
  for (const command of COMMANDS) {
    const [program, ...args] = command;
    if ((await run(program, [...args, "--version"])).ok) return command;
  }
  throw new TickertapeError({
    code: "JUPYTER_MISSING",
    message: "Could not open the notebooks: no JupyterLab and no Notebook is on the PATH",
    remedy: [
      "Install JupyterLab:  pip install jupyterlab     (or: pipx install --include-deps jupyterlab)",
      "Then run:            deno task notebooks",
      "Or open the folder in VS Code with its Jupyter and Deno extensions, and pick the kernel Deno.",
    ].join("\n"),
  });
}

/**
 * Installs this Deno as a kernel for the user's Jupyter, where Jupyter finds none, or one whose Deno
 * is gone or older.
 *
 * @returns Whether it was installed now
 * @throws {TickertapeError} It could not be installed, or Jupyter does not find it where Deno puts it
 */
export async function ensureKernel(): Promise<boolean> {
  if (await hasKernel() === true) return false;
  const { ok, text } = await run(Deno.execPath(), ["jupyter", "--install", "--force"]);
  if (!ok) {
    throw new TickertapeError({
      code: "KERNEL_NOT_INSTALLED",
      message: `Could not install the Deno kernel for Jupyter: ${text.trim().split("\n").at(-1)}`,
      remedy: "Install it yourself: deno jupyter --install",
    });
  }
  if (await hasKernel() === false) {
    throw new TickertapeError({
      code: "KERNEL_NOT_FOUND",
      message: "Deno has installed its kernel, but Jupyter does not find it there",
      remedy: "jupyter --paths lists the data folders in which Jupyter looks: " +
        "unset JUPYTER_DATA_DIR where it is set, and try again.",
    });
  }
  return true;
}

/** `undefined` where there is no `jupyter` to ask. */
async function hasKernel(): Promise<boolean | undefined> {
  const { ok, text } = await run("jupyter", ["kernelspec", "list", "--json"]);
  if (!ok) return undefined;
  const json = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  const { kernelspecs } = JSON.parse(json) as {
    kernelspecs: Record<string, { spec: { argv: string[] } }>;
  };
  const program = kernelspecs.deno?.spec.argv[0];
  if (program === undefined) return false;
  const version = /^deno (\S+)/m.exec((await run(program, ["--version"])).text)?.[1];
  return version !== undefined &&
    version.localeCompare(Deno.version.deno, "en", { numeric: true }) >= 0;
}
