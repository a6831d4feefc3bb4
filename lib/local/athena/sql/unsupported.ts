/**
 * Statements of Hive and Trino that Athena's documentation lists as unsupported, or does not list.
 * @module
 */
import { notSupported } from "../errors.ts";
import type { Cursor } from "./cursor.ts";

const phrases = (lines: string) => lines.trim().split("\n").map((line) => line.trim().split(" "));

const STATEMENTS = phrases(`
  ALTER INDEX
  ALTER MATERIALIZED VIEW
  ALTER VIEW
  ANALYZE
  CALL
  COMMENT ON
  COMMIT
  CREATE CATALOG
  CREATE FUNCTION
  CREATE INDEX
  CREATE MATERIALIZED VIEW
  CREATE ROLE
  CREATE TEMPORARY
  DENY
  DESCRIBE DATABASE
  DESCRIBE FUNCTION
  DESCRIBE SCHEMA
  DFS
  DROP CATALOG
  DROP FUNCTION
  DROP INDEX
  DROP MATERIALIZED VIEW
  DROP ROLE
  DROP TEMPORARY
  EXECUTE IMMEDIATE
  EXPORT TABLE
  GRANT
  IMPORT
  LOAD DATA
  LOCK DATABASE
  LOCK TABLE
  REFRESH MATERIALIZED VIEW
  RESET SESSION
  REVOKE
  ROLLBACK
  SET PATH
  SET ROLE
  SET SESSION
  SET TIME ZONE
  SHOW CATALOGS
  SHOW COMPACTIONS
  SHOW CREATE MATERIALIZED VIEW
  SHOW CREATE SCHEMA
  SHOW CURRENT ROLES
  SHOW FUNCTIONS
  SHOW GRANT
  SHOW GRANTS
  SHOW INDEXES
  SHOW LOCKS
  SHOW PRINCIPALS
  SHOW ROLE
  SHOW ROLES
  SHOW SESSION
  SHOW STATS
  SHOW TRANSACTIONS
  START TRANSACTION
  TRUNCATE TABLE
  UNLOCK DATABASE
  UNLOCK TABLE
  USE
  USING EXTERNAL FUNCTION
`);

/** After `ALTER TABLE name`, or `ALTER TABLE name PARTITION (…)`. */
const ALTERATIONS = phrases(`
  ALTER COLUMN
  ARCHIVE PARTITION
  CLUSTERED BY
  COMPACT
  CONCATENATE
  EXCHANGE PARTITION
  NOT CLUSTERED
  NOT SKEWED
  NOT SORTED
  NOT STORED AS DIRECTORIES
  SET FILEFORMAT
  SET SERDE
  SET SERDEPROPERTIES
  SET SKEWED LOCATION
  SKEWED BY
  TOUCH
  UNARCHIVE PARTITION
  UNSET TBLPROPERTIES
`);

function refuse(cursor: Cursor, list: readonly string[][], prefix: string): void {
  const found = list.find((words) => cursor.is(...words));
  if (found) throw notSupported([prefix, ...found].join(" ").trim(), cursor.position);
}

/**
 * Refuses a statement that Athena does not take.
 *
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function refuseStatement(cursor: Cursor): void {
  refuse(cursor, STATEMENTS, "");
}

/**
 * Refuses a change of a table that Athena does not make.
 *
 * @throws {QueryError} `NOT_SUPPORTED`
 */
export function refuseAlteration(cursor: Cursor): void {
  refuse(cursor, ALTERATIONS, "ALTER TABLE");
}
