/**
 * Python with packages of PyPI, for programs that other people's libraries run.
 * @module
 */
import { delimiter, join } from "node:path";
import { projectDir } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";

/** A Python with some packages. */
export interface Python {
  /** Folder the packages are in. */
  dir: string;
  /** Environment in which `python3` and its packages' programs are found. */
  env: Record<string, string>;
}

/**
 * Tells whether a program is here.
 *
 * @param name Program on the path
 * @param args Arguments that make it answer and end; `--version` by default
 * @returns Whether it ended well
 */
export async function hasProgram(name: string, args: string[] = ["--version"]): Promise<boolean> {
  try {
    const asked = new Deno.Command(name, { args, stdout: "null", stderr: "null" });
    return (await asked.output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether Python's packages can be had here: `python3` with `pip`. */
export function hasPython(): Promise<boolean> {
  return hasProgram("python3", ["-m", "pip", "--version"]);
}

/**
 * Installs packages into a folder of their own, once.
 *
 * @param name What they are for
 * @param packages Packages with their versions
 * @returns How to run Python with them
 * @throws {TickertapeError} `pip` could not install them
 */
export async function pythonWith(name: string, packages: readonly string[]): Promise<Python> {
  const wanted = packages.join("\n");
  const dir = join(projectDir, ".local", "python", name);
  const marker = join(dir, "installed.txt");
  if (await readText(marker) !== wanted) {
    const { success, stderr } = await new Deno.Command("python3", {
      args: ["-m", "pip", "install", "--quiet", "--upgrade", "--target", dir, ...packages],
      stdout: "null",
    }).output();
    if (!success) {
      throw new TickertapeError({
        code: "PYTHON_PACKAGES",
        message: `pip could not install ${packages.join(", ")}: ` +
          new TextDecoder().decode(stderr).trim().split("\n").at(-1),
        remedy: "Check that pip reaches its index, then run this again.",
      });
    }
    await Deno.writeTextFile(marker, wanted);
  }
  const path = [join(dir, "bin"), Deno.env.get("PATH") ?? ""].join(delimiter);
  return { dir, env: { PYTHONPATH: dir, PATH: path } };
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
