/**
 * Bodies that are lines and runs of bytes: the encoding `aws-chunked`, and forms.
 * @module
 */
import { Buffer } from "node:buffer";
import { s3Error, type S3ErrorCode } from "./errors.ts";

/** Longest line: a chunk's size and signature, or a header. */
const MAX_LINE = 4096;

/** Reads lines and runs of bytes from chunks that end anywhere. */
export class LineReader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #malformed: S3ErrorCode;
  #rest = new Uint8Array(0);

  /**
   * @param source The body
   * @param malformed Error of a body that is not as it has to be
   */
  constructor(source: AsyncIterable<Uint8Array>, malformed: S3ErrorCode = "IncompleteBody") {
    this.#source = source[Symbol.asyncIterator]();
    this.#malformed = malformed;
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
      if (line.length > MAX_LINE) throw s3Error(this.#malformed);
      this.#rest = this.#rest.subarray(piece.length);
      if (end !== -1) return line.toString("latin1").replace(/\r?\n$/, "");
      if (await this.#fill()) continue;
      if (endAllowed && line.length === 0) return undefined;
      throw s3Error(this.#malformed);
    }
  }

  /** So many bytes. */
  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    for (let left = count; left > 0;) {
      if (this.#rest.length === 0 && !await this.#fill()) throw s3Error(this.#malformed);
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** The bytes up to a mark, which is taken too. */
  async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
    while (true) {
      const rest = Buffer.from(this.#rest.buffer, this.#rest.byteOffset, this.#rest.length);
      const at = rest.indexOf(mark);
      // The mark may begin in this piece and end in the next.
      const sure = at === -1 ? Math.max(0, rest.length - mark.length + 1) : at;
      if (sure > 0) yield this.#rest.subarray(0, sure);
      if (at !== -1) {
        this.#rest = this.#rest.subarray(at + mark.length);
        return;
      }
      const kept = this.#rest.subarray(sure);
      if (!await this.#fill()) throw s3Error(this.#malformed);
      this.#rest = Buffer.concat([kept, this.#rest]);
    }
  }

  async #fill(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#rest = next.value as Uint8Array<ArrayBuffer>;
    return true;
  }
}
