/**
 * EXPLAIN: what a query reads, and how the embedded engine runs it.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Catalog } from "../../types.ts";
import { notSupported } from "../errors.ts";
import type { ExplainStatement } from "../sql/statements.ts";
import { partitionPath } from "../tables/partitions/path.ts";
import { isProjected } from "../tables/partitions/projection.ts";
import type { PlannedScan } from "../tables/scan_context.ts";
import type { Execution } from "./model.ts";
import { type PreparedQuery, prepareQuery, type StatementContext } from "./query.ts";
import type { Outcome } from "./results.ts";

/** Rows beneath a plan: the service shows its text's last two line breaks, and one of its own. */
const END = ["", "", ""];

/** Explains a query; with ANALYZE it is run for that, and what it reads is counted. */
export async function runExplain(
  explain: ExplainStatement,
  execution: Execution,
  context: StatementContext,
): Promise<Outcome> {
  const { analyze, statement } = explain;
  refuseOptions(explain);
  if (statement.kind !== "query") throw notSupported("EXPLAIN of a statement that is no query");
  const prepared = await prepareQuery(
    statement.query,
    analyze ? context : { ...context, cutoff: undefined, explained: true },
  );
  try {
    if (explain.type === "VALIDATE") {
      return {
        columns: [{ name: "Valid", type: { kind: "boolean" } }],
        rows: [["Valid"], ["true"], [""]],
      };
    }
    if (analyze) execution.Statistics.DataScannedInBytes = prepared.bytes;
    const read = prepared.scans.flatMap((scan) => tableLines(scan, context.runtime.catalog));
    const lines = [
      ...(read.length > 0 ? ["Tables read:", ...read] : []),
      "Plan of the embedded engine, whose steps are not those of Athena:",
      ...await planLines(prepared, analyze),
    ];
    const text = `${lines.join("\n")}\n\n`;
    return {
      columns: [{
        name: "Query Plan",
        type: { kind: "varchar", ...(analyze ? {} : { length: text.length }) },
      }],
      rows: ["Query Plan", ...lines, ...END].map((line) => [line]),
    };
  } finally {
    prepared.close();
  }
}

function refuseOptions({ analyze, verbose, type, format }: ExplainStatement): void {
  if (verbose) throw notSupported("EXPLAIN ANALYZE VERBOSE");
  if (type === "VALIDATE" && !analyze) return;
  if (analyze && type !== undefined) throw notSupported(`EXPLAIN ANALYZE (TYPE ${type})`);
  if (type === "IO") throw notSupported("EXPLAIN (TYPE IO)");
  if (format !== undefined && format !== "TEXT") {
    throw notSupported(`EXPLAIN${analyze ? " ANALYZE" : ""} (FORMAT ${format})`);
  }
}

/** Partitions that are named, at most. */
const NAMED_PARTITIONS = 10;

/** What is read of a table. */
function tableLines({ scan, partitions, groups, bytes }: PlannedScan, catalog: Catalog): string[] {
  const { table, columns, used } = scan;
  const { DatabaseName: database = "", Name: name = "" } = table;
  const objects = groups.reduce((sum, { files }) => sum + files.length, 0);
  const read = columns.filter((column) => !column.partition && used.has(column.name))
    .map((column) => column.name);
  const lines = [`    columns: ${read.length > 0 ? read.join(", ") : "none"}`];
  if (table.PartitionKeys?.length) {
    const paths = partitions.slice(0, NAMED_PARTITIONS).map((values) =>
      partitionPath(table, values)
    );
    if (partitions.length > NAMED_PARTITIONS) paths.push("…");
    const all = isProjected(table) ? "" : ` of ${[...catalog.partitions(database, name)].length}`;
    const named = paths.length > 0 ? ` (${paths.join(", ")})` : "";
    lines.push(`    partitions: ${partitions.length}${all}${named}`);
  }
  lines.push(`    objects: ${objects} (${bytes} bytes to read)`);
  return [`- ${database}.${name}`, ...lines];
}

/** A step of the engine's plan, as it tells it in JSON: what it was once it ran, or what it would be. */
interface Step {
  name?: string;
  operator_name?: string;
  operator_cardinality?: number;
  operator_timing?: number;
  extra_info: Record<string, string | string[]>;
  children: Step[];
}

async function planLines(prepared: PreparedQuery, analyze: boolean): Promise<string[]> {
  const explain = analyze ? "EXPLAIN (ANALYZE, FORMAT json)" : "EXPLAIN (FORMAT json)";
  const plan = await prepared.run((sql) => `${explain} ${sql}`, readPlan);
  // What ran is a query whose only step explains.
  const steps = Array.isArray(plan) ? plan : plan.children.flatMap((step) => step.children);
  return steps.flatMap((step) => stepLines(step, ""));
}

async function readPlan(connection: DuckDBConnection, sql: string): Promise<Step | Step[]> {
  const result = await connection.runAndReadAll(sql);
  return JSON.parse(String(result.getRows()[0]?.[1]));
}

/** Names that the engine gives to where the objects are on this machine, and to what it guesses. */
const NOT_SHOWN = ["Filename(s)", "Total Files Read", "Estimated Cardinality", "Function"];

function stepLines(step: Step, indent: string): string[] {
  const told = Object.entries(step.extra_info).filter(([name]) => !NOT_SHOWN.includes(name))
    .map(([name, value]) => `${name}: ${[value].flat().join(", ").replaceAll("\n", " ")}`);
  if (step.operator_cardinality !== undefined) {
    const milliseconds = ((step.operator_timing ?? 0) * 1000).toFixed(2);
    told.push(`Rows: ${step.operator_cardinality}`, `Time: ${milliseconds}ms`);
  }
  const name = (step.operator_name ?? step.name ?? "").trim();
  return [
    `${indent}- ${name}${told.length > 0 ? ` [${told.join("; ")}]` : ""}`,
    ...step.children.flatMap((child) => stepLines(child, `${indent}    `)),
  ];
}
