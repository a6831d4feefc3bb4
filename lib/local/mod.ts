/**
 * The embedded stack: Kafka, S3, Glue and Athena on this machine.
 * @module
 */
export { findStack, stopStack } from "./find_stack.ts";
export { type Stack, type StackOptions, startStack } from "./stack.ts";
