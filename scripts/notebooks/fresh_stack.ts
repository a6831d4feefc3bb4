/**
 * An embedded stack on a fresh data folder, for notebooks to run against.
 * @module
 */
import { startStack } from "../../lib/local/mod.ts";

/** A stack of its own, and the environment in which notebooks find it. */
export interface FreshStack {
  env: Record<string, string>;
  /** Ends it and removes its data. */
  close(): Promise<void>;
}

/**
 * Starts the embedded stack on free ports and an empty folder.
 *
 * @returns The kernel's environment
 */
export async function startFreshStack(): Promise<FreshStack> {
  const dataDir = Deno.makeTempDirSync({ prefix: "tickertape-notebooks-" });
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  return {
    env: {
      PIPELINE_TARGET: "local",
      TICKERTAPE_DATA_DIR: dataDir,
      KAFKA_BROKERS: stack.kafka,
      AWS_ENDPOINT_URL: stack.aws,
    },
    async close() {
      await stack.close();
      Deno.removeSync(dataDir, { recursive: true });
    },
  };
}
