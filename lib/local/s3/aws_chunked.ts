/**
 * Bodies in the encoding `aws-chunked`: chunks with their size (and signature) before them, and
 * trailing headers with the checksum. Signatures are not checked.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * @module
 */
import { s3Error } from "./errors.ts";
import { LineReader } from "./line_reader.ts";

/** Most trailing headers. */
const MAX_TRAILERS = 16;

/**
 * Decodes a body.
 *
 * @param source The body as sent
 * @param trailers Takes the trailing headers, by lower-case name, once the body is read
 * @returns The bytes themselves
 * @throws {AwsError} `IncompleteBody`, `MalformedTrailerError`
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  trailers: Map<string, string>,
): AsyncGenerator<Uint8Array> {
  const reader = new LineReader(source);
  while (true) {
    const size = chunkSize(await reader.line());
    if (size === 0) break;
    yield* reader.bytes(size);
    if (await reader.line() !== "") throw s3Error("IncompleteBody");
  }
  for (let count = 0;; count++) {
    const line = await reader.line(true);
    if (line === undefined || line === "") break;
    const colon = line.indexOf(":");
    if (colon < 1 || count === MAX_TRAILERS) throw s3Error("MalformedTrailerError");
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}

function chunkSize(line: string): number {
  const match = /^([0-9a-f]{1,12})(;.*)?$/i.exec(line);
  if (match === null) throw s3Error("IncompleteBody");
  return parseInt(match[1]!, 16);
}
