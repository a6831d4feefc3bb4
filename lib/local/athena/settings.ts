/**
 * What can be set of Athena.
 * @module
 */

/** What can be set. */
export interface AthenaSettings {
  /** Milliseconds a query stays QUEUED at least; 0 by default. */
  queuedMs?: number;
  /** Milliseconds a query stays RUNNING at least; 0 by default. */
  runningMs?: number;
  /** Queries that run at the same time; 4 by default. */
  concurrency?: number;
  /** Memory of the engine, in DuckDB's words; `2GB` by default. */
  memoryLimit?: string;
  /** Bytes of objects transcoded for reading that are kept; 4 GB by default. */
  scratchBytes?: number;
  /** Bytes of the largest result; 512 MB by default. */
  resultBytes?: number;
  /** Milliseconds after the start at which the engine is loaded without being asked; 1,500 by default, none if negative. */
  warmUpMs?: number;
}
