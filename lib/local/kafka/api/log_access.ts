/** What a client is told where its partition's files fail. @module */
import type { Broker } from "../broker.ts";
import { DamagedLogError } from "../log/scan.ts";
import { ProtocolError } from "../protocol/errors.ts";

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
    throw new ProtocolError("KAFKA_STORAGE_ERROR", `Could not read or write the log: ${error}`);
  }
}
