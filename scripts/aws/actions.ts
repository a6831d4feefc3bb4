/**
 * What `deno task aws` can do.
 * @module
 */
import { GetObjectCommand } from "@aws-sdk/client-s3";
import type { StackEvent } from "@aws-sdk/client-cloudformation";
import { join, resolve } from "node:path";
import { loadAwsSettings, projectDir } from "../../lib/config.ts";
import { TickertapeError, UsageError } from "../../lib/errors.ts";
import { brokerState } from "../../lib/cloud/broker.ts";
import { type CloudClients, cloudClients, whoAmI } from "../../lib/cloud/clients.ts";
import { emptyBucket } from "../../lib/cloud/empty_bucket.ts";
import { withSettings } from "../../lib/cloud/env_file.ts";
import { estimateCost } from "../../lib/cloud/estimate.ts";
import { leftovers } from "../../lib/cloud/leftovers.ts";
import { checkCloudOptions, type CloudOptions } from "../../lib/cloud/options.ts";
import { pipelineSettings } from "../../lib/cloud/settings.ts";
import {
  bringUp,
  deleteStack,
  findStack,
  isStanding,
  outputsOf,
  resourceIds,
} from "../../lib/cloud/stack.ts";
import { buildTemplate } from "../../lib/cloud/template.ts";
import { CERTIFICATE_KEY } from "../../lib/cloud/template_broker.ts";
import { requirePlugin, tunnel } from "../../lib/cloud/tunnel.ts";
import type { TaskContext } from "../cli/task.ts";

/** Flags of `deno task aws`. */
export interface AwsFlags {
  stackName: string;
  instanceType: string;
  prefix: string;
  public?: boolean;
  yes?: boolean;
  envFile: string;
}

/** Port that the broker listens on, and tells its clients to use. */
const BROKER_PORT = 9092;

const CA_FILE = join(".local", "aws-ca.pem");
const SETUP_SCRIPT = new URL("../../lib/cloud/instance/broker_setup.sh", import.meta.url);

/** Makes the stack, and points `.env` at it. */
export async function up(flags: AwsFlags, context: TaskContext): Promise<object> {
  const options = await cloudOptions(flags);
  const clients = cloudClients(loadAwsSettings());
  const identity = await whoAmI(clients);
  const estimate = estimateCost(options);
  context.log(`Account ${identity.account}, as ${identity.arn}, in ${identity.region}`);
  context.log(`Stack '${options.stackName}', about (prices of us-east-1):`);
  for (const line of estimate.lines) {
    const price = line.dollarsPerHour === undefined
      ? "by use"
      : `$${line.dollarsPerHour.toFixed(4)}/hour`;
    context.log(`  ${line.what.padEnd(22)} ${price.padEnd(14)} ${line.how}`);
  }
  context.log(
    `  Together $${estimate.dollarsPerHour.toFixed(4)} an hour, ` +
      `$${estimate.dollarsPerMonth.toFixed(2)} a month while it stands, and what is used.`,
  );
  confirmOrRefuse(flags, "Make it?", "make the stack");
  const result = await bringUp(clients, options, await templateOf(options), {
    signal: context.signal,
    onEvent: (event) => showEvent(event, context),
  });
  const outputs = await standingOutputs(clients, options.stackName);
  const caFile = options.publicFrom === undefined ? undefined : await saveCertificate(
    clients,
    outputs.DataBucket ?? "",
  );
  const settings = pipelineSettings(outputs, identity, options.dataPrefix, caFile);
  await writeEnv(flags.envFile, settings);
  context.log(`The stack is ${result}, and ${flags.envFile} points at it. Next:`);
  if (outputs.PasswordSecret === undefined) {
    context.log("  deno task aws tunnel     in a terminal of its own");
  } else {
    context.log("  set KAFKA_PASSWORD to what this prints (it is not written to a file):");
    context.log(
      `  aws secretsmanager get-secret-value --secret-id ${outputs.PasswordSecret} ` +
        `--region ${identity.region} --query SecretString --output text`,
    );
  }
  context.log("  deno task doctor         checks every service");
  context.log("  deno task aws down       ends it, and the costs");
  return {
    result,
    stackName: options.stackName,
    settings,
    dollarsPerHour: estimate.dollarsPerHour,
  };
}

