/**
 * An embedded stack of a test's own, in a temporary folder and on free ports.
 * @module
 */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { s3ClientOptions } from "../lib/aws.ts";
import { type Config, loadConfig } from "../lib/config.ts";
import { startStack } from "../lib/local/mod.ts";

/** A stack that runs, and the settings that lead to it. */
export interface OwnStack extends AsyncDisposable {
  config: Config;
  /** The same settings as environment variables, for a process. */
  env: Record<string, string>;
  /** Writes objects to the data bucket, which is made where it is missing; by key. */
  put(objects: Record<string, string | Uint8Array>): Promise<void>;
}

/**
 * Starts one.
 *
 * @param settings Further settings, as environment variables
 * @returns The stack
 */
export async function ownStack(settings: Record<string, string> = {}): Promise<OwnStack> {
  const dataDir = await Deno.makeTempDir({ prefix: "tickertape-test-" });
  const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  const env = {
    KAFKA_BROKERS: stack.kafka,
    AWS_ENDPOINT_URL: stack.aws,
    TICKERTAPE_DATA_DIR: dataDir,
    ...settings,
  };
  const config = loadConfig(env);
  const s3 = new S3Client(s3ClientOptions(config));
  const Bucket = config.s3.dataBucket;
  let made = false;
  return {
    config,
    env,
    put: async (objects) => {
      if (!made) await s3.send(new CreateBucketCommand({ Bucket }));
      made = true;
      for (const [Key, Body] of Object.entries(objects)) {
        await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
      }
    },
    [Symbol.asyncDispose]: async () => {
      s3.destroy();
      await stack.close();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}
