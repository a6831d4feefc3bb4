/**
 * The embedded stack: Kafka, S3, Glue and Athena on this machine.
 * @module
 */
export { type EnsuredStack, ensureStack, startDetached } from "./ensure_stack.ts";
export { findStack, stopStack } from "./find_stack.ts";
export { type Stack, type StackOptions, startStack } from "./stack.ts";
