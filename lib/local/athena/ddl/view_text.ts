/**
 * How the catalog keeps views: Presto's JSON, in base64, in a comment.
 * @module
 */
import type { Table } from "@aws-sdk/client-glue";

/** A view's definition. */
export interface ViewDefinition {
  originalSql: string;
  catalog: string;
  schema: string;
  columns: { name: string; type: string }[];
}

const BEFORE = "/* Presto View: ";
const AFTER = " */";

/** The text that a view's table keeps. */
export function encodeView(view: ViewDefinition): string {
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  return BEFORE + btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) + AFTER;
}

/** Reads the definition that a view's table keeps. */
export function decodeView(table: Table): ViewDefinition {
  const text = table.ViewOriginalText ?? "";
  const base64 = text.slice(BEFORE.length, -AFTER.length);
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as ViewDefinition;
}
