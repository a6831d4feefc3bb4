/**
 * What the embedded services know of each other.
 * @module
 */
import type { Database, Partition, Table } from "@aws-sdk/client-glue";

/** An object in a bucket, without its bytes. */
export interface ObjectInfo {
  key: string;
  /** Bytes stored. */
  size: number;
  /** Entity tag, without quotes. */
  etag: string;
  lastModified: Date;
  contentType?: string;
  contentEncoding?: string;
  /** User metadata, by lower-case name without `x-amz-meta-`. */
  metadata: Record<string, string>;
}

/** The buckets, as Glue and Athena see them. */
export interface ObjectStore {
  hasBucket(bucket: string): boolean;
  /**
   * Objects whose key begins with a prefix, in the order of their keys' UTF-8 bytes.
   * `startAfter` is exclusive. The iteration pages by itself: a million objects are fine.
   */
  list(
    bucket: string,
    options?: { prefix?: string; startAfter?: string },
  ): Iterable<ObjectInfo>;
  head(bucket: string, key: string): ObjectInfo | undefined;
  /** Absolute path of the file with an object's bytes; the file's name says nothing of the key. */
  filePath(bucket: string, key: string): string;
  /** Bytes `start` (inclusive) to `end` (exclusive) of an object; all of it by default. */
  read(bucket: string, key: string, range?: { start: number; end: number }): Promise<Uint8Array>;
  put(
    bucket: string,
    key: string,
    bytes: Uint8Array,
    options?: { contentType?: string; metadata?: Record<string, string> },
  ): Promise<ObjectInfo>;
  delete(bucket: string, key: string): Promise<void>;
}

/**
 * The Data Catalog: databases, tables and partitions in the shapes of the Glue API. Names are lower
 * case. Partitions of a table are told apart by their values.
 */
export interface Catalog {
  databases(): Database[];
  database(name: string): Database | undefined;
  putDatabase(database: Database): void;
  /** Deletes a database with its tables and their partitions. */
  deleteDatabase(name: string): void;
  tables(database: string): Table[];
  table(database: string, name: string): Table | undefined;
  putTable(table: Table): void;
  /** Deletes a table with its partitions. */
  deleteTable(database: string, name: string): void;
  partitions(database: string, table: string): Iterable<Partition>;
  partition(database: string, table: string, values: readonly string[]): Partition | undefined;
  putPartitions(database: string, table: string, partitions: readonly Partition[]): void;
  deletePartitions(database: string, table: string, values: readonly (readonly string[])[]): void;
}

/** One service behind the AWS JSON protocol: an operation's name and input, and its output. */
export interface JsonService {
  /** What stands before the dot of `X-Amz-Target`, such as `AWSGlue`. */
  readonly target: string;
  /**
   * Runs one operation.
   *
   * @throws {AwsError} The service's own error; for an unknown operation `UnknownOperationException`
   */
  handle(operation: string, input: Record<string, unknown>): Promise<unknown>;
  /** Ends what runs in the background. */
  close(): Promise<void>;
}
