/**
 * Which notebooks a command line means.
 * @module
 */
import { UsageError } from "../../lib/errors.ts";
import { notebookName, notebookPaths } from "./document.ts";

/**
 * Finds notebooks by the beginnings of their names.
 *
 * @param beginnings Such as `01`; none means all
 * @returns Paths, in the order in which the notebooks are read
 * @throws {UsageError} A beginning fits no notebook
 */
export function selectNotebooks(beginnings: readonly string[]): string[] {
  const paths = notebookPaths();
  for (const beginning of beginnings) {
    if (paths.some((path) => notebookName(path).startsWith(beginning))) continue;
    throw new UsageError(
      `No notebook's name begins with '${beginning}'`,
      `They are: ${paths.map(notebookName).join(", ")}`,
    );
  }
  return beginnings.length === 0
    ? paths
    : paths.filter((path) => beginnings.some((start) => notebookName(path).startsWith(start)));
}
