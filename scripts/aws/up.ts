/**
 * `deno task aws up`.
 * @module
 */
import { GetObjectCommand } from "@aws-sdk/client-s3";
import { brokerState } from "../../lib/cloud/broker.ts";
import { type CloudClients, cloudClients, type Identity, whoAmI } from "../../lib/cloud/clients.ts";
import { estimateCost } from "../../lib/cloud/estimate.ts";
import { type CloudOptions, INSTANCE_TYPES } from "../../lib/cloud/options.ts";
import { findOwnStack } from "../../lib/cloud/own_stack.ts";
import { pipelineSettings } from "../../lib/cloud/settings.ts";
import { bringUp, isStanding, outputsOf, standingOutputs } from "../../lib/cloud/stack.ts";
import { CERTIFICATE_KEY } from "../../lib/cloud/template_broker.ts";
import { loadAwsSettings } from "../../lib/config.ts";
import { TickertapeError } from "../../lib/errors.ts";
import type { TaskContext } from "../cli/task.ts";
import { showEvent } from "./events.ts";
import { type AwsFlags, cloudOptions, confirmOrRefuse } from "./flags.ts";
import { templateOf } from "./template.ts";
import { certificateFile, pointAt, requireWritable, saveCertificate } from "./written_files.ts";

/** Makes the stack, and points `.env` at it. */
export async function up(flags: AwsFlags, context: TaskContext): Promise<object> {
  await requireWritable(flags.envFile);
  const options = await cloudOptions(flags);
  const clients = cloudClients(loadAwsSettings());
  const identity = await whoAmI(clients);
  await refuseOtherBroker(clients, options);
  const dollarsPerHour = showEstimate(options, identity, context);
  await confirmOrRefuse(flags, "Make it?", "make the stack", context.signal);
  const result = await bringUp(clients, options, await templateOf(options), {
    signal: context.signal,
    onEvent: (event) => showEvent(event, context),
  });
  const outputs = await standingOutputs(clients, options.stackName);
  const isPublic = options.publicFrom !== undefined;
  if (isPublic) {
    const pem = await certificate(clients, outputs.DataBucket ?? "");
    await saveCertificate(options.stackName, pem);
  }
  const settings = pipelineSettings(
    outputs,
    identity,
    options.dataPrefix,
    isPublic ? certificateFile(options.stackName) : undefined,
  );
  const owner = { stackName: options.stackName, region: identity.region };
  await pointAt(flags.envFile, owner, settings);
  context.log(`The stack is ${result}, and ${flags.envFile} points at it. Next:`);
  for (const line of nextSteps(outputs, identity)) context.log(`  ${line}`);
  return { result, stackName: options.stackName, settings, dollarsPerHour };
}

function showEstimate(options: CloudOptions, identity: Identity, context: TaskContext): number {
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
  return estimate.dollarsPerHour;
}

function nextSteps(outputs: Record<string, string>, { region }: Identity): string[] {
  const way = outputs.PasswordSecret === undefined
    ? ["deno task aws tunnel     in a terminal of its own"]
    : [
      "set KAFKA_PASSWORD to what this prints (it is not written to a file):",
      `aws secretsmanager get-secret-value --secret-id ${outputs.PasswordSecret} ` +
      `--region ${region} --query SecretString --output text`,
    ];
  return [
    ...way,
    "deno task doctor         checks every service",
    "deno task aws down       ends it, and the costs",
  ];
}

/** The certificate that the instance has put into the bucket before it was ready. */
async function certificate(clients: CloudClients, bucket: string): Promise<string> {
  const object = new GetObjectCommand({ Bucket: bucket, Key: CERTIFICATE_KEY });
  const { Body } = await clients.s3.send(object);
  return await Body?.transformToString() ?? "";
}

/**
 * What sets a broker up runs once, and one of another architecture needs another image: to change
 * either would take a new instance, and the records of the old one would be gone.
 */
async function refuseOtherBroker(clients: CloudClients, options: CloudOptions): Promise<void> {
  const stack = await findOwnStack(clients, options.stackName);
  if (stack === undefined || !isStanding(stack)) return;
  const outputs = outputsOf(stack);
  const { instanceType = "" } = await brokerState(clients, outputs.InstanceId ?? "");
  const isPublic = outputs.PublicAddress !== undefined;
  const arm = (type: string) => INSTANCE_TYPES[type]?.arm;
  const change = isPublic !== (options.publicFrom !== undefined)
    ? `it was made ${isPublic ? "with" : "without"} --public`
    : instanceType in INSTANCE_TYPES && arm(instanceType) !== arm(options.instanceType)
    ? `its ${instanceType} has another architecture than ${options.instanceType}`
    : undefined;
  if (change === undefined) return;
  throw new TickertapeError({
    code: "STACK_OTHER_BROKER",
    message: `Could not change stack '${options.stackName}': ${change}, and a new broker would ` +
      "be without the records of the old one",
    remedy: "Run it as the stack was made; or end that first with: deno task aws down",
  });
}
