/**
 * `deno task aws up --public` against moto, with its instance's user data run on this machine: the
 * download, the certificate's way to the client, and the pipeline at the listener it leads to.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DescribeInstanceAttributeCommand, DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { DescribeSecurityGroupsCommand } from "@aws-sdk/client-ec2";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";
import { type CloudClients, cloudClients } from "../../../lib/cloud/clients.ts";
import { projectDir } from "../../../lib/config.ts";
import { hasPython, pythonWith, startMoto } from "../tools.ts";
import { deleteRouteTables, end, ENV_FILE, SIGNED_IN, start, summary } from "./aws_task.ts";
import { canRunBroker } from "./broker.ts";
import { startCheckIp } from "./check_ip.ts";
import { startFront } from "./front.ts";
import { bootInstance } from "./instance.ts";

// moto gives addresses of 127.0.0.0/8, all of which are this machine's on Linux alone.
const ignore = Deno.build.os !== "linux" || !(await hasPython()) || !(await canRunBroker());
if (ignore) {
  console.warn("skipped: aws up --public, which needs Linux, python3, java, mvn, bash, openssl");
}

const STACK = "test-public";

async function userDataOf(clients: CloudClients): Promise<string> {
  for (;;) {
    const { Reservations = [] } = await clients.ec2.send(new DescribeInstancesCommand({}));
    const InstanceId = Reservations[0]?.Instances?.[0]?.InstanceId;
    if (InstanceId !== undefined) {
      const attribute = new DescribeInstanceAttributeCommand({ InstanceId, Attribute: "userData" });
      const { UserData } = await clients.ec2.send(attribute);
      return atob(UserData?.Value ?? "");
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function inboundRules(clients: CloudClients) {
  const { SecurityGroups = [] } = await clients.ec2.send(new DescribeSecurityGroupsCommand({}));
  const ours = SecurityGroups.filter(({ Description }) => Description === "tickertape broker");
  return ours.flatMap(({ IpPermissions = [] }) =>
    IpPermissions.map(({ FromPort, ToPort, IpRanges = [] }) => [
      FromPort,
      ToPort,
      ...IpRanges.map(({ CidrIp }) => CidrIp),
    ])
  );
}

/** Runs the AWS command line. */
async function aws(endpoint: string, ...args: string[]): Promise<string> {
  const { env } = await pythonWith("clients");
  const { success, stdout, stderr } = await new Deno.Command("python3", {
    args: ["-m", "awscli", ...args],
    env: { ...env, ...SIGNED_IN, AWS_DEFAULT_REGION: "us-east-1", AWS_ENDPOINT_URL: endpoint },
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/** Runs another task at what `.env` says, with a password of the user's. */
function task(name: string, args: string[], env: Record<string, string>) {
  return end(
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "-P=client", `scripts/${name}.ts`, ...args],
      cwd: projectDir,
      env: { ...SIGNED_IN, ...env },
      stdin: "null",
      stdout: "piped",
      stderr: "piped",
    }).spawn(),
  );
}

