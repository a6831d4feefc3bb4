/**
 * Writes an object's records anew, each value in the form of its column's type: the way to read
 * what DuckDB's readers take otherwise than Athena does.
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { createReadStream, existsSync, renameSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { QueryError } from "../errors.ts";
import type { Type } from "../types/types.ts";
import type { Format } from "./format.ts";
import { compressionOf, type DataFile } from "./location.ts";
import { cloudTrailRecords } from "./records/cloudtrail.ts";
import { jsonRecord } from "./records/json_values.ts";
import { groupText, regexFields } from "./records/regex.ts";
import { csvFields, delimitedFields } from "./records/text.ts";
import { fieldText } from "./records/text_fields.ts";
import type { ScanContext } from "./scan_context.ts";
import { addScratch, holdScratch, type ScratchFile } from "./scratch.ts";

type Column = { name: string; type: Type; read: boolean };
type TextFormat = Exclude<Format, { kind: "parquet" }>;

const FLUSH_CHARS = 1 << 20;

/** Transcodes an object, once; gives the file with its records. */
export async function transcode(
  file: DataFile,
  format: TextFormat,
  columns: readonly Column[],
  context: ScanContext,
): Promise<ScratchFile> {
  const id = createHash("sha256").update(JSON.stringify([
    file.path,
    columns,
    format,
    format.kind === "json" ? [...format.mapping] : [],
  ])).digest("hex").slice(0, 40);
  const path = join(context.scratch, `${id}.records`);
  if (existsSync(path)) return holdScratch(path, context.held);
  await mkdir(context.scratch, { recursive: true });
  const draft = `${path}.${crypto.randomUUID()}`;
  try {
    const records = format.kind === "json" && format.cloudTrail
      ? cloudTrailRecords(lines(file), file)
      : lines(file);
    const longest = await write(
      draft,
      records,
      recordWriter(format, columns, file),
      context.signal,
    );
    // In one step with the note of it: a file that is there is known.
    renameSync(draft, path);
    addScratch(path, longest);
  } catch (error) {
    await rm(draft, { force: true });
    // Windows replaces no file that is open: another query has written the same, and reads it.
    if (!existsSync(path)) throw error;
  }
  return holdScratch(path, context.held);
}

type Record_ = (line: string, number: number) => string | undefined;

function recordWriter(format: TextFormat, columns: readonly Column[], file: DataFile): Record_ {
  const where = `s3://${file.bucket}/${file.key}`;
  if (format.kind === "json") {
    const read = jsonRecord(columns, format);
    return (line) => {
      try {
        return read(line);
      } catch (error) {
        if (
          format.ignoreMalformed && error instanceof QueryError &&
          error.code === "HIVE_CURSOR_ERROR"
        ) {
          // The SerDe gives a row of NULLs for a record it cannot read.
          return "{}";
        }
        throw error;
      }
    };
  }
  const split = format.kind === "csv"
    ? (line: string) => csvFields(line, format.separator, format.quote, format.escape)
    : format.kind === "regex"
    ? regexFields(format)
    : (line: string) => delimitedFields(line, format, columns.length);
  return (line, number) => {
    if (number < format.skip) return undefined;
    const fields = split(line);
    const values = columns.map((column, i) => {
      const text = fields[i];
      if (
        !column.read || text === undefined ||
        (format.kind === "delimited" && text === format.nullText)
      ) {
        return "";
      }
      const value = format.kind === "regex"
        ? groupText(text, column.type)
        : fieldText(text, column, format, where);
      return value === undefined ? "" : `"${i}":${value}`;
    });
    return `{${values.filter((value) => value !== "").join(",")}}`;
  };
}

/** Writes the records; gives the bytes of the longest. */
async function write(
  path: string,
  records: AsyncIterable<string>,
  record: Record_,
  signal: AbortSignal,
): Promise<number> {
  const output = await open(path, "wx");
  try {
    let buffer = "";
    let number = 0;
    let longest = 0;
    for await (const line of records) {
      const text = record(line, number++);
      if (text === undefined) continue;
      buffer += `${text}\n`;
      longest = Math.max(longest, Buffer.byteLength(text) + 1);
      if (buffer.length < FLUSH_CHARS) continue;
      signal.throwIfAborted();
      await output.write(buffer);
      buffer = "";
    }
    await output.write(buffer);
    return longest;
  } finally {
    await output.close();
  }
}

/** Lines of an object, unpacked; `\n` and `\r\n` end a line. */
async function* lines(file: DataFile): AsyncGenerator<string> {
  const raw = createReadStream(file.path);
  const compression = compressionOf(file.key);
  const stream = compression === "gzip"
    ? raw.pipe(createGunzip())
    : compression === "zstd"
    ? raw.pipe(createZstdDecompress())
    : raw;
  raw.on("error", (error) => stream.destroy(error));
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of stream) {
      const parts = decoder.decode(chunk as Uint8Array, { stream: true }).split("\n");
      for (const part of parts.slice(0, -1)) {
        const line = rest + part;
        rest = "";
        yield line.endsWith("\r") ? line.slice(0, -1) : line;
      }
      rest += parts.at(-1);
    }
  } catch (error) {
    if (compression === "uncompressed") throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new QueryError(
      "HIVE_CURSOR_ERROR",
      `Failed to read file: s3://${file.bucket}/${file.key}: ${reason}`,
    );
  }
  rest += decoder.decode();
  if (rest !== "") yield rest.endsWith("\r") ? rest.slice(0, -1) : rest;
}
