/**
 * What a classifier says of one object.
 * @module
 */
import type { GlueType } from "./glue_type.ts";

/** Formats the crawler's classifiers know. */
export type Classification = "json" | "csv" | "parquet";

/** Compression of a whole object. */
export type Compression = "none" | "gzip";

/** One column, with the name the data gives it. */
export interface Field {
  /** Name as it stands in the data. */
  name: string;
  type: GlueType;
}

/** How an object's records are laid out, as far as readers must know it. */
export interface CsvLayout {
  delimiter: string;
  header: boolean;
  quoted: boolean;
}

/** Format, columns and measures of one object. */
export interface FileSchema {
  classification: Classification;
  compression: Compression;
  /** Columns by lower-case name, in the order first seen. */
  fields: Map<string, Field>;
  /** Top-level keys of JSON records, as written. */
  paths: Set<string>;
  csv?: CsvLayout;
  /** Bytes of a record on average, uncompressed. */
  averageRecordSize: number;
  /** Records in the object, where its format says so. */
  records?: number;
}
