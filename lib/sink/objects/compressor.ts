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

/** Compresses, until it is closed. */
export interface Compressor {
  /**
   * Compresses bytes.
   *
   * @param parts Bytes that follow each other
   * @returns A gzip file
   */
  gzip(parts: readonly Uint8Array[]): Promise<Uint8Array>;
  /** Ends the worker; what it was doing fails. */
  close(): void;
}

/**
 * Makes a compressor; its worker is started with the first large object.
 *
 * @returns The compressor
 */
export function createCompressor(): Compressor {
  let worker: Worker | undefined;
  let shared = new SharedArrayBuffer(0);
  let current: PromiseWithResolvers<Uint8Array> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const end = (why: string) => {
    worker?.terminate();
    worker = undefined;
    current?.reject(new Error(why));
    current = undefined;
  };
  const start = (): Worker => {
    const url = new URL("./compressor_worker.ts", import.meta.url);
    const started = new Worker(url, { type: "module" });
    started.onmessage = ({ data }: MessageEvent<Compressed>) => {
      current?.resolve(data);
      current = undefined;
    };
    started.onerror = (event) => {
      event.preventDefault();
      end(`The compressor failed: ${event.message}`);
    };
    return started;
  };
  const compress = async (parts: readonly Uint8Array[], length: number): Promise<Uint8Array> => {
    if (closed) throw new Error("The compressor is closed");
    // Shared memory, written over and over: what is handed over instead would stay with the worker
    // until its own garbage collection, which hardly ever comes.
    if (shared.byteLength < length) {
      const steps = Math.ceil(length / SHARED_STEP_BYTES);
      shared = new SharedArrayBuffer(steps * SHARED_STEP_BYTES);
    }
    const bytes = new Uint8Array(shared);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const done = current = Promise.withResolvers<Uint8Array>();
    worker ??= start();
    worker.postMessage({ shared, length } satisfies CompressMessage);
    try {
      return await done.promise;
    } finally {
      if (shared.byteLength > SHARED_KEPT_BYTES) shared = new SharedArrayBuffer(0);
    }
  };
  return {
    gzip(parts) {
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      if (length < WORKER_BYTES) return Promise.resolve(gzipBytes(Buffer.concat(parts)));
      const done = last.then(() => compress(parts, length));
      last = done.catch(() => {});
      return done;
    },
    close() {
      closed = true;
      end("The compressor was closed");
    },
  };
}
