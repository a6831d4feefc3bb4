/**
 * The sink: Kafka records in S3, each exactly once.
 *
 * The way of a record, in the order of the folders:
 *
 * 1. `group/`: the consumer group gives this sink partitions. Each is read from where its last
 *    object ends.
 * 2. `rows/`: a fetched batch becomes lines of JSON, each with its partition, offset and time. What
 *    cannot be a row becomes a dead letter.
 * 3. `ranges/`: lines are laid out in ranges of offsets, each to become one object. `rules.ts` has
 *    the rules that make it exactly once, and `PartitionWriter` keeps them. It does no I/O, so that
 *    tests can try any order of events.
 * 4. `objects/`: a range is encoded, compressed, and put under a name that no other range has.
 * 5. `group/offset_commits.ts`: the end of what is stored is committed, and never more.
 *
 * `consume.ts` begins and ends a run, and `sink_run.ts` joins its parts. `object_key.ts` and
 * `object_metadata.ts` tell what objects are called, and what they say of themselves. `verify/` reads
 * everything back, and believes none of it.
 * @module
 */
export { consume } from "./consume.ts";
export { listDeadLetters, type StoredDeadLetter } from "./dead_letters.ts";
export { resendDeadLetters, type ResendOptions, type ResendSummary } from "./resend.ts";
export * from "./types.ts";
export type { Problem, VerifiedPartition, VerifyReport } from "./verify/types.ts";
export { verifyObjects, type VerifyOptions } from "./verify/verify.ts";
