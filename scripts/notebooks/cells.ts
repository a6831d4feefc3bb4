/**
 * The cells' code as modules, for what reads TypeScript and not notebooks: the type checker and the
 * linter.
 * @module
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectDir } from "../../lib/config.ts";
import { type Cell, type Document, hasTag, NOTEBOOKS_DIR, textOf } from "./document.ts";
import { exercisesOf } from "./exercises.ts";
import { run } from "./command.ts";

/** Most lines of code in a cell. */
const MOST_LINES = 15;

/** How the text after a cell begins. */
const EXPECTED = "**What you should see:**";

/**
 * Puts a notebook's cells together as one module.
 *
 * @param document The notebook
 * @param solved Whether the exercises' solutions stand in the place of their stubs
 * @returns TypeScript; relative imports are made absolute, so it can lie anywhere
 */
export function moduleOf(document: Document, solved: boolean): string {
  const solutions = new Map(
    solved ? exercisesOf(document).map(({ stub, solution }) => [stub.id, solution]) : [],
  );
  const base = pathToFileURL(join(NOTEBOOKS_DIR, "cell.ts"));
  const code = document.cells.filter((cell) => cell.cell_type === "code")
    .map((cell) => solutions.get(cell.id) ?? textOf(cell.source)).join("\n\n");
  const absolute = code.replaceAll(
    /(\bfrom\s+|\bimport\s*\(\s*)"(\.[^"]+)"/g,
    (_, before: string, path: string) => `${before}"${new URL(path, base)}"`,
  );
  return `${absolute}\nexport {};\n`;
}

/**
 * Finds what is wrong with a notebook's cells as text.
 *
 * @param document The notebook
 * @returns One line for each fault
 */
export function faultsOfCells(document: Document): string[] {
  const faults: string[] = [];
  document.cells.forEach((cell, index) => {
    if (cell.cell_type !== "code") return;
    const text = textOf(cell.source);
    const first = text.split("\n")[0] ?? "";
    const lines = text.split("\n").filter((line) => line.trim() !== "").length;
    if (lines > MOST_LINES) faults.push(`'${first}' has ${lines} lines, more than ${MOST_LINES}`);
    if (!isIntroduced(document.cells[index - 1]) && !hasTag(cell, "check")) {
      faults.push(`'${first}' has no sentence before it`);
    }
    const after = document.cells[index + 1];
    const told = after?.cell_type === "markdown" && textOf(after.source).startsWith(EXPECTED);
    if (!told && !hasTag(cell, "exercise") && !hasTag(cell, "check")) {
      faults.push(`'${first}' is not followed by '${EXPECTED}'`);
    }
  });
  const exercises = exercisesOf(document).length;
  if (exercises < 3) faults.push(`there are ${exercises} exercises, fewer than 3`);
  return faults;
}

/** Whether text ends with more than what is to be seen of the cell before it. */
function isIntroduced(before: Cell | undefined): boolean {
  if (before?.cell_type !== "markdown") return false;
  const last = textOf(before.source).trim().split(/\n{2,}/).at(-1) ?? "";
  return !last.startsWith(EXPECTED);
}

/**
 * Type-checks and lints the cells of notebooks, with stubs and with solutions.
 *
 * @param notebooks Notebooks by name
 * @returns What `deno check` and `deno lint` complain about; empty where nothing is wrong
 */
export async function checkCells(notebooks: ReadonlyMap<string, Document>): Promise<string> {
  const folder = Deno.makeTempDirSync({ prefix: "tickertape-cells-" });
  try {
    const files = [...notebooks].flatMap(([name, document]) =>
      [false, true].map((solved) => {
        const file = join(folder, `${name}${solved ? "_solved" : ""}.ts`);
        Deno.writeTextFileSync(file, moduleOf(document, solved));
        return file;
      })
    );
    const config = ["--config", join(projectDir, "deno.json")];
    const env = { NO_COLOR: "1" };
    const types = await run(Deno.execPath(), ["check", "-q", ...config, ...files], { env });
    // A stub's names are used by the check alone, and imports come before what they are for.
    const lint = await run(Deno.execPath(), ["lint", "-q", ...config, ...files], { env });
    return [types, lint].filter(({ ok }) => !ok).map(({ text }) => text.trim()).join("\n\n");
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}
