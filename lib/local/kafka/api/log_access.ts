/** What a client is told where the broker's files fail. @module */
import { diskFailure } from "../../disk_failure.ts";
import type { Broker } from "../broker.ts";
import { DamagedLogError } from "../log/scan.ts";
import { type ErrorName, ProtocolError } from "../protocol/errors.ts";

/**
 * Reads or writes a partition's log.
 *
 * @param broker Hears of the failure, for clients of older versions are told its number alone
 * @param body What to do with the log
 * @returns Its result
 * @throws {ProtocolError} CORRUPT_MESSAGE: no whole batch is where one must be; KAFKA_STORAGE_ERROR
 */
export function withLog<T>(broker: Broker, body: () => T): T {
  try {
    return body();
  } catch (error) {
    broker.report(error);
    if (error instanceof DamagedLogError) throw new ProtocolError("CORRUPT_MESSAGE", error.message);
    const words = diskFailure(error)?.words ?? String(error);
    throw new ProtocolError("KAFKA_STORAGE_ERROR", `Could not read or write the log: ${words}`);
  }
}

/**
 * Writes what the broker keeps beside the logs.
 *
 * @param broker Hears of the disk's failures
 * @param body What to write; its refusals, and failures that are not the disk's, pass through
 * @param told Kafka's name of what the client is told where the disk fails
 * @returns Its result
 * @throws {ProtocolError} The disk fails
 */
export function withState<T>(
  broker: Broker,
  body: () => T,
  told: ErrorName = "KAFKA_STORAGE_ERROR",
): T {
  try {
    return body();
  } catch (error) {
    const failure = diskFailure(error);
    if (failure === undefined) throw error;
    broker.report(error);
    throw new ProtocolError(told, `Could not write the broker's state: ${failure.words}`);
  }
}
