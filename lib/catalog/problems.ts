/**
 * What in a table's definition tells that Athena will not answer from it as one would think.
 * @module
 */
import type { TableDescription } from "./tables.ts";

/** Why queries of some tables fail or find nothing, and what to do about it. */
export interface TableProblem {
  /** Names of the tables. */
  tables: string[];
  why: string;
  remedy: string;
}

interface Kind {
  applies: (table: TableDescription) => boolean;
  why: string;
  remedy: string;
}

const KINDS: Kind[] = [
  {
    applies: ({ dataGone }) => dataGone === true,
    why: "The crawler finds its data no more, and has marked it as deprecated",
    remedy: "Write new objects where it was and crawl again, or delete it: " +
      'deno task query "DROP TABLE …".',
  },
  {
    applies: ({ location }) => !location.endsWith("/"),
    why: "It is one object and not a folder: Athena finds no rows in it",
    remedy: "Give each kind of record and each format a folder of its own, and crawl again.",
  },
  {
    applies: ({ classification, columns: [column, another] }) =>
      classification === "json" && another === undefined && column?.name === "array",
    why: "Its objects are JSON arrays: Athena takes a line for a record, and fails on them",
    remedy: "Write each element as an object on a line of its own, and crawl again.",
  },
  {
    applies: ({ columns, partitionKeys }) =>
      partitionKeys.some((key) => columns.some(({ name }) => name === key.name)),
    why: "A partition key has the name of a column: Athena refuses such a table " +
      "(HIVE_INVALID_METADATA)",
    remedy:
      "Rename one of them, in the folders or in the records; drop the table, and crawl again.",
  },
];

/**
 * Looks for tables that Athena will not answer from as one would think.
 *
 * @param tables Tables as the crawler left them
 * @returns What is wrong with them, each problem once
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const problems = tableProblems([{
 *   name: "a_json",
 *   columns: [{ name: "close", type: "double" }],
 *   partitionKeys: [],
 *   partitions: [],
 *   location: "s3://prices/a.json",
 *   classification: "json",
 * }]);
 * assertEquals(problems.map(({ tables }) => tables), [["a_json"]]);
 * ```
 */
export function tableProblems(tables: readonly TableDescription[]): TableProblem[] {
  return KINDS.flatMap(({ applies, why, remedy }) => {
    const names = tables.filter(applies).map(({ name }) => name);
    return names.length === 0 ? [] : [{ tables: names, why, remedy }];
  });
}
