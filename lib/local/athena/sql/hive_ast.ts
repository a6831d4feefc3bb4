/**
 * Statements in Hive's grammar, as Athena takes them for DDL.
 * @module
 */
import type { Position, QueryError } from "../errors.ts";

/** Part of a name that stands before another. */
export interface Qualifier {
  /** As written. */
  text: string;
  /** Offsets of it and of what stands between it and the next part. */
  start: number;
  end: number;
}

/** A table's name in DDL. */
export interface HiveName {
  database?: string;
  table: string;
  position: Position;
  /** A catalog that is not Athena's own. */
  catalog?: string;
  /** The parts before the last, where they may be left out: Athena's own catalog, the database. */
  qualifiers: readonly Qualifier[];
  /** Set where the name is one for views alone: what is said of a table. */
  refused?: QueryError;
}

/** A column in DDL; the type as the catalog keeps it. */
export interface HiveColumn {
  name: string;
  type: string;
  comment?: string;
}

/** `(dt='2024-01-31', hour='10')` */
export type PartitionSpec = { name: string; value: string }[];

/** CREATE EXTERNAL TABLE. */
export interface CreateTable {
  kind: "createTable";
  name: HiveName;
  ifNotExists: boolean;
  external: boolean;
  columns: HiveColumn[];
  comment?: string;
  partitionedBy: HiveColumn[];
  /** CLUSTERED BY: what the objects are to be divided by. */
  buckets?: { columns: string[]; count: number };
  rowFormat?: { serde: string; properties: Record<string, string> } | {
    delimited: Record<string, string>;
  };
  storedAs?: string;
  inputFormat?: string;
  outputFormat?: string;
  location?: string;
  properties: Record<string, string>;
}

/** A statement of DDL, or one that shows what the catalog has. */
export type HiveStatement =
  | CreateTable
  | {
    kind: "createDatabase";
    name: string;
    ifNotExists: boolean;
    comment?: string;
    location?: string;
    properties: Record<string, string>;
  }
  | { kind: "dropDatabase"; name: string; ifExists: boolean; cascade: boolean }
  | { kind: "alterDatabase"; name: string; properties: Record<string, string> }
  | { kind: "dropTable"; name: HiveName; ifExists: boolean }
  | {
    kind: "addPartitions";
    name: HiveName;
    ifNotExists: boolean;
    partitions: { spec: PartitionSpec; location?: string }[];
  }
  | { kind: "dropPartitions"; name: HiveName; ifExists: boolean; specs: PartitionSpec[] }
  | { kind: "renamePartition"; name: HiveName; from: PartitionSpec; to: PartitionSpec }
  | {
    kind: "addColumns";
    name: HiveName;
    /** The partition whose columns they are; else they are the table's. */
    partition?: PartitionSpec;
    columns: HiveColumn[];
    replace: boolean;
  }
  | {
    kind: "changeColumn";
    name: HiveName;
    from: string;
    column: HiveColumn;
    /** Where the column goes: to the front, or after another. */
    place?: { after?: string };
  }
  /** `name` is the word COLUMN as it was written, `from` its place. */
  | { kind: "dropColumn"; name: string; from: Position }
  | { kind: "renameTable"; name: HiveName }
  | { kind: "setLocation"; name: HiveName; partition?: PartitionSpec; location: string }
  | { kind: "setProperties"; name: HiveName; properties: Record<string, string> }
  | { kind: "repair"; name: HiveName }
  | { kind: "showDatabases"; pattern?: string }
  | { kind: "showTables"; database?: string; pattern?: string; qualifiers?: readonly Qualifier[] }
  | { kind: "showViews"; database?: string; pattern?: string; qualifiers?: readonly Qualifier[] }
  | { kind: "showColumns"; name: HiveName }
  | { kind: "showPartitions"; name: HiveName }
  | { kind: "showProperties"; name: HiveName; property?: string }
  | { kind: "showCreateTable"; name: HiveName }
  | { kind: "showCreateView"; name: HiveName }
  | {
    kind: "describe";
    name: HiveName;
    /** Whether all that the catalog has of it is asked for. */
    formatted: boolean;
    partition?: PartitionSpec;
    column?: string;
  };