/** Says what stands, and what it has cost so far. */
export async function status(flags: AwsFlags, context: TaskContext): Promise<object> {
  const clients = cloudClients(loadAwsSettings());
  const identity = await whoAmI(clients);
  const stack = await findStack(clients, flags.stackName);
  if (stack === undefined) {
    const left = await leftovers(clients, flags.stackName);
    context.print(`No stack '${flags.stackName}' in ${identity.region}.`);
    for (const arn of left) context.print(`  still tagged: ${arn}`);
    return { stackName: flags.stackName, status: "none", leftovers: left };
  }
  const outputs = outputsOf(stack);
  const instanceId = outputs.InstanceId;
  const broker = instanceId === undefined ? undefined : await brokerState(clients, instanceId);
  const hours = (Date.now() - (stack.CreationTime?.getTime() ?? Date.now())) / 3_600_000;
  const spent = hours *
    estimateCost(await cloudOptions({ ...flags, public: false })).dollarsPerHour;
  context.print(`Stack '${flags.stackName}' in ${identity.region}: ${stack.StackStatus}`);
  for (const [name, value] of Object.entries(outputs)) {
    context.print(`  ${name.padEnd(16)} ${value}`);
  }
  if (broker !== undefined) {
    const reach = broker.reachable ? "reachable by deno task aws tunnel" : "not reachable yet";
    context.print(`  The broker's instance is ${broker.instance}, ${reach}.`);
  }
  context.print(
    `  Standing for ${hours.toFixed(1)} hours: about $${spent.toFixed(2)}, and what was used.`,
  );
  return {
    stackName: flags.stackName,
    status: stack.StackStatus,
    outputs,
    ...(broker === undefined ? {} : { broker }),
    hours,
    dollars: spent,
  };
}

/** Holds the way to the broker open until Ctrl-C. */
export async function tunnelTo(flags: AwsFlags, context: TaskContext): Promise<void> {
  await requirePlugin();
  const aws = loadAwsSettings();
  const clients = cloudClients(aws);
  await whoAmI(clients);
  const { InstanceId: instanceId = "" } = await standingOutputs(clients, flags.stackName);
  await tunnel(clients, {
    instanceId,
    port: BROKER_PORT,
    aws,
    signal: context.signal,
    onOpen: () =>
      context.log(
        `The broker of '${flags.stackName}' is at 127.0.0.1:${BROKER_PORT} until Ctrl-C.`,
      ),
  });
}

/** Deletes everything, and says what is left. */
export async function down(flags: AwsFlags, context: TaskContext): Promise<object> {
  const clients = cloudClients(loadAwsSettings());
  const identity = await whoAmI(clients);
  const stack = await findStack(clients, flags.stackName);
  let objects = 0;
  if (stack !== undefined) {
    const buckets = await resourceIds(clients, flags.stackName, ["AWS::S3::Bucket"]);
    context.log(`Account ${identity.account} in ${identity.region}: stack '${flags.stackName}',`);
    context.log(`with everything in ${buckets.join(" and ") || "it"}.`);
    confirmOrRefuse(flags, "Delete it all for good?", "delete the stack");
    for (const bucket of buckets) {
      objects += await emptyBucket(
        clients.s3,
        bucket,
        (count) => context.progress.update(`${count} objects deleted from ${bucket}`),
      );
    }
    await deleteStack(clients, flags.stackName, {
      signal: context.signal,
      onEvent: (event) => showEvent(event, context),
    });
  }
  await writeEnv(flags.envFile, undefined);
  const left = await leftovers(clients, flags.stackName);
  context.print(
    stack === undefined
      ? `There is no stack '${flags.stackName}' in ${identity.region}.`
      : `Stack '${flags.stackName}' is gone, with ${objects} objects.`,
  );
  if (left.length === 0) context.print("Nothing that carries its tag is left.");
  for (const arn of left) context.print(`  still tagged, may cost money: ${arn}`);
  return { stackName: flags.stackName, deleted: stack !== undefined, objects, leftovers: left };
}

