/**
 * What the counting proxies have in common.
 * @module
 */
import type { AddressInfo, Server } from "node:net";
import { formatCount } from "../cli/format.ts";

/** How often each kind of request was made. */
export type Counts = ReadonlyMap<string, number>;

/** A proxy on the loopback that counts the requests which go through it. */
export interface CountingProxy {
  /** `host:port` to connect to. */
  address: string;
  /** Requests so far, by API or method. */
  counts: Counts;
  /** Cuts what is open and stops. */
  close(): Promise<void>;
}

/**
 * Lets a server listen on a free port of the loopback.
 *
 * @param server The server
 * @returns The port
 */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/**
 * Counts one more.
 *
 * @param counts What was counted so far
 * @param name What it is one more of
 */
export function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Kinds that are told apart: the rest is told as one. */
const KINDS = 3;

/**
 * Writes counts for the reader, the largest first.
 *
 * @param counts The counts
 * @returns Such as `120: Fetch 52, FindCoordinator 19, OffsetCommit 17, others 32`
 */
export function formatCounts(counts: Counts): string {
  const sorted = Array.from(counts).toSorted(([, a], [, b]) => b - a);
  const sum = (some: typeof sorted) => some.reduce((total, [, times]) => total + times, 0);
  const others = sum(sorted.slice(KINDS));
  const told = [...sorted.slice(0, KINDS), ...others > 0 ? [["others", others] as const] : []];
  if (told.length === 0) return "0";
  const each = told.map(([name, times]) => `${name} ${formatCount(times)}`);
  return `${formatCount(sum(sorted))}: ${each.join(", ")}`;
}
