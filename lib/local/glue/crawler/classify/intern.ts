/**
 * Keeps one copy of each schema, for a folder's objects mostly have the same.
 * @module
 */
import type { FileSchema } from "./file_schema.ts";
import type { GlueType } from "./glue_type.ts";

/**
 * Makes a function that gives schemas with the same columns the same `fields` and `paths`, so that
 * a million objects take little memory and are compared by identity.
 *
 * @returns The function; what it has seen lives as long as it
 */
export function createInterner(): (schema: FileSchema) => FileSchema {
  const seen = new Map<string, Pick<FileSchema, "fields" | "paths">>();
  return (schema) => {
    const columns = Array.from(
      schema.fields,
      ([key, { name, type }]) => [key, name, idOf(type)],
    );
    const id = JSON.stringify([columns, [...schema.paths]]);
    const known = seen.get(id);
    if (known !== undefined) return { ...schema, fields: known.fields, paths: known.paths };
    seen.set(id, schema);
    return schema;
  };
}

/** A type in full: unlike its name in the catalog, this tells null from text. */
function idOf(type: GlueType): unknown {
  switch (type.kind) {
    case "null":
      return null;
    case "scalar":
      return type.name;
    case "array":
      return [idOf(type.element)];
    case "map":
      return [idOf(type.key), idOf(type.value)];
    case "struct":
      return { fields: Array.from(type.fields, ([name, field]) => [name, idOf(field)]) };
  }
}