Deno.test({ name: "up --public, its instance, and the pipeline at it", ignore }, async (t) => {
  await Deno.mkdir(dirname(ENV_FILE), { recursive: true });
  const moto = await startMoto();
  const front = startFront(moto.url);
  await using checkIp = await startCheckIp();
  const clients = cloudClients({
    region: "us-east-1",
    endpoint: moto.url,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const begin = (...args: string[]) => start(front, [...args, "--stack-name", STACK], checkIp.env);
  const certificate = join(projectDir, ".local", `${STACK}-ca.pem`);
  try {
    front.status = "CREATE_IN_PROGRESS";
    const up = end(begin("up", "--public", "--yes", "--json"));
    const userData = await userDataOf(clients);
    // moto's CloudFormation makes no secrets.
    const secret = userData.match(/^export PASSWORD_SECRET=(.*)$/m)?.[1] ?? "";
    front.outputs = { PasswordSecret: secret };
    await aws(
      moto.url,
      "secretsmanager",
      "create-secret",
      "--name",
      secret,
      "--secret-string",
      "s3",
    );

    await t.step("a download that is not what Apache published is not unpacked", async () => {
      await using instance = await bootInstance({ userData, aws: moto.url, corrupt: true });
      assertEquals(instance.code, 1, instance.said);
      assertStringIncludes(instance.said, "is not what Apache published: SHA-512");
      assert(!existsSync(instance.folders.KAFKA_HOME!));
    });

    await using instance = await bootInstance({ userData, aws: moto.url });

    await t.step("the instance installs, configures and starts a broker", () => {
      assertEquals(instance.code, 0, instance.said);
      assertEquals(instance.calls, [
        "dnf install -y java-21-amazon-corretto-headless openssl",
        `useradd --system --home-dir ${instance.folders.DATA_DIR} --shell /sbin/nologin ` +
        instance.calls[1]?.split(" ").at(-1),
        "systemctl daemon-reload",
        "systemctl enable --now kafka",
      ]);
    });

    await t.step("up ends with the broker's own certificate, and without a secret", async () => {
      front.status = undefined;
      const ended = await up;
      assertEquals(ended.code, 0, ended.err);
      const { settings, dollarsPerHour } = summary(ended);
      assertEquals(settings.KAFKA_SSL_CA, join(".local", `${STACK}-ca.pem`));
      const issued = await Deno.readTextFile(join(instance.folders.CONFIG_DIR!, "ca.pem"));
      assertEquals(await Deno.readTextFile(certificate), issued);
      assert(dollarsPerHour > 0.0145, "the secret is not in the estimate");
      assert(!/PASSWORD|SECRET/.test(await Deno.readTextFile(ENV_FILE)));
      assertEquals(await inboundRules(clients), [[9093, 9093, "203.0.113.7/32"]]);
    });

    await t.step("the doctor finds all well, and records go to the broker", async () => {
      const told = (await up).err.match(/^ *aws (secretsmanager .*)$/m)?.[1] ?? "";
      assert(told !== "", (await up).err);
      const env = {
        ...parseEnv(await Deno.readTextFile(ENV_FILE)) as Record<string, string>,
        KAFKA_PASSWORD: await aws(moto.url, ...told.split(" ")),
        AWS_ENDPOINT_URL: front.url,
      };
      const { checks } = summary(await task("doctor", ["--json"], env));
      const failed = checks.filter(({ status }: { status: string }) => status === "fail");
      assertEquals(failed.map(({ name, detail }: Record<string, string>) => [name, detail]), []);
      const produced = await task("produce", ["--count", "50", "--rate", "max", "--json"], env);
      assertEquals(produced.code, 0, produced.err);
      const wrong = await task("doctor", ["--json"], { ...env, KAFKA_PASSWORD: "wrong" });
      assertEquals(wrong.code, 1);
      assertStringIncludes(wrong.err, "KAFKA_PASSWORD");
    });

    await t.step("status counts what was made, not what the flags say", async () => {
      const { hours, dollars } = summary(await end(begin("status", "--json")));
      assert(dollars / hours > 0.0145, `${dollars / hours}`);
    });

    await t.step("up from another address opens to that one alone", async () => {
      checkIp.address = "198.51.100.9";
      const ended = await end(begin("up", "--public", "--yes"));
      assertEquals(ended.code, 0, ended.err);
      assertEquals(await inboundRules(clients), [[9093, 9093, "198.51.100.9/32"]]);
    });

    await t.step("up without --public is refused: a new broker would have no records", async () => {
      const ended = await end(begin("up", "--yes"));
      assertEquals(ended.code, 1);
      assertStringIncludes(ended.err, "it was made with --public");
    });

    await t.step("an answer that is no address opens nothing", async () => {
      checkIp.address = "0.0.0.0/0";
      const ended = await end(begin("up", "--public", "--yes"));
      assertEquals(ended.code, 2);
      assertStringIncludes(ended.err, "'0.0.0.0/0' is not one IPv4 address");
      assertEquals(await inboundRules(clients), [[9093, 9093, "198.51.100.9/32"]]);
    });

    await t.step("down, twice, leaves neither settings nor certificate", async () => {
      await deleteRouteTables(clients);
      for (const objects of [1, 0]) {
        const ended = await end(begin("down", "--yes", "--json"));
        assertEquals(ended.code, 0, ended.err);
        assertEquals(summary(ended).objects, objects);
      }
      assert(!existsSync(ENV_FILE) && !existsSync(certificate));
    });
  } finally {
    await front.close();
    await moto.close();
  }
});
