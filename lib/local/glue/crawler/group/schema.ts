/**
 * Schemas of folders and tables: made of those of objects, and compared with each other.
 * @module
 */
import type {
  Classification,
  Compression,
  CsvLayout,
  Field,
  FileSchema,
} from "../classify/file_schema.ts";
import { compatible, mergeTypes } from "../classify/glue_type.ts";

/** Schemas at one level that differ by this share of their columns or less are one table's. */
const SIMILAR = 0.7;

/** Different schemas at one level that can still be one table's. */
const MAX_DISTINCT = 5;

/** How many and how large the objects behind a schema are. */
export interface Measures {
  objects: number;
  bytes: number;
  records: number;
  /** Sum over objects of the bytes of a record on average. */
  recordSizes: number;
}

/** What a folder's or a table's data looks like. */
export interface DataSchema {
  classification: Classification;
  compression: Compression;
  csv?: CsvLayout;
  fields: Map<string, Field>;
  paths: Set<string>;
  measures: Measures;
}

/** Gives the schema of a single object of a size in bytes. */
export function fromFile(file: FileSchema, size: number): DataSchema {
  const records = file.records ??
    Math.max(1, Math.floor(size / Math.max(1, file.averageRecordSize)));
  return {
    classification: file.classification,
    compression: file.compression,
    ...(file.csv ? { csv: file.csv } : {}),
    fields: file.fields,
    paths: file.paths,
    measures: { objects: 1, bytes: size, records, recordSizes: file.averageRecordSize },
  };
}

/** Puts schemas of the same format together; columns stay in the order first seen. */
export function mergeSchemas(schemas: readonly DataSchema[]): DataSchema {
  const [first, ...rest] = schemas;
  if (first === undefined) throw new RangeError("Could not merge schemas: there are none");
  if (rest.length === 0) return first;
  const fields = new Map(first.fields);
  const paths = new Set(first.paths);
  const measures = { ...first.measures };
  const merged = new Set([first.fields]);
  for (const schema of rest) {
    measures.objects += schema.measures.objects;
    measures.bytes += schema.measures.bytes;
    measures.records += schema.measures.records;
    measures.recordSizes += schema.measures.recordSizes;
    if (merged.has(schema.fields)) continue;
    merged.add(schema.fields);
    for (const [key, field] of schema.fields) {
      const before = fields.get(key);
      if (before === undefined) fields.set(key, field);
      else if (before.type !== field.type) {
        fields.set(key, { name: before.name, type: mergeTypes(before.type, field.type) });
      }
    }
    for (const path of schema.paths) paths.add(path);
  }
  return { ...first, fields, paths, measures };
}

/** Names what must be the same for data to be one table: format, compression, delimiter, header. */
export function formatOf(schema: DataSchema): string {
  const { classification, compression, csv } = schema;
  return JSON.stringify([classification, compression, csv?.delimiter, csv?.header]);
}

/** Share of the larger schema's columns that the other has too, with a type that fits. */
function similarity(a: DataSchema, b: DataSchema): number {
  if (a.fields === b.fields) return 1;
  let common = 0;
  for (const [key, field] of a.fields) {
    const other = b.fields.get(key);
    if (other !== undefined && compatible(field.type, other.type)) common++;
  }
  return common / Math.max(a.fields.size, b.fields.size);
}

/**
 * Whether schemas at one level are one table's: each is more than 70% like the most frequent one,
 * and there are at most 5 different ones.
 *
 * @param schemas Schemas of sibling folders, or of a folder's objects
 */
export function areAlike(schemas: readonly DataSchema[]): boolean {
  const distinct: { schema: DataSchema; count: number }[] = [];
  for (const schema of schemas) {
    const known = distinct.find((one) => similarity(one.schema, schema) === 1);
    if (known !== undefined) known.count++;
    else if (distinct.push({ schema, count: 1 }) > MAX_DISTINCT) return false;
  }
  const [first, ...others] = distinct.toSorted((a, b) => b.count - a.count);
  return others.every((other) => isSimilar(other.schema, first?.schema ?? other.schema));
}

/** Whether two schemas are more than 70% alike. */
export function isSimilar(a: DataSchema, b: DataSchema): boolean {
  return similarity(a, b) > SIMILAR;
}
