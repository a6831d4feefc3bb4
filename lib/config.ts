/**
 * The settings: every environment variable the project reads is read here.
 *
 * A variable that is set wins over the file `.env` in the project's folder, and that over the
 * default. With the target `local`, which is the default always, the endpoints are loopback and the
 * credentials made up, whatever AWS credentials the machine has.
 * @module
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "./errors.ts";
import { findMisnamed, type MisnamedSetting } from "./setting_names.ts";
import {
  brokerList,
  bucketName,
  httpUrl,
  keyPrefix,
  oneOf,
  requireLoopback,
  settingsIn,
} from "./setting_values.ts";
import { requireTopicName } from "./topic_name.ts";

/** Where the pipeline runs. */
export type Target = "local" | "aws";

/** SASL mechanisms with an account that a broker may ask for. */
export type SaslMechanism = "plain" | "scram-sha-256" | "scram-sha-512";

/** Who the pipeline is to the brokers: an account, or the AWS identity (Amazon MSK's IAM). */
export type SaslSettings =
  | { mechanism: SaslMechanism; username: string; password: string }
  | { mechanism: "aws-msk-iam" };

/** How the Kafka brokers are reached. */
export interface KafkaSettings {
  /** Bootstrap brokers, `host:port` each. */
  brokers: string[];
  /** Topic the producer writes and the sink reads. */
  topic: string;
  /** Consumer group of the sink. */
  groupId: string;
  /** Whether the connection is encrypted with TLS. */
  ssl: boolean;
  /** PEM file with the authority to trust, where it is none of the public ones. */
  sslCaFile?: string;
  /** Mechanism and account, where the broker asks for them. */
  sasl?: SaslSettings;
}

/** How AWS, or what stands in for it, is reached. */
export interface AwsSettings {
  /** Region, such as `us-east-1`. */
  region: string;
  /** URL of a stand-in for all services; none means AWS itself. */
  endpoint?: string;
  /** Made-up keys of the local target; none means the SDK's own chain of providers. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
  /** Named profile of the user's AWS configuration. */
  profile?: string;
}

/** Every setting of the pipeline. */
export interface Config {
  target: Target;
  kafka: KafkaSettings;
  aws: AwsSettings;
  s3: {
    /** Bucket the sink writes to and the crawler reads. */
    dataBucket: string;
    /** First part of every object key, without slashes at its ends. */
    dataPrefix: string;
  };
  glue: {
    database: string;
    crawler: string;
    /** Role the crawler runs as: its ARN, or its name. */
    role: string;
  };
  athena: {
    workGroup: string;
    /** Bucket query results go to. */
    resultsBucket: string;
  };
  local: {
    /** Folder with the embedded stack's state. */
    dataDir: string;
  };
}

/** Endpoints of a running embedded stack, as it leaves them in its data folder. */
export interface StackInfo {
  /** Bootstrap broker, `host:port`. */
  kafka: string;
  /** URL of S3, Glue and Athena. */
  aws: string;
  /** Absolute path of the folder with the stack's state. */
  dataDir: string;
  /** Process that serves. */
  pid: number;
}

/** The project's folder. */
export const projectDir: string = fileURLToPath(new URL("..", import.meta.url));

/** File in the data folder that holds the {@linkcode StackInfo} of the stack that serves it. */
export const STACK_INFO_FILE = "stack.json";

/** Port of the embedded Kafka, unless another is asked for. */
export const DEFAULT_KAFKA_PORT = 9092;

/** Port of the embedded S3, Glue and Athena, unless another is asked for. */
export const DEFAULT_AWS_PORT = 4566;

const SASL_MECHANISMS = ["plain", "scram-sha-256", "scram-sha-512", "aws-msk-iam"] as const;

/**
 * Reads the settings.
 *
 * @param env Variables to read; by default the process's own, over those of the file `.env`
 * @returns Every setting, with defaults filled in
 * @throws {UsageError} A variable has a value that cannot be used, or one that the target needs is
 * missing
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const config = loadConfig({ KAFKA_TOPIC: "prices", KAFKA_BROKERS: "127.0.0.1:19092" });
 * assertEquals(config.target, "local");
 * assertEquals(config.kafka.topic, "prices");
 * assertEquals(config.kafka.brokers, ["127.0.0.1:19092"]);
 * ```
 */
