import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { join } from "node:path";
import { loadConfig, projectDir, readStackInfo, STACK_INFO_FILE } from "../lib/config.ts";
import { settingsIn } from "../lib/setting_values.ts";
import { UsageError } from "../lib/errors.ts";
import { SETTING_NAMES } from "../lib/setting_names.ts";

/** A data folder in which no stack has ever run. */
const NO_STACK = { TICKERTAPE_DATA_DIR: "no-such-folder" };

Deno.test("the defaults are the documented ones, on loopback, with made-up credentials", () => {
  const config = loadConfig(NO_STACK);
  assertEquals(config.target, "local");
  assertEquals(config.kafka, {
    brokers: ["127.0.0.1:9092"],
    topic: "kafka-stock-market",
    groupId: "stock-market-s3-sink",
    ssl: false,
  });
  assertEquals(config.aws, {
    region: "us-east-1",
    endpoint: "http://127.0.0.1:4566",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  assertEquals(config.s3, { dataBucket: "kafka-stock-market", dataPrefix: "stock_market" });
  assertEquals(config.athena, {
    workGroup: "primary",
    resultsBucket: "athena-store-kafka-stock-market",
  });
});

Deno.test("the local target never uses the machine's AWS credentials or profile", () => {
  const config = loadConfig({
    ...NO_STACK,
    AWS_PROFILE: "work",
    AWS_ACCESS_KEY_ID: "AKIAREAL",
    AWS_SECRET_ACCESS_KEY: "real",
  });
  assertEquals(config.aws.credentials, { accessKeyId: "local", secretAccessKey: "local" });
  assertEquals(config.aws.profile, undefined);
});

for (
  const [name, value] of [
    ["KAFKA_BROKERS", "broker.example.com:9092"],
    ["KAFKA_BROKERS", "127.0.0.1:9092,10.0.0.7:9092"],
    ["AWS_ENDPOINT_URL", "https://s3.amazonaws.com"],
  ] as const
) {
  Deno.test(`the local target refuses ${name}=${value}`, () => {
    const error = assertThrows(() => loadConfig({ ...NO_STACK, [name]: value }), UsageError, name);
    assertStringIncludes(error.remedy, "PIPELINE_TARGET=aws");
  });
}

for (
  const [name, value, words] of [
    ["AWS_ENDPOINT_URL", "not a url", "is no URL"],
    ["AWS_ENDPOINT_URL", "ftp://127.0.0.1", "is no URL"],
    ["KAFKA_BROKERS", "127.0.0.1", "'127.0.0.1' is no host and port"],
    ["KAFKA_BROKERS", "127.0.0.1:9092,localhost:x", "'localhost:x' is no host and port"],
    ["KAFKA_BROKERS", "127.0.0.1:99999", "is no host and port"],
    ["KAFKA_BROKERS", "PLAINTEXT://127.0.0.1:9092", "is no host and port"],
    ["KAFKA_BROKERS", ",", "is no host and port"],
    ["KAFKA_TOPIC", "a/b", "is no topic's name"],
    ["S3_DATA_BUCKET", "My_Bucket", "is no name of a bucket"],
    ["S3_DATA_BUCKET", "s3://mine", "is no name of a bucket"],
    ["ATHENA_RESULTS_BUCKET", "a..b", "is no name of a bucket"],
    ["S3_DATA_PREFIX", "../up", "called . or .."],
    ["S3_DATA_PREFIX", "a//b", "a folder without a name"],
  ] as const
) {
  Deno.test(`${name}=${value} is refused by its name`, () => {
    const error = assertThrows(() => loadConfig({ ...NO_STACK, [name]: value }), UsageError, name);
    assertStringIncludes(error.message, words);
  });
}

Deno.test("brokers may have names, addresses and IPv6", () => {
  const brokers = "localhost:9092, 127.0.0.1:19092,[::1]:9093";
  assertEquals(loadConfig({ ...NO_STACK, KAFKA_BROKERS: brokers }).kafka.brokers, [
    "localhost:9092",
    "127.0.0.1:19092",
    "[::1]:9093",
  ]);
});

Deno.test("a stack that runs elsewhere is found by what it left in its data folder", async () => {
  const dataDir = await Deno.makeTempDir();
  try {
    const info = { kafka: "127.0.0.1:19092", aws: "http://127.0.0.1:14566", dataDir, pid: 1 };
    await Deno.writeTextFile(join(dataDir, STACK_INFO_FILE), JSON.stringify(info));
    assertEquals(readStackInfo(dataDir), info);
    const config = loadConfig({ TICKERTAPE_DATA_DIR: dataDir });
    assertEquals(config.kafka.brokers, ["127.0.0.1:19092"]);
    assertEquals(config.aws.endpoint, "http://127.0.0.1:14566");
    const asked = loadConfig({ TICKERTAPE_DATA_DIR: dataDir, KAFKA_BROKERS: "localhost:9092" });
    assertEquals(asked.kafka.brokers, ["localhost:9092"]);
  } finally {
    await Deno.remove(dataDir, { recursive: true });
  }
});

Deno.test("the aws target names the first setting that is missing", () => {
  const error = assertThrows(
    () => loadConfig({ PIPELINE_TARGET: "aws", KAFKA_BROKERS: "127.0.0.1:9092" }),
    UsageError,
    "AWS_REGION",
  );
  assertStringIncludes(error.remedy, ".env");
});

Deno.test("the aws target leaves credentials and endpoint to the SDK", () => {
  const config = loadConfig({
    PIPELINE_TARGET: "aws",
    KAFKA_BROKERS: "b-1.example.com:9096, b-2.example.com:9096",
    KAFKA_SSL: "true",
    KAFKA_SASL_MECHANISM: "SCRAM-SHA-512",
    KAFKA_USERNAME: "sink",
    KAFKA_PASSWORD: "secret",
    AWS_REGION: "eu-central-1",
    AWS_PROFILE: "work",
    S3_DATA_BUCKET: "prices",
    S3_DATA_PREFIX: "/ticks/",
    GLUE_ROLE: "arn:aws:iam::123456789012:role/crawler",
    ATHENA_RESULTS_BUCKET: "answers",
  });
  assertEquals(config.kafka.brokers, ["b-1.example.com:9096", "b-2.example.com:9096"]);
  assertEquals(config.kafka.sasl, {
    mechanism: "scram-sha-512",
    username: "sink",
    password: "secret",
  });
  assertEquals(config.aws, { region: "eu-central-1", profile: "work" });
  assertEquals(config.s3.dataPrefix, "ticks");
});

Deno.test("a mechanism without an account, and an unknown one, are refused", () => {
  const missing = { ...NO_STACK, KAFKA_SASL_MECHANISM: "plain", KAFKA_USERNAME: "sink" };
  assertThrows(() => loadConfig(missing), UsageError, "KAFKA_PASSWORD");
  const unknown = { ...missing, KAFKA_PASSWORD: "secret", KAFKA_SASL_MECHANISM: "kerberos" };
  const error = assertThrows(() => loadConfig(unknown), UsageError, "kerberos");
  assert(!error.message.includes("secret"));
  const named = { ...NO_STACK, KAFKA_SASL_MECHANISM: "scram" };
  assertThrows(
    () => loadConfig(named),
    UsageError,
    "'scram', which is none of plain, scram-sha-256",
  );
});

Deno.test("an account that no mechanism would use is refused, without its password", () => {
  for (const account of [{ KAFKA_USERNAME: "sink" }, { KAFKA_PASSWORD: "secret" }]) {
    const error = assertThrows(() => loadConfig({ ...NO_STACK, ...account }), UsageError);
    assertStringIncludes(error.message, Object.keys(account)[0]!);
    assertStringIncludes(error.remedy, "KAFKA_SASL_MECHANISM");
    assert(!`${error.message} ${error.remedy}`.includes("secret"));
  }
});

Deno.test(".env.example lists every setting, and no other", async () => {
  const example = await Deno.readTextFile(join(projectDir, ".env.example"));
  const listed = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]!);
  // Other tools' name for AWS_REGION is read, too, and need not be known.
  const settings = SETTING_NAMES.filter((name) => name !== "AWS_DEFAULT_REGION");
  assertEquals(listed.toSorted(), settings.toSorted());
});

Deno.test("a file of settings may begin with a mark of its encoding, and is refused in UTF-16", () => {
  assertEquals({ ...settingsIn("\uFEFFKAFKA_TOPIC=prices\n", ".env") }, { KAFKA_TOPIC: "prices" });
  const utf16 = Uint8Array.of(
    0xff,
    0xfe,
    ...[..."A=b"].flatMap((letter) => [letter.charCodeAt(0), 0]),
  );
  assertThrows(
    () => settingsIn(new TextDecoder().decode(utf16), ".env"),
    UsageError,
    "Could not read the settings in .env",
  );
});
