/**
 * The flags of `deno task local`.
 * @module
 */
import { UsageError } from "../../lib/errors.ts";

/** The flags' values. */
export interface LocalFlags {
  dataDir: string;
  kafkaPort: number;
  awsPort: number;
  ephemeral?: boolean;
  detach?: boolean;
  stop?: boolean;
  status?: boolean;
  logFile?: string;
  stateSeconds: number;
}

/**
 * Refuses one port for both listeners.
 *
 * @param flags The flags' values
 * @throws {UsageError} They are given the same
 */
export function checkPorts(flags: LocalFlags): void {
  if (flags.kafkaPort === 0 || flags.kafkaPort !== flags.awsPort) return;
  throw new UsageError(
    `--kafka-port and --aws-port are both ${flags.kafkaPort}`,
    "Give each a port of its own; 0 picks a free one",
  );
}
