/**
 * An embedded stack on a fresh data folder, for notebooks to run against.
 * @module
 */
import { join } from "node:path";
import { startStack } from "../../lib/local/mod.ts";

/** What a developer may have set, and what a first run does not have: settings and credentials. */
const UNSET = [
  "KAFKA_BROKERS",
  "KAFKA_TOPIC",
  "KAFKA_GROUP_ID",
  "KAFKA_SSL",
  "KAFKA_SASL_MECHANISM",
  "AWS_ENDPOINT_URL",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_PROFILE",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "S3_DATA_BUCKET",
  "S3_DATA_PREFIX",
  "GLUE_DATABASE",
  "GLUE_CRAWLER",
  "GLUE_ROLE",
  "ATHENA_WORKGROUP",
  "ATHENA_RESULTS_BUCKET",
];

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
      ...Object.fromEntries(UNSET.map((name) => [name, ""])),
      PIPELINE_TARGET: "local",
      TICKERTAPE_DATA_DIR: dataDir,
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_CONFIG_FILE: join(dataDir, "no-config"),
      AWS_SHARED_CREDENTIALS_FILE: join(dataDir, "no-credentials"),
    },
    async close() {
      await stack.close();
      Deno.removeSync(dataDir, { recursive: true });
    },
  };
}
