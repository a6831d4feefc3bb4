/**
 * DuckDB inside this process, shut off from the host but for the tables' files.
 * @module
 */
import type * as DuckDB from "@duckdb/node-api";
import { QueryError } from "../errors.ts";
import { AGGREGATES } from "./aggregates/mod.ts";
import { MACROS } from "./macros.ts";
import { registerAggregate, registerFunction } from "./register.ts";
import { udf } from "./udf.ts";
import { UDFS } from "./udfs/mod.ts";

/** Folders and limits of the engine. */
export interface EngineSettings {
  /** Folders whose files the engine may read and write. */
  allowedDirectories: readonly string[];
  /** Folder for what does not fit in memory. */
  tempDirectory: string;
  /** Memory, in DuckDB's words, such as `2GB`. */
  memoryLimit: string;
}

/** What our functions failed with since the engine was opened that fails behind `TRY` too. */
export interface Refusals {
  count: number;
  last: QueryError | undefined;
}

/** The engine. */
export interface Engine {
  duckdb: typeof DuckDB;
  /** Scans with a text that may be a number which DuckDB's reader has written anew. */
  rewritten: Set<string>;
  /** Failures that the engine's `TRY` lets through; DuckDB's makes NULL of them. */
  refusals: Refusals;
  /** Opens a session; a query runs in a session of its own. */
  connect(): Promise<DuckDB.DuckDBConnection>;
  close(): void;
}

/** Each thread has buffers of its own: with one for each of 64 cores, the memory would not do. */
const MAX_THREADS = 8;

const NEVER_TRIED = /^(NOT_SUPPORTED|PATH_EVALUATION_ERROR|JSON_\w+_ERROR): ([^]*)$/;

/** Texts that begin with a byte order mark would lose it where DuckDB's client reads them. */
async function keepByteOrderMarks(): Promise<void> {
  const { textDecoder } = await import("@duckdb/node-api/lib/vectors/dataAccessors.js");
  const whole = new TextDecoder("utf-8", { ignoreBOM: true });
  textDecoder.decode = (bytes) => whole.decode(bytes);
}

