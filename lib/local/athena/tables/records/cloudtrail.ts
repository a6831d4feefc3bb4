/**
 * Records of CloudTrail: an object is one JSON document, whose array `Records` holds them.
 * @module
 */
import { type JsonValue, parseJson } from "../../engine/text/json_text.ts";
import { QueryError } from "../../errors.ts";
import type { DataFile } from "../location.ts";
import { plain } from "./json_nested.ts";

/**
 * Takes the records out of a document, each as a line of JSON.
 *
 * @param lines The document
 * @param file The object it stands in
 * @throws {QueryError} The object is no such document
 */
export async function* cloudTrailRecords(
  lines: AsyncIterable<string>,
  file: DataFile,
): AsyncGenerator<string> {
  const text = (await Array.fromAsync(lines)).join("\n");
  if (text.trim() === "") return;
  for (const record of recordsOf(text, file)) yield plain(record);
}

function recordsOf(text: string, { bucket, key }: DataFile): JsonValue[] {
  const failed = (reason: string) =>
    new QueryError("HIVE_CURSOR_ERROR", `s3://${bucket}/${key} is no log of CloudTrail: ${reason}`);
  let document: JsonValue;
  try {
    document = parseJson(text);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
  const records = document instanceof Map ? document.get("Records") : undefined;
  if (Array.isArray(records)) return records;
  throw failed("it has no array named Records");
}
