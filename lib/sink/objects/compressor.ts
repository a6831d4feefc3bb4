/**
 * Compression beside fetching. Deno's asynchronous gzip runs on the caller's own thread, so large
 * objects are given to a worker, one at a time.
 * @module
 */
import { Buffer } from "node:buffer";
import { gzipBytes } from "./gzip.ts";

/** Bytes below which a worker costs more than it saves. */
const WORKER_BYTES = 256 * 1024;
/** The shared memory is made in steps of so many bytes, so that one serves objects alike in size. */
const SHARED_STEP_BYTES = 1024 * 1024;
/** Most bytes of shared memory that are kept for the next object. */
const SHARED_KEPT_BYTES = 16 * 1024 * 1024;

/** What the worker is asked: the bytes are the first ones of the shared memory. */
export interface CompressMessage {
  shared: SharedArrayBuffer;
  length: number;
}

/** What it answers: a gzip file. */
export type Compressed = Uint8Array<ArrayBuffer>;

/** Compresses, until it is closed; its worker is started with the first large object. */
export class Compressor {
  #worker: Worker | undefined;
  /**
   * Shared memory, written over and over: what is handed over instead would stay with the worker
   * until its own garbage collection, which hardly ever comes.
   */
  #shared = new SharedArrayBuffer(0);
  /** The object that the worker is at. */
  #current: PromiseWithResolvers<Compressed> | undefined;
  /** Settled once the worker is free for the next object. */
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /**
   * Compresses bytes.
   *
   * @param parts Bytes that follow each other
   * @returns A gzip file
   */
  gzip(parts: readonly Uint8Array[]): Promise<Uint8Array> {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length < WORKER_BYTES) return Promise.resolve(gzipBytes(Buffer.concat(parts)));
    const done = this.#last.then(() => this.#compress(parts, length));
    this.#last = done.catch(() => {});
    return done;
  }

  /** Ends the worker; what it was doing fails. */
  close(): void {
    this.#closed = true;
    this.#end("The compressor was closed");
  }

  async #compress(parts: readonly Uint8Array[], length: number): Promise<Uint8Array> {
    if (this.#closed) throw new Error("The compressor is closed");
    if (this.#shared.byteLength < length) {
      const steps = Math.ceil(length / SHARED_STEP_BYTES);
      this.#shared = new SharedArrayBuffer(steps * SHARED_STEP_BYTES);
    }
    const shared = this.#shared;
    const bytes = new Uint8Array(shared);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const done = this.#current = Promise.withResolvers();
    this.#worker ??= this.#start();
    this.#worker.postMessage({ shared, length } satisfies CompressMessage);
    try {
      return await done.promise;
    } finally {
      if (shared.byteLength > SHARED_KEPT_BYTES) this.#shared = new SharedArrayBuffer(0);
    }
  }

  #start(): Worker {
    const url = new URL("./compressor_worker.ts", import.meta.url);
    const worker = new Worker(url, { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Compressed>) => {
      this.#current?.resolve(data);
      this.#current = undefined;
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(`The compressor failed: ${event.message}`);
    };
    return worker;
  }

  #end(why: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#current?.reject(new Error(why));
    this.#current = undefined;
  }
}
