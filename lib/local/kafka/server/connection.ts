/**
 * One client's connection: its requests are answered one after another, in their order.
 * @module
 */
import type { Broker } from "../broker.ts";
import { MalformedError } from "../protocol/reader.ts";
import type { Budgets } from "./budget.ts";
import { answer } from "./dispatch.ts";
import { type Frame, readFrames } from "./frames.ts";

/** Requests, and bytes of them, that may wait while one is worked on. */
const MAX_WAITING = 32;
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/**
 * Serves a connection until either side ends it.
 *
 * @param conn The connection
 * @param broker What to serve
 * @param budgets Memory for requests and answers
 * @param stopping Aborted when the broker closes
 * @param onError Told of failures that are not the client's
 */
export async function serveConnection(
  conn: Deno.TcpConn,
  broker: Broker,
  { requests, answers }: Budgets,
  stopping: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  /** The client sends no more; what it has sent is still answered. */
  const ended = new AbortController();
  let broken = false;
  const nextRequestListeners = new Set<() => void>();
  /** Bytes of the answer that is being made or sent. */
  let held = 0;
  const holdAnswer = (bytes: number) => {
    answers.use(bytes);
    held += bytes;
  };
  const context = {
    broker,
    clientHost: `/${(conn.remoteAddr as Deno.NetAddr).hostname}`,
    signal: ended.signal,
    answerBytesLeft: () => answers.left,
    holdAnswer,
    throttle: (ms: number) => void (throttledMs = ms),
    onNextRequest(listener: () => void) {
      if (waiting > 1) queueMicrotask(listener);
      nextRequestListeners.add(listener);
      return () => void nextRequestListeners.delete(listener);
    },
  };
  /** How long the client is to wait after the answer that is being made. */
  let throttledMs = 0;
  let waiting = 0;
  let waitingBytes = 0;
  let last = Promise.resolve();

  const close = () => {
    if (broken) return;
    broken = true;
    ended.abort();
    stopping.removeEventListener("abort", close);
    conn.close();
  };
  stopping.addEventListener("abort", close);
  const serve = async ({ bytes, taken }: Frame) => {
    try {
      if (broken) return;
      const parts = await answer(bytes, context) ?? [];
      holdAnswer(parts.reduce((sum, part) => sum + part.length, 0) - held);
      for (const part of parts) {
        for (let at = 0; at < part.length;) at += await conn.write(part.subarray(at));
      }
      if (throttledMs > 0) {
        await pause(throttledMs, stopping);
        throttledMs = 0;
      }
    } catch (error) {
      // The client hears of it by its connection closing, as with Kafka.
      if (!isClients(error)) onError(error);
      close();
    } finally {
      waiting--;
      waitingBytes -= bytes.length;
      answers.give(held);
      held = 0;
      requests.give(taken);
    }
  };

  try {
    conn.setNoDelay();
    const maxBytes = Number(broker.config("socket.request.max.bytes"));
    for await (const frame of readFrames(conn, maxBytes, requests)) {
      waiting++;
      waitingBytes += frame.bytes.length;
      if (waiting > 1) { for (const listener of [...nextRequestListeners]) listener(); }
      last = last.then(() => serve(frame));
      while (waiting > MAX_WAITING || waiting > 0 && waitingBytes > MAX_WAITING_BYTES) await last;
    }
  } catch (error) {
    if (!isClients(error)) onError(error);
    // After a frame that is none, nothing that follows can be understood.
    if (error instanceof MalformedError) close();
  }
  ended.abort();
  await last;
  close();
}

/** Waits for a while, or until the broker stops. */
function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    stopping.addEventListener("abort", done);
  });
}

/** Whether a failure is the client's: it is gone, or sent what is no request. */
function isClients(error: unknown): boolean {
  return error instanceof MalformedError ||
    error instanceof Deno.errors.ConnectionReset ||
    error instanceof Deno.errors.BrokenPipe ||
    error instanceof Deno.errors.ConnectionAborted ||
    error instanceof Deno.errors.BadResource ||
    error instanceof Deno.errors.Interrupted ||
    error instanceof Deno.errors.NotConnected;
}
