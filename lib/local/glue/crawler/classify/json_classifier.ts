/**
 * The built-in JSON classifier: objects one a line, several objects after each other, one object
 * over several lines, or an array.
 * @module
 */
import type { Field, FileSchema } from "./file_schema.ts";
import { type GlueType, mergeTypes } from "./glue_type.ts";
import { scanJson, skipSpace } from "./json_scanner.ts";
import type { Sample } from "./sample.ts";

/** Column of a file that is one JSON array: the crawler takes the array for one record. */
const ARRAY_COLUMN = "array";

/**
 * Infers the schema of JSON.
 *
 * @param sample Beginning of the object
 * @returns The schema; `"more"` where the sample ends inside the first record; nothing where it is
 * no JSON, or JSON without columns
 */
export function classifyJson(sample: Sample): FileSchema | "more" | undefined {
  const { text } = sample;
  let at = skipSpace(text, 0);
  if (text[at] !== "{" && text[at] !== "[") return undefined;
  let schema: GlueType | undefined;
  let records = 0;
  let consumed = 0;
  while (at < text.length) {
    const scanned = scanJson(text, at);
    if (scanned === "incomplete") break;
    if (scanned === "malformed") {
      if (records === 0) return undefined;
      at = nextLine(text, at);
      continue;
    }
    at = skipSpace(text, scanned.end);
    const record = asRecord(scanned.type);
    if (record === undefined) continue;
    schema = schema === undefined ? record : mergeTypes(schema, record);
    records++;
    consumed = at;
  }
  if (schema === undefined) return sample.complete ? undefined : "more";
  if (schema.kind !== "struct") return undefined;
  // A column needs a name.
  const fields = new Map(schema.fields);
  fields.delete("");
  if (fields.size === 0) return undefined;
  const bytes = consumed === text.length ? sample.bytes : byteLength(text.slice(0, consumed));
  return {
    classification: "json",
    compression: sample.compression,
    fields: foldNames(fields),
    paths: new Set(fields.keys()),
    averageRecordSize: Math.max(1, Math.floor(bytes / records)),
  };
}

function asRecord(type: GlueType): GlueType | undefined {
  if (type.kind === "struct") return type;
  if (type.kind === "array") return { kind: "struct", fields: new Map([[ARRAY_COLUMN, type]]) };
  return undefined;
}

function foldNames(fields: Map<string, GlueType>): Map<string, Field> {
  const folded = new Map<string, Field>();
  for (const [name, type] of fields) {
    const before = folded.get(name.toLowerCase());
    folded.set(
      name.toLowerCase(),
      before === undefined
        ? { name, type }
        : { name: before.name, type: mergeTypes(before.type, type) },
    );
  }
  return folded;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : skipSpace(text, end);
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
