/**
 * What is supported, as data, for the page that says so.
 * @module
 */
import { SPECIAL_FORMS } from "./analyze/special_forms.ts";
import { FAMILIES, KNOWN_BUT_MISSING } from "./functions/mod.ts";
import { OPERATIONS } from "./operations/mod.ts";

/** Operations, statements and functions. */
export interface SupportedFeatures {
  /** Names of the API's operations. */
  operations: readonly string[];
  /** Statements, as their grammar begins. */
  statements: readonly string[];
  /** Names of functions by family. */
  functions: Readonly<Record<string, readonly string[]>>;
  /** Functions and constructs of Athena that are refused by name. */
  refused: readonly string[];
}

const STATEMENTS = [
  "SELECT, VALUES, TABLE, WITH, UNION, INTERSECT, EXCEPT",
  "WITH RECURSIVE, ten steps deep",
  "SELECT … FROM … MATCH_RECOGNIZE (…): row pattern recognition",
  'SELECT … FROM "table$partitions"; the columns "$path", "$file_size", "$file_modified_time" and ' +
  '"$partition"',
  "CREATE TABLE … WITH (…) AS SELECT: Parquet, JSON, text; location, partitions, buckets",
  "CREATE EXTERNAL TABLE: JSON, CSV, delimited text, RegexSerDe, CloudTrail's logs, Parquet; with " +
  "CLUSTERED BY, objects are to be named for their buckets",
  "CREATE [OR REPLACE] VIEW, DROP VIEW, SHOW CREATE VIEW, SHOW VIEWS",
  "INSERT INTO … SELECT, INSERT INTO … VALUES",
  "UNLOAD",
  "DROP TABLE",
  "CREATE, ALTER and DROP DATABASE or SCHEMA",
  "ALTER TABLE ADD, DROP and RENAME PARTITION",
  "ALTER TABLE ADD, REPLACE and CHANGE COLUMNS, ALTER TABLE PARTITION ADD and REPLACE COLUMNS",
  "ALTER TABLE SET LOCATION, SET TBLPROPERTIES",
  "MSCK REPAIR TABLE",
  "SHOW DATABASES, TABLES, COLUMNS, PARTITIONS, TBLPROPERTIES, CREATE TABLE",
  "DESCRIBE, of a column, of a partition; DESCRIBE FORMATTED of tables and partitions",
  "EXPLAIN and EXPLAIN ANALYZE of queries: what is read, and the embedded engine's own plan",
  "EXPLAIN (TYPE VALIDATE)",
  "PREPARE, EXECUTE, DEALLOCATE PREPARE",
];

const SQL_JSON = ["json_array", "json_exists", "json_object", "json_query", "json_value"];

const REFUSED = [
  "NATURAL JOIN",
  "row pattern recognition in windows, OVER (… PATTERN …)",
  "table functions",
  "partition columns of type char",
  "local times that clocks show twice, unless a literal or a cast names them",
  "keys of maps that are maps, or times whose zone is not the same in all rows",
  "JOIN on times whose zones may differ",
  "arrays, maps and structs in delimited text that is written, or has ESCAPED BY",
  "ORDER BY, min, max and array_sort of arrays and rows with a NULL inside",
  "correlated subqueries that Athena's engine has no plan for",
  "ORC, Avro, Ion, Iceberg, Delta Lake and Hudi tables, GrokSerDe, symlinked objects",
  "INSERT INTO a bucketed table",
  "EXPLAIN with FORMAT JSON or GRAPHVIZ, TYPE IO, VERBOSE, or of what is no query",
  "SORTED BY in CREATE EXTERNAL TABLE",
  "DESCRIBE EXTENDED, DESCRIBE FORMATTED of a view or of a column",
  "UTF-16 and UTF-32 in SQL/JSON functions, dates and times passed to their paths",
  "DELETE, UPDATE, MERGE, OPTIMIZE, VACUUM (tables that are not Iceberg's)",
  "what Athena's documentation lists as unsupported, such as CREATE TABLE LIKE",
  "EXECUTE IMMEDIATE, SHOW FUNCTIONS, SHOW STATS, SET SESSION, USE, external functions, ALTER VIEW",
];

/** What this Athena does. */
export const SUPPORTED: SupportedFeatures = {
  operations: Object.keys(OPERATIONS).sort(),
  statements: STATEMENTS,
  functions: {
    "Conditionals and functions of any type": Object.keys(SPECIAL_FORMS).sort(),
    "SQL/JSON, with JSON paths": SQL_JSON,
    ...Object.fromEntries(
      Object.entries(FAMILIES).map(([family, list]) => [family, list.map((f) => f.name).sort()]),
    ),
  },
  refused: [...REFUSED, ...[...KNOWN_BUT_MISSING].sort().map((name) => `${name}()`)],
};
