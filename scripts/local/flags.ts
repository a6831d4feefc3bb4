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
 * Refuses flags that do not go together.
 *
 * @param flags The flags' values
 * @throws {UsageError} Two of them contradict each other
 */
export function checkFlags(flags: LocalFlags): void {
  const given = (["ephemeral", "detach", "stop", "status"] as const).filter((name) => flags[name]);
  if (given.length > 1) {
    const names = given.map((name) => `--${name}`).join(" and ");
    throw new UsageError(`${names} do not go together`, "Give one of them");
  }
  if (flags.kafkaPort !== 0 && flags.kafkaPort === flags.awsPort) {
    throw new UsageError(
      `--kafka-port and --aws-port are both ${flags.kafkaPort}`,
      "Give each a port of its own; 0 picks a free one",
    );
  }
}
