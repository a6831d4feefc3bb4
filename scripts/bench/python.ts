/**
 * Python with packages of PyPI, for programs that other people's libraries run.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";

/**
 * Tells whether a program is here.
 *
 * @param name Program on the path
 * @param args Arguments that make it answer and end
 * @returns Whether it ended well
 */
export async function hasProgram(name: string, args: string[]): Promise<boolean> {
  try {
    const asked = new Deno.Command(name, { args, stdout: "null", stderr: "null" });
    return (await asked.output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Installs packages into a folder of their own, once.
 *
 * @param packages Packages with their versions
 * @returns Settings with which `python3` finds them
 * @throws {TickertapeError} `pip` could not install them
 */
export async function pythonWith(packages: readonly string[]): Promise<Record<string, string>> {
  const wanted = packages.join(" ");
  const dir = join(projectDir, ".local", "bench", "python");
  const marker = join(dir, "installed.txt");
  if (await readText(marker) !== wanted) {
    const { success, stderr } = await new Deno.Command("python3", {
      args: ["-m", "pip", "install", "--quiet", "--upgrade", "--target", dir, ...packages],
      stdout: "null",
    }).output();
    if (!success) {
      throw new TickertapeError({
        code: "BENCH_PYTHON",
        message: `pip could not install ${wanted}: ` +
          new TextDecoder().decode(stderr).trim().split("\n").at(-1),
        remedy: "Check that pip reaches its index, then run this again.",
      });
    }
    await Deno.writeTextFile(marker, wanted);
  }
  return { PYTHONPATH: dir };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
