/** `deno task aws` against moto's CloudFormation, EC2, S3, IAM, STS and tagging. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  DeleteRouteTableCommand,
  DescribeRouteTablesCommand,
  DisassociateRouteTableCommand,
} from "@aws-sdk/client-ec2";
import { CreateMultipartUploadCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { dirname, join } from "node:path";
import { projectDir } from "../../../lib/config.ts";
import { type CloudClients, cloudClients } from "../../../lib/cloud/clients.ts";
import { hasPython, startMoto } from "../tools.ts";
import { type Front, startFront } from "./front.ts";

const ignore = !(await hasPython());
if (ignore) console.warn("skipped: the AWS stack against moto, which needs python3 with pip");

const ENV_FILE = join(projectDir, ".local", `aws-test-${crypto.randomUUID()}.env`);
const OWN_LINE = "KAFKA_TOPIC=ticks\n";
const SIGNED_IN = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
};

interface Ended {
  code: number;
  out: string;
  err: string;
}

function start(front: Front, args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=cloud", "scripts/aws.ts", ...args, "--env-file", ENV_FILE],
    cwd: projectDir,
    env: { ...SIGNED_IN, AWS_ENDPOINT_URL: front.url },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function end(process: Deno.ChildProcess): Promise<Ended> {
  const { code, stdout, stderr } = await process.output();
  return { code, out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr) };
}

const run = (front: Front, ...args: string[]) => end(start(front, args));
const summary = (ended: Ended) => JSON.parse(ended.out.trim().split("\n").at(-1) ?? "");

/** moto deletes no route table with its stack, as CloudFormation does, and then keeps the network. */
async function deleteRouteTables(clients: CloudClients): Promise<void> {
  const tables = await clients.ec2.send(new DescribeRouteTablesCommand({}));
  for (const { Associations = [], RouteTableId } of tables.RouteTables ?? []) {
    if (Associations.some((association) => association.Main)) continue;
    for (const { RouteTableAssociationId: AssociationId } of Associations) {
      await clients.ec2.send(new DisassociateRouteTableCommand({ AssociationId }));
    }
    await clients.ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
  }
}

Deno.test({ name: "up, status and down, each twice, and up interrupted", ignore }, async (t) => {
  await Deno.mkdir(dirname(ENV_FILE), { recursive: true });
  await Deno.writeTextFile(ENV_FILE, OWN_LINE);
  const moto = await startMoto();
  const front = startFront(moto.url);
  const clients = cloudClients({
    region: "us-east-1",
    endpoint: moto.url,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  let bucket = "";
  try {
    await t.step("up refuses without a terminal and without --yes", async () => {
      const ended = await run(front, "up");
      assertEquals(ended.code, 2);
      assertStringIncludes(ended.err, "--yes");
      assertEquals(summary(await run(front, "status", "--json")).status, "none");
    });

    await t.step("up interrupted says that AWS goes on, and how to go on", async () => {
      front.inProgress = true;
      const up = start(front, ["up", "--yes"]);
      const reader = up.stderr.getReader();
      const decoder = new TextDecoder();
      let err = "";
      // The stack is asked for right after the estimate; give the request a moment to arrive.
      while (!err.includes("Together")) err += decoder.decode((await reader.read()).value);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      up.kill("SIGINT");
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        err += decoder.decode(next.value);
      }
      assertEquals((await up.status).code, 1);
      await up.stdout.cancel();
      assertStringIncludes(err, "AWS goes on");
      front.inProgress = false;
    });

    await t.step("up again finishes it and writes the settings, without a secret", async () => {
      const ended = await run(front, "up", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      const { settings } = summary(ended);
      bucket = settings.S3_DATA_BUCKET;
      assertStringIncludes(settings.GLUE_ROLE, "arn:aws:iam::123456789012:role/");
      const env = await Deno.readTextFile(ENV_FILE);
      assertStringIncludes(env, `S3_DATA_BUCKET=${bucket}`);
      assert(!/SECRET|PASSWORD/.test(env), env);
    });

    await t.step("up a second time is safe", async () => {
      const ended = await run(front, "up", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      assertEquals(summary(ended).settings.S3_DATA_BUCKET, bucket);
      const env = await Deno.readTextFile(ENV_FILE);
      assertEquals(env.match(/^S3_DATA_BUCKET=/gm)?.length, 1);
    });

    await t.step("status tells what stands, and that the broker can be reached", async () => {
      const { status, outputs, broker } = summary(await run(front, "status", "--json"));
      assert(/^(CREATE|UPDATE)_COMPLETE$/.test(status), status);
      assertEquals(outputs.DataBucket, bucket);
      assertEquals([broker.instance, broker.reachable], ["running", true]);
    });

    await t.step("down empties the buckets and deletes everything", async () => {
      for (let i = 0; i < 3; i++) {
        const Key = `stock_market/${i}.json`;
        await clients.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "{}" }));
      }
      await clients.s3.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: "half" }));
      await deleteRouteTables(clients);
      const ended = await run(front, "down", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      const { deleted, objects } = summary(ended);
      assertEquals([deleted, objects], [true, 3]);
    });

    await t.step("down a second time finds nothing, and the settings are gone", async () => {
      const ended = await run(front, "down", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      assertEquals(summary(ended).deleted, false);
      assertEquals(await Deno.readTextFile(ENV_FILE), OWN_LINE);
      assertEquals(summary(await run(front, "status", "--json")).status, "none");
    });
  } finally {
    await front.close();
    await moto.close();
    await Deno.remove(ENV_FILE);
  }
});
