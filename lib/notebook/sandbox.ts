/**
 * A pipeline of its own for an experiment: what is broken in it on purpose breaks nothing else.
 * @module
 */
import {
  DeleteCrawlerCommand,
  DeleteDatabaseCommand,
  EntityNotFoundException,
  GlueClient,
} from "@aws-sdk/client-glue";
import { DeleteObjectsCommand, S3Client } from "@aws-sdk/client-s3";
import { awsClientOptions, s3ClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import { createKafka } from "../kafka/mod.ts";
import { listObjects } from "./bucket.ts";

/**
 * Gives the settings of an experiment's own pipeline: the same services, with a topic, a consumer
 * group, a prefix, a database and a crawler of its own.
 *
 * @param config The pipeline's settings
 * @param name The experiment's name: lower-case letters, digits and underscores
 * @returns Settings for every stage
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const box = sandboxConfig(loadConfig({}), "crash");
 * assertEquals(box.kafka.topic, "sandbox_crash");
 * assertEquals(box.s3.dataPrefix, "sandbox_crash");
 * ```
 */
export function sandboxConfig(config: Config, name: string): Config {
  const own = `sandbox_${name}`;
  return {
    ...config,
    kafka: { ...config.kafka, topic: own, groupId: own },
    s3: { ...config.s3, dataPrefix: own },
    glue: { ...config.glue, database: own, crawler: own },
  };
}

/**
 * Makes a sandbox, empty whatever an earlier run left in it.
 *
 * @param config The pipeline's settings
 * @param name The experiment's name
 * @returns Settings for every stage
 * @throws {TickertapeError} A service does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { ensureTopic } from "../kafka/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * const box = await sandbox(config, "order");
 * assertEquals((await ensureTopic(box)).created, true);
 * assertEquals((await ensureTopic(await sandbox(config, "order"))).created, true);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function sandbox(config: Config, name: string): Promise<Config> {
  const own = sandboxConfig(config, name);
  await clear(own);
  // Another group each time: one that lost a consumer cannot be deleted until its session is over.
  const groupId = `${own.kafka.groupId}.${crypto.randomUUID()}`;
  return { ...own, kafka: { ...own.kafka, groupId } };
}

/**
 * Deletes sandboxes: topic, groups, objects, database and crawler. One that is not there is fine.
 *
 * @param config The pipeline's settings
 * @param names The experiments' names
 * @throws {TickertapeError} A service does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { ensureTopic, listTopics } from "../kafka/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 * const config = loadConfig({ KAFKA_BROKERS: stack.kafka, AWS_ENDPOINT_URL: stack.aws });
 *
 * const box = await sandbox(config, "order");
 * await ensureTopic(box);
 * await clearSandboxes(config, "order");
 * assertEquals(await listTopics(config), []);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function clearSandboxes(config: Config, ...names: readonly string[]): Promise<void> {
  for (const name of names) await clear(sandboxConfig(config, name));
}

async function clear(own: Config): Promise<void> {
  await Promise.all([clearKafka(own), clearBucket(own), clearCatalog(own)]);
}

async function clearKafka(own: Config): Promise<void> {
  const admin = createKafka(own).admin();
  await admin.connect();
  try {
    const { topic } = own.kafka;
    if ((await admin.listTopics()).includes(topic)) await admin.deleteTopics({ topics: [topic] });
    const { groups } = await admin.listGroups();
    const ids = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(`${topic}.`));
    const found = ids.length === 0 ? [] : (await admin.describeGroups(ids)).groups;
    const left = found.filter(({ members }) => members.length === 0).map(({ groupId }) => groupId);
    if (left.length > 0) await admin.deleteGroups(left);
  } finally {
    await admin.disconnect();
  }
}

/** Objects that one DeleteObjects call takes. */
const MOST_KEYS = 1000;

async function clearBucket(own: Config): Promise<void> {
  const { dataBucket, dataPrefix } = own.s3;
  const client = new S3Client(s3ClientOptions(own));
  try {
    const objects = (await Promise.all(
      [`${dataPrefix}/`, `dead_letter/${dataPrefix}/`].map((prefix) =>
        listObjects(own, { prefix })
      ),
    )).flat();
    for (let from = 0; from < objects.length; from += MOST_KEYS) {
      const Objects = objects.slice(from, from + MOST_KEYS).map(({ key }) => ({ Key: key }));
      await client.send(new DeleteObjectsCommand({ Bucket: dataBucket, Delete: { Objects } }));
    }
  } catch (error) {
    throw awsFailure(own, `empty the sandbox '${dataPrefix}'`, error);
  } finally {
    client.destroy();
  }
}

async function clearCatalog(own: Config): Promise<void> {
  const client = new GlueClient(awsClientOptions(own));
  try {
    await unlessMissing(client.send(new DeleteCrawlerCommand({ Name: own.glue.crawler })));
    await unlessMissing(client.send(new DeleteDatabaseCommand({ Name: own.glue.database })));
  } catch (error) {
    throw awsFailure(own, `delete the sandbox's database '${own.glue.database}'`, error);
  } finally {
    client.destroy();
  }
}

async function unlessMissing(deletion: Promise<unknown>): Promise<void> {
  try {
    await deletion;
  } catch (error) {
    if (!(error instanceof EntityNotFoundException)) throw error;
  }
}
