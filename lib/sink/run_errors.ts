/**
 * What ends a run of the sink before its time.
 * @module
 */
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";

/**
 * The brokers have not answered for too long.
 *
 * @param config The brokers
 * @param patienceMs How long, in milliseconds
 * @returns What to throw
 */
export function unreachable(config: Config, patienceMs: number): TickertapeError {
  return new TickertapeError({
    code: "KAFKA_UNREACHABLE",
    message: `Could not reach Kafka at ${config.kafka.brokers.join(", ")} for ` +
      `${Math.round(patienceMs / 1000)} s`,
    remedy: "Nothing is lost: run it again once Kafka answers. For the embedded one: " +
      "deno task local",
    retriable: true,
  });
}

/**
 * What is held cannot be written before the end.
 *
 * @param why What S3 said last
 * @returns What to throw
 */
export function unwritten(why: string): TickertapeError {
  return new TickertapeError({
    code: "S3_UNAVAILABLE",
    message: `Could not write what was held: ${why}`,
    remedy: "Nothing is lost: what is not stored is not committed. Run it again once S3 answers.",
    retriable: true,
  });
}

/**
 * The client went to another offset by itself.
 *
 * @param expected Where it was
 * @param partition The partition
 * @param found Where it went
 * @returns What to throw
 */
export function positionLost(
  expected: bigint,
  partition: number,
  found: bigint,
): TickertapeError {
  return new TickertapeError({
    code: "KAFKA_POSITION_LOST",
    message: `Could not go on at offset ${expected} of partition ${partition}: the broker gave ` +
      `records from ${found}`,
    remedy: "Run it again: it goes on where what is stored ends.",
    retriable: true,
  });
}