export function loadConfig(env: Record<string, string | undefined> = environment()): Config {
  const get = (name: string) => env[name]?.trim() || undefined;
  const target = oneOf("PIPELINE_TARGET", get("PIPELINE_TARGET") ?? "local", ["local", "aws"]);
  const dataDir = localDataDir(env);
  const running = target === "local" ? readStackInfo(dataDir) : undefined;
  // The embedded stack has a default for everything; of AWS only the user knows what is whose.
  const need = (name: string, local: string, example: string): string =>
    get(name) ?? (target === "local" ? local : missing(name, example));
  const bucket = (name: string, local: string, example: string): string =>
    bucketName(name, need(name, local, example));
  return {
    target,
    kafka: {
      brokers: brokers(target, need("KAFKA_BROKERS", running?.kafka ?? BROKER, BROKER)),
      topic: requireTopicName("KAFKA_TOPIC", get("KAFKA_TOPIC") ?? "kafka-stock-market"),
      groupId: get("KAFKA_GROUP_ID") ?? "stock-market-s3-sink",
      ...security(get),
    },
    aws: target === "local" ? embeddedAws(get, running) : awsItself(get),
    s3: {
      dataBucket: bucket("S3_DATA_BUCKET", "kafka-stock-market", "my-stock-market-data"),
      dataPrefix: keyPrefix("S3_DATA_PREFIX", get("S3_DATA_PREFIX") ?? "stock_market"),
    },
    glue: {
      database: get("GLUE_DATABASE") ?? "stock_market",
      crawler: get("GLUE_CRAWLER") ?? "crwlr-kafka-stock-market",
      role: need("GLUE_ROLE", roleOf("000000000000"), roleOf("123456789012")),
    },
    athena: {
      workGroup: get("ATHENA_WORKGROUP") ?? "primary",
      resultsBucket: bucket(
        "ATHENA_RESULTS_BUCKET",
        "athena-store-kafka-stock-market",
        "my-stock-market-athena-results",
      ),
    },
    local: { dataDir },
  };
}

type Get = (name: string) => string | undefined;

const BROKER = `127.0.0.1:${DEFAULT_KAFKA_PORT}`;

function roleOf(account: string): string {
  return `arn:aws:iam::${account}:role/tickertape-crawler`;
}

function missing(name: string, example: string): never {
  throw new UsageError(
    `PIPELINE_TARGET=aws needs ${name}, which is not set`,
    `Set it in the environment or in .env, for example ${name}=${example}`,
  );
}

function brokers(target: Target, value: string): string[] {
  const list = brokerList("KAFKA_BROKERS", value);
  if (target === "local") {
    for (const broker of list) requireLoopback("KAFKA_BROKERS", `kafka://${broker}`, broker);
  }
  return list;
}

