/**
 * What of a table is read at a time.
 * @module
 */
import type { StorageDescriptor } from "@aws-sdk/client-glue";

/** A part of a table: a partition, or all of it. */
export interface Part {
  values: readonly (string | null)[];
  location: string;
  storage?: StorageDescriptor;
}
