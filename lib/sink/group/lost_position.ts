/**
 * What to do where the client reads at another offset than the sink expects.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../../config.ts";
import { TickertapeError } from "../../errors.ts";
import { positionLost } from "../run_errors.ts";
import type { ObjectFormat } from "../types.ts";
import { isFatal } from "./fatal.ts";
import type { Fetched } from "./membership.ts";
import { partitionStates, requireTopic } from "./partitions.ts";
import { destination, startPosition } from "./positions.ts";

/**
 * Tells whether a failure ends the run: it is fatal, or it tells what was found, and not that an
 * answer is missing.
 *
 * @param error What was caught
 * @returns Whether to end the run
 */
export function endsRun(error: unknown): boolean {
  return isFatal(error) || (error instanceof TickertapeError && error.cause === undefined);
}

/**
 * Looks whether the topic still has what comes next.
 *
 * @param config Topic, group and bucket
 * @param admin The connected client
 * @param partition The partition
 * @param next The offset that comes next
 * @param format How records are written
 * @returns The oldest offset that the topic has
 * @throws {TickertapeError} The topic is gone, it was made again, or it no longer has that offset
 */
export async function requireReachable(
  config: Config,
  admin: Admin,
  partition: number,
  next: bigint,
  format: ObjectFormat,
): Promise<bigint> {
  await requireTopic(config, admin);
  const [state] = await partitionStates(config, admin, [partition]);
  const at = { ...state!, committed: next, metadata: destination(config, format) };
  startPosition(config, at, { from: "earliest", format, skipLost: false });
  return at.lowOffset;
}

/**
 * Makes sure that the client has not gone to another offset by itself.
 *
 * @param config Topic, group and bucket
 * @param admin The connected client
 * @param fetched What came
 * @param next The offset that was to come next
 * @param format How records are written
 * @throws {TickertapeError} The topic no longer has what was to come next
 */
export async function requireNoJump(
  config: Config,
  admin: Admin,
  { partition, fetchOffset }: Fetched,
  next: bigint,
  format: ObjectFormat,
): Promise<void> {
  if (fetchOffset === next) return;
  const low = await requireReachable(config, admin, partition, next, format);
  // Markers of transactions and records that were compacted away move it on; a batch that comes
  // once more is of offsets before.
  if (fetchOffset < low) throw positionLost(next, partition, fetchOffset);
}