function embeddedAws(get: Get, running: StackInfo | undefined): AwsSettings {
  const name = "AWS_ENDPOINT_URL";
  const url = get("AWS_ENDPOINT_URL") ?? running?.aws ?? `http://127.0.0.1:${DEFAULT_AWS_PORT}`;
  const endpoint = httpUrl(name, url);
  requireLoopback(name, endpoint, endpoint);
  return {
    region: get("AWS_REGION") ?? "us-east-1",
    endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
}

function awsItself(get: Get): AwsSettings {
  const endpoint = get("AWS_ENDPOINT_URL");
  const profile = get("AWS_PROFILE");
  return {
    region: get("AWS_REGION") ?? get("AWS_DEFAULT_REGION") ??
      missing("AWS_REGION", "eu-central-1"),
    ...(endpoint === undefined ? {} : { endpoint: httpUrl("AWS_ENDPOINT_URL", endpoint) }),
    ...(profile === undefined ? {} : { profile }),
  };
}

/**
 * Reads how AWS itself is reached, where the rest of the pipeline's settings are not known yet.
 *
 * @param env Variables to read; by default the process's own, over those of the file `.env`
 * @returns Region, profile and endpoint, as far as they are set; the SDK finds the rest
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(loadAwsSettings({ AWS_REGION: "eu-west-1" }), { region: "eu-west-1" });
 * ```
 */
export function loadAwsSettings(
  env: Record<string, string | undefined> = environment(),
): Partial<AwsSettings> {
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION;
  return {
    ...(region ? { region } : {}),
    ...(env.AWS_PROFILE ? { profile: env.AWS_PROFILE } : {}),
    ...(env.AWS_ENDPOINT_URL ? { endpoint: env.AWS_ENDPOINT_URL } : {}),
  };
}

/**
 * Reads which folder holds the embedded stack's state; the other settings may be anything.
 *
 * @param env Variables to read; by default the process's own, over those of the file `.env`
 * @returns Absolute path of the folder
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { resolve } from "node:path";
 *
 * assertEquals(localDataDir({ TICKERTAPE_DATA_DIR: "state" }), resolve("state"));
 * ```
 */
export function localDataDir(env: Record<string, string | undefined> = environment()): string {
  return resolve(env.TICKERTAPE_DATA_DIR?.trim() || join(projectDir, ".local"));
}

/**
 * Reads where the embedded stack that serves a data folder answers.
 *
 * @param dataDir Folder with the stack's state
 * @returns The stack's endpoints, or `undefined` where none has been started there
 */
export function readStackInfo(dataDir: string): StackInfo | undefined {
  const text = readIfThere(join(dataDir, STACK_INFO_FILE));
  return text === undefined ? undefined : JSON.parse(text) as StackInfo;
}

/**
 * Finds names in the file `.env` that look like a setting's, and are none: nothing reads them.
 *
 * @returns The names, each with the setting that may be meant
 */
export function misnamedSettings(): MisnamedSetting[] {
  return findMisnamed(Object.keys(envFile()));
}

function environment(): Record<string, string | undefined> {
  return { ...envFile(), ...Deno.env.toObject() };
}

function envFile(): Record<string, string | undefined> {
  const file = join(projectDir, ".env");
  return settingsIn(readIfThere(file) ?? "", file);
}

/** A stack that stops may delete its file at any moment: only reading tells whether it is there. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UsageError(
      `Could not read the settings in ${file}: ${code === "EISDIR" ? "it is a folder" : message}`,
      "Make it a file that you may read, or move it away",
      error,
    );
  }
}

function security(get: Get): Pick<KafkaSettings, "ssl" | "sslCaFile" | "sasl"> {
  const caFile = get("KAFKA_SSL_CA");
  const ssl = oneOf("KAFKA_SSL", get("KAFKA_SSL") ?? "false", ["true", "false"]) === "true";
  const sasl = signIn(get);
  return {
    ssl,
    ...(caFile === undefined ? {} : { sslCaFile: resolve(projectDir, caFile) }),
    ...(sasl === undefined ? {} : { sasl }),
  };
}

function signIn(get: Get): SaslSettings | undefined {
  const asked = get("KAFKA_SASL_MECHANISM");
  const username = get("KAFKA_USERNAME");
  const password = get("KAFKA_PASSWORD");
  if (asked === undefined) {
    if (username === undefined && password === undefined) return undefined;
    throw new UsageError(
      `${username === undefined ? "KAFKA_PASSWORD" : "KAFKA_USERNAME"} is set, and ` +
        "KAFKA_SASL_MECHANISM is not: nobody would sign in with it",
      `Set KAFKA_SASL_MECHANISM to one of ${SASL_MECHANISMS.join(", ")}, or unset the account`,
    );
  }
  const mechanism = oneOf("KAFKA_SASL_MECHANISM", asked.toLowerCase(), SASL_MECHANISMS);
  if (mechanism === "aws-msk-iam") return { mechanism };
  if (username !== undefined && password !== undefined) return { mechanism, username, password };
  throw new UsageError(
    `KAFKA_SASL_MECHANISM=${mechanism} needs KAFKA_USERNAME and KAFKA_PASSWORD`,
    "Set both in the environment or in .env",
  );
}
