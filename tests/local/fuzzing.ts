/**
 * What the tests with malformed requests share.
 * @module
 */
import { assert } from "@std/assert";
import { memoryOf } from "../../scripts/bench/processes.ts";

/** Requests under way at a time. */
const LANES = 32;

/** Numbers below a limit, that look random and are the same in every run. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor(state / 2 ** 32 * below);
  };
}

/**
 * Sends requests, each on a connection of its own that sends no more, and reads what comes back until
 * the server ends it.
 *
 * @param port Port of the server
 * @param requests Their bytes
 * @param patienceMs How long an answer is waited for: some wait for more, or for others
 */
export async function knockWithAll(
  port: number,
  requests: readonly Uint8Array[],
  patienceMs: number,
): Promise<void> {
  await Promise.all(Array.from({ length: LANES }, async (_, lane) => {
    for (let i = lane; i < requests.length; i += LANES) await knock(port, requests[i]!, patienceMs);
  }));
}

async function knock(port: number, request: Uint8Array, patienceMs: number): Promise<void> {
  const conn = await Deno.connect({ hostname: "127.0.0.1", port });
  const timer = setTimeout(() => close(conn), patienceMs);
  try {
    for (let at = 0; at < request.length;) at += await conn.write(request.subarray(at));
    await conn.closeWrite();
    const answer = new Uint8Array(4_096);
    while (await conn.read(answer) !== null);
  } catch (error) {
    if (!isClosed(error)) throw error;
  } finally {
    clearTimeout(timer);
    close(conn);
  }
}

/** Closes a connection, unless that has happened. */
export function close(conn: Deno.Conn): void {
  try {
    conn.close();
  } catch (error) {
    if (!isClosed(error)) throw error;
  }
}

function isClosed(error: unknown): boolean {
  const { BadResource, BrokenPipe, ConnectionAborted, ConnectionReset } = Deno.errors;
  const { Interrupted, NotConnected } = Deno.errors;
  return [BadResource, BrokenPipe, ConnectionAborted, ConnectionReset, Interrupted, NotConnected]
    .some((kind) => error instanceof kind);
}

/**
 * Checks that a process's memory stays bounded. It is one of its own: what runs in the tests' process
 * besides depends on the machine.
 *
 * @param pid The process
 * @param most Megabytes that it may have more of at its worst than before
 * @param work What is done to it
 */
export async function withBoundedMemory(
  pid: number,
  most: number,
  work: () => Promise<void>,
): Promise<void> {
  const before = await memoryOf(pid, "now");
  await work();
  const after = await memoryOf(pid, "peak");
  if (before === undefined || after === undefined) {
    console.warn("skipped: memory is not told here");
    return;
  }
  const grown = (after - before) / 1024 / 1024;
  assert(grown < most, `memory grew by ${grown} MB`);
}
