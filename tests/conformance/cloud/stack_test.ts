/** `deno task aws` against moto's CloudFormation, EC2, S3, IAM, STS and tagging. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
} from "@aws-sdk/client-cloudformation";
import {
  CreateMultipartUploadCommand,
  HeadBucketCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { dirname } from "node:path";
import { cloudClients } from "../../../lib/cloud/clients.ts";
import { projectDir } from "../../../lib/config.ts";
import { hasPython, startMoto } from "../tools.ts";
import { deleteRouteTables, end, ENV_FILE, run, start, summary } from "./aws_task.ts";
import { startFront } from "./front.ts";

const ignore = !(await hasPython());
if (ignore) console.warn("skipped: the AWS stack against moto, which needs python3 with pip");

const OWN_LINE = "KAFKA_TOPIC=ticks\n";
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
      front.status = "CREATE_IN_PROGRESS";
      const up = start(front, ["up", "--yes"]);
      await front.statusShown;
      up.kill("SIGINT");
      const { code, err } = await end(up);
      assertEquals(code, 1);
      assertStringIncludes(err, "AWS goes on");
      front.status = undefined;
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

    await t.step("up after a creation that was rolled back makes it anew", async () => {
      front.status = "ROLLBACK_COMPLETE";
      await clients.s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: "tls/ca.pem", Body: "pem" }),
      );
      await deleteRouteTables(clients);
      const ended = await run(front, "up", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      const { result, settings } = summary(ended);
      assertEquals(result, "created");
      assert(settings.S3_DATA_BUCKET !== bucket);
      bucket = settings.S3_DATA_BUCKET;
    });

    await t.step(
      "up on a stack that can only be deleted says so, and changes nothing",
      async () => {
        front.status = "UPDATE_ROLLBACK_FAILED";
        const ended = await run(front, "up", "--yes");
        assertEquals(ended.code, 1);
        assertStringIncludes(ended.err, "it is UPDATE_ROLLBACK_FAILED");
        assertStringIncludes(ended.err, "deno task aws down");
        front.status = undefined;
      },
    );

    await t.step("up a second time is safe, also where there is a newer image", async () => {
      front.image = "ami-00000000000000001";
      const before = summary(await run(front, "status", "--json")).outputs.InstanceId;
      const ended = await run(front, "up", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      assertEquals(summary(ended).settings.S3_DATA_BUCKET, bucket);
      assertEquals(summary(await run(front, "status", "--json")).outputs.InstanceId, before);
      const stack = await clients.cloudFormation.send(new DescribeStacksCommand({}));
      const image = stack.Stacks?.[0]?.Parameters?.[0];
      assertEquals(image?.ParameterKey, "ImageId");
      assert(image?.ParameterValue !== front.image);
      const env = await Deno.readTextFile(ENV_FILE);
      assertEquals(env.match(/^S3_DATA_BUCKET=/gm)?.length, 1);
    });

    await t.step("status tells what stands, and that the broker can be reached", async () => {
      const { status, outputs, broker } = summary(await run(front, "status", "--json"));
      assert(/^(CREATE|UPDATE)_COMPLETE$/.test(status), status);
      assertEquals(outputs.DataBucket, bucket);
      assertEquals([broker.instance, broker.reachable], ["running", true]);
    });

    await t.step(
      "up with another kind of processor is refused: it would lose records",
      async () => {
        const ended = await run(front, "up", "--yes", "--instance-type", "t3.small");
        assertEquals(ended.code, 1);
        assertStringIncludes(ended.err, "its t4g.micro has another architecture than t3.small");
      },
    );

    await t.step("up to a file that may not be written is refused before all else", async () => {
      const ended = await end(
        new Deno.Command(Deno.execPath(), {
          args: ["run", "-q", "-P=cloud", "scripts/aws.ts", "up", "--yes", "--env-file", "x.env"],
          cwd: projectDir,
          stdout: "piped",
          stderr: "piped",
        }).spawn(),
      );
      assertEquals(ended.code, 2);
      assertStringIncludes(ended.err, "Will not write to x.env");
    });

    await t.step("a stack that something else made is left alone", async () => {
      const TemplateBody = JSON.stringify({
        Resources: {
          Bucket: { Type: "AWS::S3::Bucket", Properties: { BucketName: "not-ours" } },
        },
      });
      await clients.cloudFormation.send(
        new CreateStackCommand({ StackName: "other", TemplateBody }),
      );
      for (const action of ["up", "down"]) {
        const ended = await run(front, action, "--yes", "--stack-name", "other");
        assertEquals(ended.code, 1);
        assertStringIncludes(ended.err, "Will not touch stack 'other'");
      }
      await clients.s3.send(new HeadBucketCommand({ Bucket: "not-ours" }));
      await clients.cloudFormation.send(new DeleteStackCommand({ StackName: "other" }));
    });

    await t.step("down empties the buckets and deletes everything", async () => {
      for (let i = 0; i < 3; i++) {
        const Key = `stock_market/${i}.json`;
        await clients.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: "{}" }));
      }
      await clients.s3.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: "half" }));
      await deleteRouteTables(clients);
      // A stack that is still being made is not waited for, nor is a sink that still writes trusted.
      front.status = "CREATE_IN_PROGRESS";
      front.onDelete = async () => {
        const late = { Bucket: bucket, Key: "stock_market/late.json", Body: "{}" };
        await clients.s3.send(new PutObjectCommand(late));
      };
      const ended = await run(front, "down", "--yes", "--json");
      assertEquals(ended.code, 0, ended.err);
      const { deleted, objects, leftovers } = summary(ended);
      assertEquals([deleted, objects], [true, 4]);
      // moto keeps gateways, and lists terminated instances, as AWS does for a while.
      assertEquals(leftovers.filter((arn: string) => !arn.includes(":internet-gateway/")), []);
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
