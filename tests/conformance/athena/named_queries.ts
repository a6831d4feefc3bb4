/**
 * The named queries on a real Trino: what Athena answers on AWS, as nearly as can be had without it.
 * @module
 */
import { assertEquals } from "@std/assert";
import { namedQueries } from "../../../lib/athena/mod.ts";
import { sqlLiteral } from "../../../lib/athena/parameters.ts";
import { checkNamedQueries, records, type Row } from "../../athena/named_queries_oracle.ts";
import { rowsOf, type Trino } from "./trino.ts";

/** Columns as the crawler types them. */
const TYPES: Record<string, string> = {
  Index: "varchar",
  Date: "varchar",
  Open: "double",
  High: "double",
  Low: "double",
  Close: "double",
  "Adj Close": "double",
  Volume: "bigint",
  CloseUSD: "double",
  kafka_partition: "integer",
  kafka_offset: "bigint",
  kafka_timestamp: "bigint",
};

/** The table's rows, written into the statement. */
function valuesOf(rows: readonly Row[]): string {
  const names = Object.keys(TYPES);
  const lines = rows.map((row) =>
    `(${names.map((name) => sqlLiteral(row[name] ?? null)).join(", ")})`
  );
  const columns = names.map((name) => `"${name.toLowerCase()}"`);
  const casts = names.map((name, at) => `CAST(${columns[at]} AS ${TYPES[name]}) AS ${columns[at]}`);
  const values = `(VALUES ${lines.join(",\n")}) AS written (${columns.join(", ")})`;
  return `(SELECT ${casts.join(", ")} FROM ${values})`;
}

/** Holds each query's rows against the records that it reads. */
export async function checkAnswersOfNamedQueries(
  trino: Trino,
  test: Deno.TestContext,
): Promise<void> {
  const rows = await records();
  const queries = namedQueries();
  const table = valuesOf(rows);
  const answers = await trino.ask(
    queries.map(({ sql }) => sql.replace('"stock_market"', () => table)),
  );
  assertEquals(answers.map(({ error }) => error), queries.map(() => undefined));
  await checkNamedQueries(test, rows, (name) => {
    const place = queries.findIndex((query) => query.name === name);
    return Promise.resolve(rowsOf(answers[place]!));
  });
}

/** Holds what Trino reads of parameters' literals against the values they were written for. */
export async function checkParameters(trino: Trino): Promise<void> {
  const time = new Date("2024-02-29T01:02:03.004Z");
  const values = ["O'Hare", "'; --", -5, 2.5, 1e21, 2 ** 53, 9007199254740993n, true, null, time];
  const [answer] = await trino.ask([`SELECT ${values.map(sqlLiteral).join(", ")}`]);
  assertEquals(answer?.rows, [[
    "O'Hare",
    "'; --",
    "-5",
    "2.5",
    "1.0E21",
    "9.007199254740992E15",
    "9007199254740993",
    "true",
    null,
    "2024-02-29 01:02:03.004",
  ]]);
}