/** Prints the template. */
export async function template(flags: AwsFlags, context: TaskContext): Promise<object> {
  const written = await templateOf(await cloudOptions(flags));
  context.print(JSON.stringify(written, null, 2));
  return written;
}

async function cloudOptions(flags: AwsFlags): Promise<CloudOptions> {
  return checkCloudOptions({
    stackName: flags.stackName,
    instanceType: flags.instanceType,
    dataPrefix: flags.prefix.replace(/^\/+|\/+$/g, ""),
    ...(flags.public ? { publicFrom: await ownAddress() } : {}),
  });
}

/** The address this machine's traffic comes from, as a service of AWS sees it. */
async function ownAddress(): Promise<string> {
  try {
    const answer = await fetch("https://checkip.amazonaws.com", {
      signal: AbortSignal.timeout(10_000),
    });
    return (await answer.text()).trim();
  } catch (cause) {
    throw new TickertapeError({
      code: "ADDRESS_UNKNOWN",
      message: "Could not find out this machine's public address from checkip.amazonaws.com",
      remedy: "Leave --public out: deno task aws tunnel needs no open port",
      cause,
    });
  }
}

async function templateOf(options: CloudOptions) {
  return buildTemplate(options, await Deno.readTextFile(SETUP_SCRIPT));
}

function confirmOrRefuse(flags: AwsFlags, question: string, what: string): void {
  if (flags.yes) return;
  if (!Deno.stdin.isTerminal()) {
    throw new UsageError(
      `Will not ${what} without being asked to: there is no terminal to confirm at`,
      "Add --yes",
    );
  }
  if (confirm(question)) return;
  throw new TickertapeError({
    code: "NOT_CONFIRMED",
    message: `Did not ${what}: it was not confirmed`,
    remedy: "Nothing was changed",
  });
}

function showEvent(event: StackEvent, context: TaskContext): void {
  const reason = event.ResourceStatusReason === undefined ? "" : `  ${event.ResourceStatusReason}`;
  const line = `${event.ResourceStatus?.padEnd(20)} ${event.LogicalResourceId}${reason}`;
  if (event.ResourceStatus?.endsWith("_IN_PROGRESS")) context.progress.update(line);
  else context.log(`  ${line}`);
}

async function standingOutputs(
  clients: CloudClients,
  stackName: string,
): Promise<Record<string, string>> {
  const stack = await findStack(clients, stackName);
  if (stack !== undefined && isStanding(stack)) return outputsOf(stack);
  throw new TickertapeError({
    code: "NO_STACK",
    message: `Stack '${stackName}' does not stand: ${stack?.StackStatus ?? "there is none"}`,
    remedy: "Make it with: deno task aws up",
  });
}

async function saveCertificate(clients: CloudClients, bucket: string): Promise<string> {
  const answer = await clients.s3.send(
    new GetObjectCommand({ Bucket: bucket, Key: CERTIFICATE_KEY }),
  );
  await Deno.mkdir(join(projectDir, ".local"), { recursive: true });
  await Deno.writeTextFile(join(projectDir, CA_FILE), await answer.Body?.transformToString() ?? "");
  return CA_FILE;
}

async function writeEnv(
  name: string,
  settings: Record<string, string> | undefined,
): Promise<void> {
  const file = resolve(projectDir, name);
  const before = await Deno.readTextFile(file).catch((error: unknown) => {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  });
  const after = withSettings(before ?? "", settings);
  if (after === before || (after === "" && before === undefined)) return;
  if (after === "") await Deno.remove(file);
  else await Deno.writeTextFile(file, after);
}
