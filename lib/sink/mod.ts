/**
 * The sink: Kafka records in S3, each exactly once.
 * @module
 */
export { consume } from "./consume.ts";
export {
  listDeadLetters,
  resendDeadLetters,
  type ResendSummary,
  type StoredDeadLetter,
} from "./dead_letters.ts";
export * from "./types.ts";
export type { Problem, VerifiedPartition, VerifyReport } from "./verify/types.ts";
export { verifyObjects, type VerifyOptions } from "./verify/verify.ts";
