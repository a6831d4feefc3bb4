/**
 * What to do about each of Athena's errors that a user of this pipeline meets.
 * @module
 */
import type { Config } from "../config.ts";
import { tableName } from "../table_name.ts";

/** What to do about an error, where it goes by its name or by words in its message. */
interface Remedy {
  codes?: readonly string[];
  words?: RegExp;
  text(config: Config): string;
}

const REMEDIES: readonly Remedy[] = [
  {
    codes: ["TABLE_NOT_FOUND"],
    words: /Table '?[^ ]+'? does not exist/i,
    text: (config) =>
      `Run deno task crawl first: it makes the table ${tableName(config)} in the database ` +
      `${config.glue.database}.\nThen deno task query "SHOW TABLES" lists what there is.`,
  },
  {
    codes: ["SCHEMA_NOT_FOUND", "DATABASE_NOT_FOUND"],
    words: /(Schema|Database) '?[^ ]+'? (does not exist|not found)/i,
    text: (config) =>
      `Run deno task crawl first: it makes the database ${config.glue.database}.\n` +
      "Where another database is meant, set GLUE_DATABASE.",
  },
  {
    codes: ["COLUMN_NOT_FOUND"],
    words: /Column '?[^ ]+'? cannot be resolved/i,
    text: (config) =>
      "The crawler writes column names in lower case: CloseUSD is closeusd, and a name with a " +
      `space stands in double quotes: "adj close".\n` +
      `deno task query "DESCRIBE ${tableName(config)}" lists the columns; text stands in single ` +
      "quotes.",
  },
  {
    codes: ["NO_OUTPUT_LOCATION"],
    words: /No output location|Unable to verify\/create output bucket|output bucket/i,
    text: (config) =>
      `Make the bucket ${config.athena.resultsBucket} in ${config.aws.region}, or set ` +
      "ATHENA_RESULTS_BUCKET to one that is there: Athena writes every result to it.",
  },
  {
    words: /WorkGroup .* (is )?not found|Invalid WorkGroup/i,
    text: (config) =>
      `Make the work group ${config.athena.workGroup} in ${config.aws.region}, or set ` +
      "ATHENA_WORKGROUP to one that is there, such as primary.",
  },
  {
    words: /Bytes scanned limit/i,
    text: () =>
      "The work group limits how much a query may scan. Ask for less: " +
      "WHERE dt = '…' reads one day's objects only.",
  },
  {
    codes: ["HIVE_CURSOR_ERROR", "HIVE_BAD_DATA", "HIVE_INVALID_METADATA"],
    text: () =>
      "Athena reads JSON with one whole object a line: not over several lines, and not in an " +
      "array.\nAn object of another shape or type is under the table's prefix: move it away, or " +
      "run deno task crawl again.",
  },
  {
    codes: ["HIVE_PARTITION_SCHEMA_MISMATCH", "HIVE_METASTORE_ERROR"],
    text: () => "The table and its partitions differ: run deno task crawl again.",
  },
  {
    codes: ["MALFORMED_QUERY", "SYNTAX_ERROR"],
    text: () =>
      "Check the query's text there. Names stand in double quotes, text in single quotes, and " +
      "Athena's SQL is Trino's: https://docs.aws.amazon.com/athena/latest/ug/select.html",
  },
  {
    codes: ["INVALID_PARAMETER_USAGE"],
    text: () =>
      "Give a value for each ? of the query, in their order: --param VALUE, once for each.",
  },
  {
    codes: ["FUNCTION_NOT_FOUND"],
    text: () =>
      "Athena's functions are Trino's: " +
      "https://docs.aws.amazon.com/athena/latest/ug/functions.html",
  },
  {
    codes: ["TYPE_MISMATCH", "INVALID_CAST_ARGUMENT", "INVALID_FUNCTION_ARGUMENT"],
    text: () =>
      "Compare and combine values of one type: cast one of them, as in CAST(x AS double), or use " +
      "try_cast, which gives NULL for what cannot be cast.",
  },
  {
    codes: ["DIVISION_BY_ZERO"],
    text: () => "Divide by nullif(x, 0), which gives NULL instead.",
  },
  {
    codes: ["NOT_SUPPORTED"],
    text: () =>
      "Write it another way; docs/supported.md lists the SQL that the embedded Athena has.",
  },
  {
    codes: ["PERMISSION_DENIED", "ACCESS_DENIED"],
    words: /Access Denied|not authorized/i,
    text: () =>
      "These credentials may not read the table's objects or write the results: deno task doctor " +
      "shows whose they are.",
  },
];

/**
 * Finds what to do about a failed query.
 *
 * @param config The pipeline's settings
 * @param code Athena's name of the error
 * @param reason Athena's words
 * @returns One line or more
 */
export function queryRemedy(config: Config, code: string, reason: string): string {
  const remedy = REMEDIES.find(({ codes }) => codes?.includes(code)) ??
    REMEDIES.find(({ words }) => words?.test(reason));
  return remedy?.text(config) ?? "Check the query's text and the table it reads.";
}
