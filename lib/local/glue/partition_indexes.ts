/**
 * Indexes over the partitions of tables, in SQLite. The embedded catalog finds partitions as fast
 * without them; they are kept for those who manage tables with them.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { PartitionIndex, PartitionIndexDescriptor, Table } from "@aws-sdk/client-glue";
import { AwsError } from "../aws_error.ts";

/** Indexes by the table they are of. They end with their table. */
export interface IndexStore {
  /** A table's indexes, by name. */
  of(table: Table): PartitionIndexDescriptor[];
  put(table: Table, index: PartitionIndexDescriptor): void;
  /** Tells whether there was one of that name. */
  delete(table: Table, name: string): boolean;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS glue_partition_indexes (
    database TEXT NOT NULL,
    table_name TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (database, table_name, name)
  ) WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS glue_indexes_of_table AFTER DELETE ON glue_tables
  WHEN NOT EXISTS (SELECT 1 FROM glue_tables WHERE database = old.database AND name = old.name)
  BEGIN
    DELETE FROM glue_partition_indexes WHERE database = old.database AND table_name = old.name;
  END;
`;

/**
 * Opens the indexes in a state file that has a Data Catalog.
 *
 * @param db The open state file
 * @returns The indexes
 */
export function createIndexStore(db: DatabaseSync): IndexStore {
  db.exec(SCHEMA);
  const all = db.prepare(
    `SELECT body FROM glue_partition_indexes WHERE database = ? AND table_name = ? ORDER BY name`,
  );
  const put = db.prepare("INSERT INTO glue_partition_indexes VALUES (?, ?, ?, ?)");
  const remove = db.prepare(
    "DELETE FROM glue_partition_indexes WHERE database = ? AND table_name = ? AND name = ?",
  );
  return {
    of: (table) =>
      all.all(...place(table)).map(({ body }) =>
        JSON.parse(String(body)) as PartitionIndexDescriptor
      ),
    put: (table, index) =>
      void put.run(...place(table), index.IndexName ?? "", JSON.stringify(index)),
    delete: (table, name) => Number(remove.run(...place(table), name).changes) > 0,
  };
}

function place({ DatabaseName = "", Name = "" }: Table): [string, string] {
  return [DatabaseName, Name];
}

/** Indexes that a table can have. */
const MAX_INDEXES = 3;

/** Types that a key of an index can have: https://docs.aws.amazon.com/glue/latest/dg/partition-indexes.html */
const KEY_TYPES = /^(?:string|(?:var)?char(?:\(\d+\))?|int|bigint|long|tinyint|smallint|date)$/i;

/**
 * Describes an index that a table is to have.
 *
 * @param table The table
 * @param index What is asked for
 * @param existing The indexes that the table has
 * @returns The index, ready for use
 * @throws {AwsError} `InvalidInputException` for keys that are no keys of the table's partitions,
 * `ResourceNumberLimitExceededException` for one index too many, `AlreadyExistsException` for a name
 * or for keys that another index has
 */
export function describeIndex(
  table: Table,
  { IndexName = "", Keys = [] }: PartitionIndex,
  existing: readonly PartitionIndexDescriptor[],
): PartitionIndexDescriptor {
  const columns = new Map(
    (table.PartitionKeys ?? []).map(({ Name = "", Type = "string" }) => [
      Name.toLowerCase(),
      { Name, Type },
    ]),
  );
  const keys = Keys.map((name) => {
    const key = columns.get(name.toLowerCase());
    if (key === undefined) {
      throw invalid(`IndexKeys not a part of PartitionColumns. Verify the indexKeys : [${name}]`);
    }
    if (!KEY_TYPES.test(key.Type)) {
      throw invalid(`IndexKeys of type ${key.Type} are not supported : [${name}]`);
    }
    return key;
  });
  if (existing.length >= MAX_INDEXES) {
    throw new AwsError(
      "ResourceNumberLimitExceededException",
      `Partition index limit exceeded. Maximum: ${MAX_INDEXES}`,
    );
  }
  const sameName = existing.find((other) => other.IndexName === IndexName);
  if (sameName !== undefined) throw taken(IndexName, "name");
  const names = JSON.stringify(keys.map(({ Name }) => Name));
  const sameKeys = existing.find(({ Keys = [] }) =>
    JSON.stringify(Keys.map(({ Name }) => Name)) === names
  );
  if (sameKeys !== undefined) throw taken(sameKeys.IndexName ?? "", "keys");
  return { IndexName, Keys: keys, IndexStatus: "ACTIVE" };
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidInputException", message);
}

function taken(index: string, by: string): AwsError {
  return new AwsError(
    "AlreadyExistsException",
    `Partition Index ${index} already exists with the same ${by}.`,
  );
}
