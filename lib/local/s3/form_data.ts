/**
 * Forms in the encoding `multipart/form-data`, with a file as their last field.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 * @module
 */
import { Buffer } from "node:buffer";
import { s3Error } from "./errors.ts";
import { LineReader } from "./line_reader.ts";

/** Most bytes of the fields before the file. */
const MAX_FIELD_BYTES = 20 * 1024;

/** Most headers of a field. */
const MAX_HEADERS = 16;

/** A form that was read up to its file. */
export interface Form {
  /** Fields before the file, by lower-case name. */
  fields: Map<string, string>;
  /** The file's name, without folders. */
  filename: string | undefined;
  /** The file's bytes. */
  file: AsyncIterable<Uint8Array>;
}

/**
 * Reads a form up to its file.
 *
 * @param source The body
 * @param contentType What the request says the body is
 * @returns The fields, and the file to be read
 * @throws {AwsError} `PreconditionFailed`, `MalformedPOSTRequest`,
 *   `MaxPostPreDataLengthExceededError`, and `InvalidArgument` where there is no file
 */
export async function readForm(
  source: AsyncIterable<Uint8Array>,
  contentType: string | null,
): Promise<Form> {
  const found = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;,]{1,70}))/i
    .exec(contentType ?? "");
  if (found === null) {
    const Condition = "Bucket POST must be of the enclosure-type multipart/form-data";
    throw s3Error("PreconditionFailed", { Condition });
  }
  const mark = Buffer.from(`\r\n--${found[1] ?? found[2]}`);
  const reader = new LineReader(startingOnNewLine(source), "MalformedPOSTRequest");
  const fields = new Map<string, string>();
  let size = 0;
  const text = async () => {
    const pieces: Uint8Array[] = [];
    for await (const piece of reader.until(mark)) {
      size += piece.length;
      if (size > MAX_FIELD_BYTES) throw s3Error("MaxPostPreDataLengthExceededError");
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString();
  };
  await text();
  while (await anotherPart(reader)) {
    const { name, filename } = await readDisposition(reader);
    if (name.toLowerCase() === "file") {
      return {
        fields,
        filename: filename?.replace(/^.*[/\\]/s, ""),
        file: reader.until(mark),
      };
    }
    fields.set(name.toLowerCase(), await text());
  }
  throw s3Error(
    "InvalidArgument",
    { ArgumentName: "file", ArgumentValue: "0" },
    "POST requires exactly one file upload per request.",
  );
}

/** A boundary stands at the beginning of a line; the first one may begin the body. */
async function* startingOnNewLine(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield Buffer.from("\r\n");
  yield* source;
}

/** After a boundary stands the next part, or, after two hyphens, none. */
async function anotherPart(reader: LineReader): Promise<boolean> {
  let after = "";
  for await (const piece of reader.bytes(2)) after += Buffer.from(piece).toString("latin1");
  if (after !== "\r\n" && after !== "--") throw s3Error("MalformedPOSTRequest");
  return after === "\r\n";
}

/** Reads a part's headers: what they say its field's name, and its file's, are. */
async function readDisposition(
  reader: LineReader,
): Promise<{ name: string; filename: string | undefined }> {
  let disposition = "";
  for (let count = 0;; count++) {
    const line = Buffer.from(await reader.line(), "latin1").toString();
    if (line === "") break;
    if (count === MAX_HEADERS) throw s3Error("MalformedPOSTRequest");
    if (/^content-disposition:/i.test(line)) disposition = line;
  }
  const name = parameter(disposition, "name");
  if (name === undefined) throw s3Error("MalformedPOSTRequest");
  return { name, filename: parameter(disposition, "filename") };
}

/** Browsers write quotes in names as `%22`, and others put a backslash before them. */
function parameter(disposition: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]*))`, "i")
    .exec(disposition);
  return found?.[1]?.replace(/\\(["\\])/g, "$1").replaceAll("%22", '"') ?? found?.[2];
}