/** Starts the engine: loads DuckDB, offers it our functions, and locks its settings. */
export async function openEngine(settings: EngineSettings): Promise<Engine> {
  const duckdb = await import("@duckdb/node-api");
  await keepByteOrderMarks();
  const instance = await duckdb.DuckDBInstance.create(":memory:", {
    memory_limit: settings.memoryLimit,
    threads: String(Math.min(navigator.hardwareConcurrency, MAX_THREADS)),
    temp_directory: settings.tempDirectory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    preserve_insertion_order: "true",
  });
  const connection = await instance.connect();
  const refusals: Refusals = { count: 0, last: undefined };
  for (const [name, { args, returns, call }] of Object.entries(UDFS)) {
    const noting = (...values: unknown[]) => {
      try {
        return call(...values);
      } catch (error) {
        const found = error instanceof Error ? NEVER_TRIED.exec(error.message) : undefined;
        if (found) {
          refusals.count++;
          refusals.last = new QueryError(found[1] as string, found[2] as string);
        }
        throw error;
      }
    };
    registerFunction(duckdb, connection, name, udf(args, returns, noting));
  }
  for (const [name, aggregate] of Object.entries(AGGREGATES)) {
    registerAggregate(duckdb, connection, `t_${name}`, aggregate);
  }
  const rewritten = new Set<string>();
  const note = udf("s", "s", (scan: string) => {
    rewritten.add(scan);
    return null;
  });
  registerFunction(duckdb, connection, "t_rewritten", note, true);
  for (const macro of MACROS) await connection.run(macro);
  const folders = settings.allowedDirectories.map((path) => `'${path.replaceAll("'", "''")}'`);
  for (
    const setting of [
      "SET TimeZone = 'UTC'",
      "SET GLOBAL TimeZone = 'UTC'",
      "SET GLOBAL ieee_floating_point_ops = true",
      `SET GLOBAL allowed_directories = [${folders.join(", ")}]`,
      "SET GLOBAL enable_external_access = false",
      "SET GLOBAL lock_configuration = true",
    ]
  ) await connection.run(setting);
  return {
    duckdb,
    rewritten,
    refusals,
    connect: () => instance.connect(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** What DuckDB has no plan for, as the query's author calls it. */
const CONSTRUCTS: readonly (readonly [RegExp, string])[] = [
  [/non-inner join on subquery/i, "An outer join with a subquery in its ON condition"],
  [/TRY can not be used in combination/, "A subquery in try"],
  [/subqueries in lambda/, "A subquery in an argument of a function over arrays or maps"],
  [
    /Referenced table "r\d+" not found/,
    "A column of the relation around in a function over arrays or maps",
  ],
  [/Separator argument to StringAgg/, "A separator that is not a literal"],
  [/In a DISTINCT aggregate, ORDER BY/, "ORDER BY in this aggregate with DISTINCT"],
  [
    /(STDDEV|VAR)_?(POP|SAMP) is out of range/i,
    "A variance beyond the greatest double",
  ],
];

/** The least numbers, which have no opposite, by their type. */
const LEAST: Record<string, string> = {
  "-128": "tinyint",
  "-32768": "smallint",
  "-2147483648": "integer",
  "-9223372036854775808": "bigint",
};

/** Says what DuckDB reports in the engine's words. */
export function queryError(error: unknown): QueryError {
  if (error instanceof QueryError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const own = /(?:Invalid Input Error: |Invalid Error: |^)((?:[A-Z]+_)+[A-Z0-9]+): ([^]*)$/.exec(
    message,
  );
  if (own) return new QueryError(own[1] as string, own[2] as string);
  const construct = CONSTRUCTS.find(([said]) => said.test(message))?.[1];
  if (construct) return new QueryError("NOT_SUPPORTED", `${construct} is not supported`);
  // So the engine itself says of a sum that has a digit too many.
  if (/Could not convert string "-?[\d.]+" to DECIMAL/.test(message)) {
    return new QueryError("GENERIC_INTERNAL_ERROR", "Decimal overflow");
  }
  const narrow = /Failed to cast decimal value (\S+) to type INT(\d+)/.exec(message);
  if (narrow) {
    const type = { "8": "TINYINT", "16": "SMALLINT", "32": "INTEGER" }[narrow[2] as string] ??
      "BIGINT";
    return new QueryError("INVALID_CAST_ARGUMENT", `Cannot cast '${narrow[1]}' to ${type}`);
  }
  const digits = /Casting value "(\S+)" to type DECIMAL\((\d+),(\d+)\) failed/.exec(message);
  if (digits) {
    return new QueryError(
      "INVALID_CAST_ARGUMENT",
      `Cannot cast DECIMAL '${digits[1]}' to DECIMAL(${digits[2]}, ${digits[3]})`,
    );
  }
  if (/Overflow in \w+ of DECIMAL/.test(message)) {
    return new QueryError("NUMERIC_VALUE_OUT_OF_RANGE", "Decimal overflow");
  }
  const overflow = /Overflow in (\w+) of INT(\d+) \(([^)]*)\)/.exec(message);
  if (overflow) {
    const type = { "8": "tinyint", "16": "smallint", "32": "integer" }[overflow[2] as string] ??
      "bigint";
    return new QueryError(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      `${type} ${overflow[1]} overflow: ${overflow[3]}`,
    );
  }
  if (
    /INT128 with value .* can't be cast|Type \w+ with value .* can't be cast because the value is out of range/
      .test(message)
  ) {
    const value = /with value (\S+) can't.*destination type (\w+)/s.exec(message);
    if (value?.[2] === "INT64" && message.includes("INT128")) {
      return new QueryError("NUMERIC_VALUE_OUT_OF_RANGE", "bigint addition overflow");
    }
    const names: Record<string, string> = {
      INT8: "TINYINT",
      INT16: "SMALLINT",
      INT32: "INTEGER",
      INT64: "BIGINT",
    };
    return new QueryError(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      `Out of range for ${names[value?.[2] ?? ""]?.toLowerCase() ?? "type"}: ${value?.[1] ?? ""}`,
    );
  }
  const least = /Overflow (?:on (abs)\(|in (division) of )(-\d+)/.exec(message);
  const type = LEAST[least?.[3] ?? ""];
  if (least && type) {
    return new QueryError(
      "NUMERIC_VALUE_OUT_OF_RANGE",
      least[1]
        ? `Value ${least[3]} is out of range for abs(${type})`
        : `${type} division overflow: ${least[3]} / -1`,
    );
  }
  if (/Out of Range Error|Overflow/i.test(message)) {
    return new QueryError("NUMERIC_VALUE_OUT_OF_RANGE", firstLine(message));
  }
  const decimal = /Could not cast value (\S+) to DECIMAL\((\d+),(\d+)\)/.exec(message);
  if (decimal) {
    return new QueryError(
      "INVALID_CAST_ARGUMENT",
      `Cannot cast INTEGER '${decimal[1]}' to DECIMAL(${decimal[2]}, ${decimal[3]})`,
    );
  }
  if (/More than one row returned by a subquery/.test(message)) {
    return new QueryError("SUBQUERY_MULTIPLE_ROWS", "Scalar sub-query has returned multiple rows");
  }
  if (/Out of Memory Error/.test(message)) {
    return new QueryError(
      "EXCEEDED_LOCAL_MEMORY_LIMIT",
      "Query exhausted resources at this scale factor",
    );
  }
  if (/INTERRUPT|Interrupted/.test(message)) {
    return new QueryError("USER_CANCELED", "Query was canceled");
  }
  if (/Map keys must be unique/.test(message)) {
    return new QueryError("INVALID_FUNCTION_ARGUMENT", "Duplicate map keys are not allowed");
  }
  if (/Map keys can not be NULL/.test(message)) {
    return new QueryError("INVALID_FUNCTION_ARGUMENT", "map key cannot be null");
  }
  if (
    /Binder Error|Not implemented Error|Parser Error|Catalog Error|INTERNAL Error|out of int64 range|(Date|Timestamp) out of range/
      .test(message)
  ) {
    return new QueryError(
      "NOT_SUPPORTED",
      `This query is not supported by the embedded engine: ${firstLine(message)}`,
    );
  }
  return new QueryError("GENERIC_INTERNAL_ERROR", firstLine(message));
}

function firstLine(message: string): string {
  return message.split("\n")[0] as string;
}
