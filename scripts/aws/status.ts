/**
 * `deno task aws status`.
 * @module
 */
import { type BrokerState, brokerState } from "../../lib/cloud/broker.ts";
import { cloudClients, whoAmI } from "../../lib/cloud/clients.ts";
import { estimateCost } from "../../lib/cloud/estimate.ts";
import { leftovers } from "../../lib/cloud/leftovers.ts";
import { DEFAULT_INSTANCE_TYPE } from "../../lib/cloud/options.ts";
import { outputsOf } from "../../lib/cloud/stack.ts";
import { findStack } from "../../lib/cloud/stack_wait.ts";
import { loadAwsSettings } from "../../lib/config.ts";
import { asCalled } from "../cli/called_as.ts";
import type { TaskContext } from "../cli/task.ts";
import type { AwsFlags } from "./flags.ts";

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
  const spent = hours * dollarsPerHour(outputs, broker);
  context.print(`Stack '${flags.stackName}' in ${identity.region}: ${stack.StackStatus}`);
  for (const [name, value] of Object.entries(outputs)) {
    context.print(`  ${name.padEnd(16)} ${value}`);
  }
  if (broker !== undefined) {
    const reach = broker.reachable
      ? asCalled("reachable by deno task aws tunnel")
      : "not reachable yet";
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

/** What a standing stack costs by the hour, whatever flags it was made with. */
function dollarsPerHour(outputs: Record<string, string>, broker?: BrokerState): number {
  if (broker === undefined) return 0;
  return estimateCost({
    stackName: "",
    dataPrefix: "",
    instanceType: broker.instanceType ?? DEFAULT_INSTANCE_TYPE,
    ...(outputs.PublicAddress === undefined ? {} : { publicFrom: outputs.PublicAddress }),
  }).dollarsPerHour;
}
