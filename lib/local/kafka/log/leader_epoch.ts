/**
 * The times of a partition's leaders (KIP-101, KIP-320): there is one leader, so there is one time.
 * @module
 */
import { ERRORS } from "../protocol/errors.ts";

/** The only leader's time. */
export const LEADER_EPOCH = 0;

/** What clients send where they name no time. */
const NO_EPOCH = -1;

/** Between which offsets a log is. */
interface Extent {
  startOffset: bigint;
  nextOffset: bigint;
}

/** Where the records of a time end. */
export interface EpochEnd {
  leaderEpoch: number;
  endOffset: bigint;
}

/**
 * Checks the time that a client takes for the current one.
 *
 * @param epoch The time it names
 * @returns Code of the error to answer with
 */
export function currentEpochFault(epoch: number): number {
  if (epoch === NO_EPOCH || epoch === LEADER_EPOCH) return ERRORS.NONE;
  return epoch > LEADER_EPOCH ? ERRORS.UNKNOWN_LEADER_EPOCH : ERRORS.FENCED_LEADER_EPOCH;
}

/**
 * Tells where the records of a time end.
 *
 * @param log The partition's log
 * @param epoch The time
 * @returns The end: for a time before the first one, where that begins; `undefined` for later ones
 */
export function endOfEpoch(log: Extent, epoch: number): EpochEnd | undefined {
  if (epoch === NO_EPOCH || epoch > LEADER_EPOCH) return undefined;
  return { leaderEpoch: epoch, endOffset: epoch < 0 ? log.startOffset : log.nextOffset };
}
