/**
 * The built-in Parquet classifier: reads the schema at the end of the file.
 * @module
 */
import { parquetMetadataAsync, type SchemaElement } from "hyparquet";
import type { ObjectInfo, ObjectStore } from "../../../types.ts";
import type { Field, FileSchema } from "./file_schema.ts";
import { type GlueType, scalar } from "./glue_type.ts";

/** Bytes read from the end of a file at first; most footers are within them. */
const FOOTER_BYTES = 64 * 1024;

/** Whether bytes begin as a Parquet file does. */
export function isParquet(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x41 && head[2] === 0x52 && head[3] === 0x31;
}

/**
 * Reads the schema of a Parquet file.
 *
 * @param store Where the object is
 * @param bucket Its bucket
 * @param object The object
 * @returns The schema; nothing where it has no columns
 * @throws {Error} The footer is cut or damaged
 */
export async function classifyParquet(
  store: ObjectStore,
  bucket: string,
  object: Pick<ObjectInfo, "key" | "size">,
): Promise<FileSchema | undefined> {
  const metadata = await parquetMetadataAsync({
    byteLength: object.size,
    slice: async (start: number, end: number = object.size) => {
      const bytes = await store.read(bucket, object.key, { start, end });
      return bytes.slice().buffer;
    },
  }, { initialFetchSize: FOOTER_BYTES });
  const root = metadata.schema[0];
  if (root === undefined) return undefined;
  const columns = readChildren(metadata.schema, 1, root.num_children ?? 0).children;
  if (columns.length === 0) return undefined;
  const records = Number(metadata.num_rows);
  const bytes = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  return {
    classification: "parquet",
    compression: "none",
    fields: new Map(columns.map((column) => [column.name.toLowerCase(), column])),
    paths: new Set(),
    averageRecordSize: records === 0 ? 0 : Math.floor(bytes / records),
    records,
  };
}

interface Children {
  children: Field[];
  /** Index of the element after them in the flattened schema. */
  next: number;
}

function readChildren(schema: readonly SchemaElement[], start: number, count: number): Children {
  const children: Field[] = [];
  let next = start;
  for (let child = 0; child < count; child++) {
    const element = schema[next];
    if (element === undefined) break;
    const inner = readChildren(schema, next + 1, element.num_children ?? 0);
    const type = element.num_children === undefined
      ? primitive(element)
      : group(element, inner.children);
    const repeated = element.repetition_type === "REPEATED" && !isWrapped(schema, next);
    children.push({ name: element.name, type: repeated ? { kind: "array", element: type } : type });
    next = inner.next;
  }
  return { children, next };
}

/** Whether an element is the repeated group inside a LIST or MAP, which is no array by itself. */
function isWrapped(schema: readonly SchemaElement[], index: number): boolean {
  const parent = schema[index - 1];
  return parent !== undefined && parent.num_children === 1 && logicalName(parent) !== undefined;
}

function group(element: SchemaElement, children: readonly Field[]): GlueType {
  const inner = children[0]?.type;
  const logical = logicalName(element);
  if (logical === "LIST" && inner !== undefined) {
    // The three-level form has one field in the repeated group; older writers leave that level out.
    const element = inner.kind === "struct" && inner.fields.size === 1
      ? inner.fields.values().next().value ?? inner
      : inner;
    return { kind: "array", element };
  }
  if (logical === "MAP" && inner?.kind === "struct") {
    const [key = scalar("string"), value = scalar("string")] = inner.fields.values();
    return { kind: "map", key, value };
  }
  return { kind: "struct", fields: new Map(children.map(({ name, type }) => [name, type])) };
}

function logicalName(element: SchemaElement): "LIST" | "MAP" | undefined {
  const converted = element.converted_type;
  if (converted === "LIST" || element.logical_type?.type === "LIST") return "LIST";
  if (converted === "MAP" || converted === "MAP_KEY_VALUE") return "MAP";
  return element.logical_type?.type === "MAP" ? "MAP" : undefined;
}

function primitive(element: SchemaElement): GlueType {
  const logical = element.logical_type;
  const converted = element.converted_type;
  if (converted === "DECIMAL" || logical?.type === "DECIMAL") {
    const precision = element.precision ?? (logical?.type === "DECIMAL" ? logical.precision : 38);
    const scale = element.scale ?? (logical?.type === "DECIMAL" ? logical.scale : 0);
    return scalar(`decimal(${precision},${scale})`);
  }
  if (converted === "DATE" || logical?.type === "DATE") return scalar("date");
  if (converted?.startsWith("TIMESTAMP") || logical?.type === "TIMESTAMP") {
    return scalar("timestamp");
  }
  switch (element.type) {
    case "BOOLEAN":
      return scalar("boolean");
    case "INT32":
      if (converted === "INT_8") return scalar("tinyint");
      if (converted === "INT_16") return scalar("smallint");
      return scalar("int");
    case "INT64":
      return scalar("bigint");
    case "INT96":
      return scalar("timestamp");
    case "FLOAT":
      return scalar("float");
    case "DOUBLE":
      return scalar("double");
    default: {
      const text = ["UTF8", "ENUM", "JSON"].includes(converted ?? "") ||
        ["STRING", "ENUM", "JSON", "UUID"].includes(logical?.type ?? "");
      return scalar(text ? "string" : "binary");
    }
  }
}
