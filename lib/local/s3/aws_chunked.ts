/**
 * Bodies in the encoding `aws-chunked`: chunks with their size (and signature) before them, and
 * trailing headers with the checksum. Signatures are not checked.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * @module
 */
import { Buffer } from "node:buffer";
import { s3Error } from "./errors.ts";

/** Longest line: a chunk's size and signature, or a trailing header. */
const MAX_LINE = 4096;

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

/** Reads lines and runs of bytes from chunks that end anywhere. */
class LineReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #rest = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF. At the end of the body: `undefined`, if that is allowed. */
  line(): Promise<string>;
  line(endAllowed: true): Promise<string | undefined>;
  async line(endAllowed = false): Promise<string | undefined> {
    let line = Buffer.alloc(0);
    while (true) {
      const end = this.#rest.indexOf(10);
      const piece = end === -1 ? this.#rest : this.#rest.subarray(0, end + 1);
      line = Buffer.concat([line, piece]);
      if (line.length > MAX_LINE) throw s3Error("IncompleteBody");
      this.#rest = this.#rest.subarray(piece.length);
      if (end !== -1) return line.toString("latin1").replace(/\r?\n$/, "");
      if (await this.#fill()) continue;
      if (endAllowed && line.length === 0) return undefined;
      throw s3Error("IncompleteBody");
    }
  }

  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0 && !await this.#fill()) throw s3Error("IncompleteBody");
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#rest = next.value as Uint8Array<ArrayBuffer>;
    return true;
  }
}
