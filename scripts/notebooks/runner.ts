/**
 * A private Jupyter, which runs notebooks without a browser.
 * @module
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectDir } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { run } from "./command.ts";
import { NOTEBOOKS_DIR } from "./document.ts";

const REQUIREMENTS = fileURLToPath(new URL("./requirements.txt", import.meta.url));
const EXECUTE = fileURLToPath(new URL("./execute.py", import.meta.url));
const VENV = join(projectDir, ".local", "jupyter");
const WINDOWS = Deno.build.os === "windows";

/**
 * Makes the Python environment that runs notebooks, with pinned packages and the Deno kernel, where
 * it is missing or has other packages. Nothing outside of the project's data folder is changed.
 *
 * @returns Path of its Python, or why there is none
 */
export async function ensureRunner(): Promise<{ python: string } | { missing: string }> {
  const python = join(VENV, ...(WINDOWS ? ["Scripts", "python.exe"] : ["bin", "python"]));
  const wanted = createHash("sha256").update(Deno.readFileSync(REQUIREMENTS)).digest("hex");
  const stamp = join(VENV, "requirements.sha256");
  if (!existsSync(stamp) || Deno.readTextFileSync(stamp) !== wanted) {
    const made = await firstThatWorks(WINDOWS ? ["python", "py"] : ["python3", "python"]);
    if (made !== undefined) return { missing: made };
    const install = ["-m", "pip", "install", "-q", "--disable-pip-version-check"];
    const installed = await run(python, [...install, "-r", REQUIREMENTS]);
    if (!installed.ok) {
      return { missing: `pip could not install Jupyter: ${installed.text.trim()}` };
    }
    Deno.writeTextFileSync(stamp, wanted);
  }
  writeKernel();
  return { python };
}

async function firstThatWorks(pythons: readonly string[]): Promise<string | undefined> {
  let why = "";
  for (const python of pythons) {
    const { ok, text } = await run(python, ["-m", "venv", "--clear", VENV]);
    if (ok) return undefined;
    why ||= text.trim();
  }
  return `Python 3 with venv is needed (${why.split("\n")[0]})`;
}

/** The kernel of this very Deno, for the private Jupyter alone. */
function writeKernel(): void {
  const file = join(VENV, "share", "jupyter", "kernels", "deno", "kernel.json");
  Deno.mkdirSync(dirname(file), { recursive: true });
  Deno.writeTextFileSync(
    file,
    JSON.stringify({
      argv: [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"],
      display_name: "Deno",
      language: "typescript",
    }),
  );
}

/** Seconds after which a kernel that has not started, or a cell that has not ended, counts as stuck. */
const TIMEOUT_SECONDS = 600;

/**
 * Runs a notebook file on the Deno kernel and writes it with its outputs.
 *
 * @param python Python of the private Jupyter
 * @param source Path of the notebook to run
 * @param target Path to write to
 * @param options Environment of the kernel beside the process's own
 * @returns Whether a new hour began meanwhile: the sink's folders are hours, so such a run has more
 * of them than others
 * @throws {TickertapeError} `INTERRUPTED`: the signal ended it
 * @throws {Error} Jupyter itself failed: no kernel, or a cell that does not end
 */
export async function execute(
  python: string,
  source: string,
  target: string,
  options: { env: Record<string, string>; signal?: AbortSignal },
): Promise<{ hourBegan: boolean }> {
  const hour = new Date().getUTCHours();
  const args = [EXECUTE, source, target, NOTEBOOKS_DIR, String(TIMEOUT_SECONDS)];
  const { ok, text } = await run(python, args, options);
  if (options.signal?.aborted) {
    throw new TickertapeError({
      code: "INTERRUPTED",
      message: "The notebooks were stopped before their end",
      remedy: "Run it again when you want to know.",
    });
  }
  if (!ok) throw new Error(`Jupyter could not run ${source}:\n${text.trim()}`);
  return { hourBegan: new Date().getUTCHours() !== hour };
}
