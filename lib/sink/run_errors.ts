/**
 * What ends a run of the sink before its time.
 * @module
 */
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import type { Stop } from "./ranges/writer_types.ts";

/** What to do where objects of another life of the topic are in the way. */
export const OTHER_PLACE =
  "Keep the old objects and write the new ones elsewhere: set S3_DATA_PREFIX and KAFKA_GROUP_ID " +
  "to other names.";

/**
 * The brokers have not answered for too long.
 *
 * @param config The brokers
 * @param timeoutMs How long, in milliseconds
 * @returns What to throw
 */
export function unreachable(config: Config, timeoutMs: number): TickertapeError {
  return new TickertapeError({
    code: "KAFKA_UNREACHABLE",
    message: `Could not reach Kafka at ${config.kafka.brokers.join(", ")} for ` +
      `${Math.round(timeoutMs / 1000)} s`,
    remedy: "Nothing is lost: run it again once Kafka answers. For the embedded one: " +
      "deno task local",
    retriable: true,
  });
}

/**
 * S3 has not taken what has to be written.
 *
 * @param message What could not be done, and what S3 said last
 * @returns What to throw
 */
export function s3Unavailable(message: string): TickertapeError {
  return new TickertapeError({
    code: "S3_UNAVAILABLE",
    message,
    remedy: "Nothing is lost: what is not stored is not committed. Run it again once S3 answers.",
    retriable: true,
  });
}

/**
 * What is stored could not be committed.
 *
 * @param why What the last commit failed with
 * @returns What to throw
 */
export function notCommitted(why: string): TickertapeError {
  return new TickertapeError({
    code: "OFFSETS_NOT_COMMITTED",
    message: `Could not commit what is stored: ${why}`,
    remedy: "Nothing is lost or repeated: run it again, and it finds what is stored.",
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

const STOP_ERRORS: Record<Stop["reason"], (at: string, key: string) => TickertapeError> = {
  "other topic": (at, key) =>
    new TickertapeError({
      code: "TOPIC_MADE_AGAIN",
      message:
        `Could not write ${at}: '${key}' holds another record of that offset, so the topic ` +
        "was deleted and made again",
      remedy: OTHER_PLACE,
    }),
  "other format": (at, key) =>
    new TickertapeError({
      code: "OBJECTS_OF_ANOTHER_FORMAT",
      message: `Could not write ${at}: '${key}' holds it in another format`,
      remedy: "Go on with the format that is there (--format), or write elsewhere: set " +
        "S3_DATA_PREFIX and KAFKA_GROUP_ID to other names.",
    }),
  "not the sink's": (at, key) =>
    new TickertapeError({
      code: "OBJECT_IN_THE_WAY",
      message: `Could not write ${at}: an object named '${key}' is there that is not this sink's`,
      remedy: "Move that object away, or set S3_DATA_PREFIX and KAFKA_GROUP_ID to other names.",
    }),
};

/**
 * A partition cannot go on, because of an object that is there already.
 *
 * @param topic Name of the topic
 * @param stop Why, and at which object
 * @returns What to throw
 */
export function cannotGoOn(topic: string, { reason, key, offset }: Stop): TickertapeError {
  return STOP_ERRORS[reason](`offset ${offset} of ${topic}`, key);
}
