/**
 * What scans are made with, and a scan whose objects are known.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Scan } from "../analyze/context.ts";
import type { Catalog, ObjectStore } from "../../types.ts";
import type { Format } from "./format.ts";
import type { DataFile } from "./location.ts";

/** What scans are made with. */
export interface ScanContext {
  catalog: Catalog;
  store: ObjectStore;
  connection: DuckDBConnection;
  /** Folder for objects that were transcoded. */
  scratch: string;
  /** Transcoded objects that the query reads. */
  held: Set<string>;
  signal: AbortSignal;
}

/** A scan whose objects are known. */
export interface PlannedScan {
  scan: Scan;
  /** Values of the partitions that are read. */
  partitions: (readonly (string | null)[])[];
  groups: { format: Format; files: DataFile[] }[];
  /** Objects that DuckDB's own reader does not read as Athena does. */
  exact: Set<string>;
  /** Bytes that reading takes, as they are stored. */
  bytes: number;
}
