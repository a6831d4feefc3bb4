/** Trino's recorded answers: data shared with `tests/conformance/athena/`. */
import { readFileSync } from "node:fs";

/** What Trino said to one statement. */
export interface TrinoAnswer {
  sql: string;
  types?: string[];
  names?: string[];
  rows?: (string | null)[][];
  error?: string;
  message?: string;
}

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** Statements to ask; an expression is asked in a SELECT. */
export function trinoStatements(): string[] {
  return read("./trino_cases.sql").split("\n")
    .filter((line) => line !== "" && !line.startsWith("--"))
    .map((line) => /^(SELECT|VALUES|WITH)\b/.test(line) ? line : `SELECT ${line}`);
}

/** Answers as they were recorded. */
export function trinoAnswers(): TrinoAnswer[] {
  return read("./trino_answers.jsonl").trim().split("\n").map((line) => JSON.parse(line));
}

/** What Athena says otherwise than Trino, by what its own recorded messages show. */
const ATHENAS: readonly [trino: RegExp, athena: string][] = [
  [
    /(Column '.*' cannot be resolved)$/,
    "$1 or requester is not authorized to access requested resources",
  ],
  // Its engine has no functions in SQL, and has UNLOAD.
  [/'UPDATE', 'USE', 'WITH', <query>$/, "'UNLOAD', 'UPDATE', 'USE', <query>"],
  [/'WITH', <query>$/, "<query>"],
];

/** A message of Trino's as Athena gives it. */
export function athenaMessage(message: string): string {
  return ATHENAS.reduce((text, [trino, athena]) => text.replace(trino, athena), message);
}

/** Where a message says that a statement goes wrong, such as `line 1:8`. */
export function placeOf(message = ""): string | undefined {
  return /^line \d+:\d+/.exec(message)?.[0];
}

/** Rows with milliseconds in every time, as Athena's results show it; Trino shows the type's digits. */
export function withMillis({ rows = [], types = [] }: TrinoAnswer): (string | null)[][] {
  return rows.map((row) =>
    row.map((value, i) =>
      value === null || !types[i]?.startsWith("timestamp") ? value : value.replace(
        /^(\S+ \d\d:\d\d:\d\d)(?:\.(\d+))?/,
        (_, time, digits = "") => `${time}.${`${digits}000`.slice(0, 3)}`,
      )
    )
  );
}
