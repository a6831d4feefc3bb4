/**
 * Notebook files: their cells, what the cells' tags mean, and how a file is written.
 * @module
 */
import { basename, join } from "node:path";
import { projectDir } from "../../lib/config.ts";

/** Something a cell put out. */
export interface Output {
  output_type: "display_data" | "execute_result" | "stream" | "error";
  data?: Record<string, string | string[]>;
  metadata?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
  text?: string | string[];
  name?: string;
  execution_count?: number | null;
}

/** A cell. */
export interface Cell {
  cell_type: "code" | "markdown";
  id: string;
  metadata: {
    tags?: string[];
    execution?: Record<string, string>;
    [key: string]: unknown;
  };
  source: string | string[];
  outputs?: Output[];
  execution_count?: number | null;
}

/** A notebook file's content. */
export interface Document {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/**
 * What a cell is for, where it is more than one to be run:
 *
 * - `exercise`: a stub for the learner to complete.
 * - `check`: throws with a hint until the exercise before it is solved. Such cells have Jupyter's own
 *   tag `raises-exception` too, so that a notebook can be run to its end.
 * - `solution`: Markdown, folded, with the stub's solution in a code block.
 */
export type CellTag = "exercise" | "check" | "solution";

/** Folder of the notebooks. */
export const NOTEBOOKS_DIR: string = join(projectDir, "notebooks");

/**
 * Lists the notebooks, in the order in which they are meant to be read.
 *
 * @returns Absolute paths
 */
export function notebookPaths(): string[] {
  return [...Deno.readDirSync(NOTEBOOKS_DIR)]
    .filter((entry) => entry.isFile && entry.name.endsWith(".ipynb"))
    .map((entry) => join(NOTEBOOKS_DIR, entry.name)).sort();
}

/**
 * Gives a notebook's name.
 *
 * @param path Path of its file
 * @returns Such as `01_kafka_producer`
 */
export function notebookName(path: string): string {
  return basename(path, ".ipynb");
}

/**
 * Reads a notebook.
 *
 * @param path Path of its file
 * @returns Its content
 */
export function readDocument(path: string): Document {
  return JSON.parse(Deno.readTextFileSync(path)) as Document;
}

/**
 * Writes a notebook as Jupyter does: indented by one space, texts as lists of lines.
 *
 * @param path Path of its file
 * @param document Its content
 */
export function writeDocument(path: string, document: Document): void {
  Deno.writeTextFileSync(path, `${JSON.stringify(withLines(document), null, 1)}\n`);
}

function withLines(document: Document): Document {
  const cells = document.cells.map((cell): Cell => ({
    ...cell,
    source: linesOf(textOf(cell.source)),
    ...(cell.outputs === undefined ? {} : {
      outputs: cell.outputs.map((output) => ({
        ...output,
        ...(output.data === undefined ? {} : {
          data: Object.fromEntries(
            Object.entries(output.data).map(([type, text]) => [type, linesOf(textOf(text))]),
          ),
        }),
      })),
    }),
  }));
  return { ...document, cells };
}

/**
 * Puts a text that may be a list of lines together.
 *
 * @param text Text or lines, each with its line end
 * @returns The text
 */
export function textOf(text: string | readonly string[] | undefined): string {
  return typeof text === "string" ? text : (text ?? []).join("");
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/**
 * Tells what a cell is for.
 *
 * @param cell The cell
 * @param tag The purpose asked about
 * @returns Whether the cell has the tag
 */
export function hasTag(cell: Cell, tag: CellTag | "raises-exception"): boolean {
  return cell.metadata.tags?.includes(tag) ?? false;
}

/**
 * Gives the code of a solution: what stands in its code blocks.
 *
 * @param cell A cell with the tag `solution`
 * @returns TypeScript
 */
export function solutionCode(cell: Cell): string {
  const blocks = [...textOf(cell.source).matchAll(/```(?:ts|typescript)\n([\s\S]*?)```/g)];
  return blocks.map((block) => block[1] ?? "").join("\n");
}
