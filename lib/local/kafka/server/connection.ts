/**
 * One client's connection: its requests are answered one after another, in their order.
 * @module
 */
import type { Broker } from "../broker.ts";
import { MalformedError } from "../protocol/reader.ts";
import { answer } from "./dispatch.ts";
import { readFrames } from "./frames.ts";

/** Requests, and bytes of them, that may wait while one is worked on. */
const MAX_WAITING = 32;
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/**
 * Serves a connection until either side ends it.
 *
 * @param conn The connection
 * @param broker What to serve
 * @param onError Told of failures that are not the client's
 */
export async function serveConnection(
  conn: Deno.TcpConn,
  broker: Broker,
  onError: (error: unknown) => void,
): Promise<void> {
  const closed = new AbortController();
  const nextRequestListeners = new Set<() => void>();
  const context = {
    broker,
    clientHost: `/${(conn.remoteAddr as Deno.NetAddr).hostname}`,
    signal: closed.signal,
    onNextRequest(listener: () => void) {
      if (waiting > 1) queueMicrotask(listener);
      nextRequestListeners.add(listener);
      return () => void nextRequestListeners.delete(listener);
    },
  };
  let waiting = 0;
  let waitingBytes = 0;
  let last = Promise.resolve();

  const close = () => {
    if (closed.signal.aborted) return;
    closed.abort();
    conn.close();
  };
  const serve = async (frame: Uint8Array) => {
    try {
      if (closed.signal.aborted) return;
      const parts = await answer(frame, context);
      for (const part of parts ?? []) {
        for (let at = 0; at < part.length;) at += await conn.write(part.subarray(at));
      }
    } catch (error) {
      // The client hears of it by its connection closing, as with Kafka.
      if (!(error instanceof MalformedError) && !closed.signal.aborted && !isBroken(error)) {
        onError(error);
      }
      close();
    } finally {
      waiting--;
      waitingBytes -= frame.length;
    }
  };

  try {
    conn.setNoDelay();
    for await (const frame of readFrames(conn, Number(broker.config("socket.request.max.bytes")))) {
      waiting++;
      waitingBytes += frame.length;
      if (waiting > 1) { for (const listener of [...nextRequestListeners]) listener(); }
      last = last.then(() => serve(frame));
      while (waiting > MAX_WAITING || waiting > 0 && waitingBytes > MAX_WAITING_BYTES) await last;
    }
  } catch (error) {
    if (!(error instanceof MalformedError) && !closed.signal.aborted && !isBroken(error)) {
      onError(error);
    }
  }
  closed.abort();
  await last;
  try {
    conn.close();
  } catch (error) {
    // Closed already, where an answer could not be given.
    if (!(error instanceof Deno.errors.BadResource)) throw error;
  }
}

/** Whether the other side is gone. */
function isBroken(error: unknown): boolean {
  return error instanceof Deno.errors.ConnectionReset ||
    error instanceof Deno.errors.BrokenPipe ||
    error instanceof Deno.errors.ConnectionAborted ||
    error instanceof Deno.errors.BadResource ||
    error instanceof Deno.errors.Interrupted ||
    error instanceof Deno.errors.NotConnected;
}
