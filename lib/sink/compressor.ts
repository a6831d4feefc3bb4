/**
 * Compression beside fetching. Deno's asynchronous gzip runs on the caller's own thread, so large
 * objects are given to a worker.
 * @module
 */
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";

/** Lowest level: the numbers of a price list shrink hardly further, and it is the fastest. */
export const GZIP_LEVEL = 1;

/** Bytes below which a worker costs more than it saves. */
const WORKER_BYTES = 256 * 1024;

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

/** What a worker is asked, and what it answers. */
export interface CompressMessage {
  id: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Makes a compressor; its worker is started with the first large object.
 *
 * @returns The compressor
 */
export function createCompressor(): Compressor {
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let worker: Worker | undefined;
  let next = 0;
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker?.terminate();
    worker = undefined;
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./compressor_worker.ts", import.meta.url), {
      type: "module",
    });
    started.onmessage = ({ data }: MessageEvent<CompressMessage>) => {
      waiting.get(data.id)?.resolve(data.bytes);
      waiting.delete(data.id);
    };
    started.onerror = (event) => {
      event.preventDefault();
      fail(new Error(`The compressor failed: ${event.message}`));
    };
    return started;
  };
  return {
    gzip(parts) {
      const size = parts.reduce((sum, { length }) => sum + length, 0);
      if (size < WORKER_BYTES) {
        return Promise.resolve(gzipSync(Buffer.concat(parts), { level: GZIP_LEVEL }));
      }
      const bytes = new Uint8Array(size);
      let at = 0;
      for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
      }
      const id = next++;
      const done = Promise.withResolvers<Uint8Array>();
      waiting.set(id, done);
      worker ??= start();
      worker.postMessage({ id, bytes } satisfies CompressMessage, [bytes.buffer]);
      return done.promise;
    },
    close: () => fail(new Error("The compressor was closed")),
  };
}
