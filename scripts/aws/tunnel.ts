/**
 * `deno task aws tunnel`.
 * @module
 */
import { cloudClients, whoAmI } from "../../lib/cloud/clients.ts";
import { standingOutputs } from "../../lib/cloud/stack.ts";
import { requirePlugin, tunnel } from "../../lib/cloud/tunnel.ts";
import { loadAwsSettings } from "../../lib/config.ts";
import type { TaskContext } from "../cli/task.ts";
import type { AwsFlags } from "./flags.ts";

/** Port that the broker listens on, and tells its clients to use. */
const BROKER_PORT = 9092;

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
