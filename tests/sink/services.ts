/**
 * Kafka and S3 for the sink's tests: the embedded ones, or those that `TEST_KAFKA_BROKERS` and
 * `TEST_S3_ENDPOINT` name, so that the same tests run against services that others wrote.
 * @module
 */
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { type Admin, Kafka, logLevel, type Message } from "kafkajs";
import { gunzipSync } from "node:zlib";
import { s3ClientOptions } from "../../lib/aws.ts";
import { type Config, loadConfig } from "../../lib/config.ts";
import { type Stack, startStack } from "../../lib/local/mod.ts";
import { until } from "../until.ts";

/** An object as it lies in the bucket. */
export interface SeenObject {
  key: string;
  bytes: Uint8Array;
  metadata: Record<string, string>;
}

/** Services, with a topic, a group and a bucket that are the test's own. */
export interface Services extends AsyncDisposable {
  config: Config;
  /** The settings as environment variables. */
  env: Record<string, string>;
  kafka: Kafka;
  createTopic(partitions: number): Promise<void>;
  deleteTopic(): Promise<void>;
  send(messages: Message[]): Promise<void>;
  putObject(key: string, body: string): Promise<void>;
  /** Every object in the bucket, in the order of their keys. */
  objects(): Promise<SeenObject[]>;
}

/**
 * Gives services to a test.
 *
 * @param settings Further settings, as environment variables
 * @returns The services
 */
export async function services(settings: Record<string, string> = {}): Promise<Services> {
  const id = crypto.randomUUID().slice(0, 8);
  const brokers = Deno.env.get("TEST_KAFKA_BROKERS");
  const endpoint = Deno.env.get("TEST_S3_ENDPOINT");
  let stack: Stack | undefined;
  const dataDir = await Deno.makeTempDir({ prefix: "tickertape-sink-" });
  if (!brokers || !endpoint) stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
  const env = {
    KAFKA_BROKERS: brokers ?? stack!.kafka,
    AWS_ENDPOINT_URL: endpoint ?? stack!.aws,
    KAFKA_TOPIC: `prices-${id}`,
    KAFKA_GROUP_ID: `sink-${id}`,
    S3_DATA_BUCKET: `bucket-${id}`,
    TICKERTAPE_DATA_DIR: dataDir,
    ...settings,
  };
  const config = loadConfig(env);
  const kafka = new Kafka({
    clientId: "test",
    brokers: config.kafka.brokers,
    logLevel: logLevel.NOTHING,
    // By itself it gives up after a second, which a busy machine may need.
    connectionTimeout: 60_000,
  });
  const s3 = new S3Client(s3ClientOptions(config));
  const { topic } = config.kafka;
  const Bucket = config.s3.dataBucket;
  const withAdmin = async (work: (admin: ReturnType<Kafka["admin"]>) => Promise<unknown>) => {
    const admin = kafka.admin();
    await admin.connect();
    await work(admin);
    await admin.disconnect();
  };
  return {
    config,
    env,
    kafka,
    createTopic: (numPartitions) =>
      withAdmin(async (admin) => {
        await admin.createTopics({ topics: [{ topic, numPartitions }], waitForLeaders: false });
        await untilKnown(admin, topic);
      }),
    deleteTopic: () => withAdmin((admin) => admin.deleteTopics({ topics: [topic] })),
    async send(messages) {
      const producer = kafka.producer({ idempotent: true });
      await producer.connect();
      await producer.send({ topic, messages, acks: -1 });
      await producer.disconnect();
    },
    async putObject(key, body) {
      await s3.send(new CreateBucketCommand({ Bucket })).catch((error: Error) => {
        if (!error.name.startsWith("BucketAlready")) throw error;
      });
      await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: body }));
    },
    async objects() {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
      return await Promise.all(Contents.map(async ({ Key = "" }) => {
        const { Body, Metadata = {} } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return { key: Key, bytes: await Body!.transformToByteArray(), metadata: Metadata };
      }));
    },
    [Symbol.asyncDispose]: async () => {
      s3.destroy();
      await stack?.close();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/** The lines of gzip JSON lines. */
export function linesIn(object: SeenObject): string[] {
  return gunzipSync(object.bytes).toString().trimEnd().split("\n");
}

/** Numbered messages, all in one partition and one hour. */
export function prices(count: number, from = 0, partition = 0): Message[] {
  return Array.from({ length: count }, (_, i) => ({
    partition,
    timestamp: String(Date.UTC(2024, 4, 6, 7) + from + i),
    value: JSON.stringify({ Index: "HSI", Close: from + i + 0.25 }),
  }));
}

/**
 * An S3 in front of the one of a test, whose answers to puts of objects are another.
 *
 * @param test The services
 * @param answerTo Tells of each put, counted from 1: an answer instead, `"lost"` for an answer that
 * is lost after the write, or nothing; it may take its time
 * @returns Settings of that S3
 */
export function frontOf(
  test: Services,
  answerTo: (put: number) => Response | "lost" | undefined | Promise<Response | "lost" | undefined>,
): { config: Config } & AsyncDisposable {
  let puts = 0;
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const isPut = request.method === "PUT" && pathname.split("/").length > 3;
      const answer = isPut ? await answerTo(++puts) : undefined;
      if (answer instanceof Response) return answer;
      const body = request.method === "PUT" ? await request.arrayBuffer() : undefined;
      const { method, headers } = request;
      const response = await fetch(test.config.aws.endpoint + pathname + search, {
        method,
        headers,
        body,
      });
      if (answer === "lost") {
        await response.body?.cancel();
        return s3Error(500, "InternalError");
      }
      return response;
    },
  );
  const config = structuredClone(test.config);
  config.aws.endpoint = `http://127.0.0.1:${server.addr.port}`;
  return { config, [Symbol.asyncDispose]: () => server.shutdown() };
}

/** An error as S3 gives it. */
export function s3Error(status: number, code: string): Response {
  return new Response(
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`,
    { status, headers: { "content-type": "application/xml" } },
  );
}

/** Waits until the brokers know a new topic's leaders: real ones tell each other a little later. */
async function untilKnown(admin: Admin, topic: string): Promise<void> {
  const isKnown = () =>
    admin.fetchTopicMetadata({ topics: [topic] }).then(() => true, (error: Error) => {
      if (error.name !== "KafkaJSProtocolError") throw error;
      return false;
    });
  await until(isKnown, `the brokers know ${topic}`);
}
