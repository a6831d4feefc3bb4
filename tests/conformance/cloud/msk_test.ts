/**
 * Signing in with the AWS identity, as Amazon MSK and MSK Serverless ask for it: a real Apache Kafka
 * whose OAUTHBEARER port checks the tokens' signatures by AWS's rules, and bounds each session.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { projectDir } from "../../../lib/config.ts";
import { hasProgram, kafkaJars } from "../tools.ts";
import { end, summary } from "./aws_task.ts";
import { canRunBroker, type SecuredBroker, withSecuredBroker } from "./broker.ts";

const ignore = !(await canRunBroker()) || !(await hasProgram("javac"));
if (ignore) console.warn("skipped: MSK's IAM sign-in, which needs a JDK, mvn, bash, openssl");

const KEYS = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "wJalr/XUtn+EXAMPLE" };
const SESSION = { ...KEYS, AWS_SESSION_TOKEN: "IQoJb3JpZ2lu/X2VjE+w==" };

/** Sessions end after this long; the client signs in again ten seconds before. */
const SESSION_MS = 11_000;

const source = fileURLToPath(new URL("./msk/MskTokens.java", import.meta.url));

async function compile(dir: string): Promise<void> {
  const jars = await kafkaJars();
  const { success, stderr } = await new Deno.Command("javac", {
    args: ["-d", dir, "-cp", join(jars, "*"), source],
  }).output();
  assert(success, new TextDecoder().decode(stderr));
}

function properties(log: string): string {
  const listener = "listener.name.sasl_ssl.oauthbearer";
  const identity = [
    ["accessKeyId", SESSION.AWS_ACCESS_KEY_ID],
    ["secretAccessKey", SESSION.AWS_SECRET_ACCESS_KEY],
    ["sessionToken", SESSION.AWS_SESSION_TOKEN],
    ["region", "eu-west-1"],
    ["log", log],
  ].map(([name, value]) => `${name}="${value}"`).join(" ");
  return `
sasl.enabled.mechanisms=SCRAM-SHA-512,OAUTHBEARER
${listener}.sasl.server.callback.handler.class=MskTokens
${listener}.sasl.login.callback.handler.class=MskTokens
${listener}.connections.max.reauth.ms=${SESSION_MS}
${listener}.sasl.jaas.config=\\
org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ${identity};
`;
}

/** Runs a task with settings alone, and without any other AWS credentials of this machine. */
function task(
  broker: SecuredBroker,
  home: string,
  args: string[],
  env: Record<string, string> = SESSION,
) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=client", `scripts/${args[0]}.ts`, ...args.slice(1), "--json"],
    cwd: projectDir,
    clearEnv: true,
    env: {
      PATH: Deno.env.get("PATH") ?? "",
      HOME: home,
      DENO_DIR: Deno.env.get("DENO_DIR") ?? join(Deno.env.get("HOME") ?? "", ".cache", "deno"),
      AWS_EC2_METADATA_DISABLED: "true",
      PIPELINE_TARGET: "aws",
      AWS_REGION: "eu-west-1",
      KAFKA_BROKERS: `127.0.0.1:${broker.tlsPort}`,
      KAFKA_SSL: "true",
      KAFKA_SSL_CA: broker.caFile,
      KAFKA_SASL_MECHANISM: "aws-msk-iam",
      S3_DATA_BUCKET: "prices",
      ATHENA_RESULTS_BUCKET: "answers",
      GLUE_ROLE: "crawler",
      // Nothing but the doctor's first checks goes to AWS.
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      ...env,
    },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

Deno.test({ name: "the AWS identity signs in to a real Kafka as to MSK", ignore }, async (t) => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-msk-" });
  await compile(dir);
  const log = join(dir, "tokens.log");
  const tokens = async () => (await Deno.readTextFile(log)).trim().split("\n");
  const forget = () => Deno.writeTextFile(log, "");
  await Deno.writeTextFile(log, "");
  const broker = (body: (broker: SecuredBroker) => Promise<void>) =>
    withSecuredBroker(properties(log), body, dir);
  const kafkaChecks = async (process: Deno.ChildProcess) => {
    const { checks } = summary(await end(process));
    return checks.find(({ name }: { name: string }) => name === "advertised address");
  };
  try {
    await broker(async (broker) => {
      const run = (args: string[], env?: Record<string, string>) => task(broker, dir, args, env);

      await t.step("records are produced and read by settings alone", async () => {
        const produced = await end(run(["produce", "--count", "200", "--rate", "max"]));
        assertEquals(produced.code, 0, produced.err);
        assertEquals(summary(produced).produced, 200);
        const topics = await end(run(["topic"]));
        assertStringIncludes(topics.out, "kafka-stock-market");
        assert((await tokens()).every((line) => line === "accepted AKIDEXAMPLE"));
      });

      await t.step("a session that ends is signed in to again, and no record is lost", async () => {
        await forget();
        const read = run(["topic", "--tail"]);
        const produced = end(run(["produce", "--count", "120", "--rate", "10"]));
        const ended = await produced;
        assertEquals(ended.code, 0, ended.err);
        assertEquals(summary(ended).produced, 120);
        read.kill("SIGINT");
        const reader = await end(read);
        assertEquals(reader.code, 0, reader.err);
        const lines = await tokens();
        assert(lines.every((line) => line === "accepted AKIDEXAMPLE"), lines.join());
        // Four or so connections; without signing in again, so many tokens.
        assert(lines.length >= 8, `${lines.length}`);
      });

      await t.step("the profile that the settings name is the one that signs in", async () => {
        await Deno.mkdir(join(dir, ".aws"));
        await Deno.writeTextFile(
          join(dir, ".aws", "credentials"),
          `[class]\naws_access_key_id=${SESSION.AWS_ACCESS_KEY_ID}\n` +
            `aws_secret_access_key=${SESSION.AWS_SECRET_ACCESS_KEY}\n` +
            `aws_session_token=${SESSION.AWS_SESSION_TOKEN}\n`,
        );
        assertEquals(
          (await kafkaChecks(run(["doctor"], { AWS_PROFILE: "class" }))).status,
          "ok",
        );
      });

      const refused: [what: string, env: Record<string, string>, logged: RegExp][] = [
        ["a wrong secret key", { ...SESSION, AWS_SECRET_ACCESS_KEY: "other" }, /signature/],
        ["another region", { ...SESSION, AWS_REGION: "us-east-1" }, /host kafka\.us-east-1/],
        ["no session token", KEYS, /session token/],
      ];
      for (const [what, env, logged] of refused) {
        await t.step(`${what} is refused, and told from TLS and the network`, async () => {
          await forget();
          const { status, detail, remedy } = await kafkaChecks(run(["doctor"], env));
          assertEquals(status, "fail");
          assertStringIncludes(detail, "Kafka refused the AWS identity (aws-msk-iam)");
          assertStringIncludes(remedy, "kafka-cluster:Connect");
          assert(logged.test((await tokens()).join()), (await tokens()).join());
          assert(!detail.includes("IQoJ"), detail);
        });
      }

      await t.step("that there are no credentials is told as such", async () => {
        const { status, detail, remedy } = await kafkaChecks(run(["doctor"], {}));
        assertEquals(status, "fail");
        assertStringIncludes(detail, "Could not sign in to Kafka with the AWS identity");
        assertStringIncludes(remedy, "aws sso login");
      });
    });
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
