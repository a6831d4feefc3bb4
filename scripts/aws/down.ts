/**
 * `deno task aws down`.
 * @module
 */
import { cloudClients, whoAmI } from "../../lib/cloud/clients.ts";
import { leftovers } from "../../lib/cloud/leftovers.ts";
import { findOwnStack, requireDeletable } from "../../lib/cloud/own_stack.ts";
import { deleteWithBuckets, resourceIds } from "../../lib/cloud/stack.ts";
import { loadAwsSettings } from "../../lib/config.ts";
import type { TaskContext } from "../cli/task.ts";
import { showEvent } from "./events.ts";
import { type AwsFlags, confirmOrRefuse } from "./flags.ts";
import { forgetStack } from "./written_files.ts";

/** Deletes everything, and says what is left. */
export async function down(flags: AwsFlags, context: TaskContext): Promise<object> {
  const clients = cloudClients(loadAwsSettings());
  const identity = await whoAmI(clients);
  const stack = await findOwnStack(clients, flags.stackName);
  let objects = 0;
  if (stack !== undefined) {
    requireDeletable(stack);
    const buckets = await resourceIds(clients, flags.stackName, ["AWS::S3::Bucket"]);
    context.log(`Account ${identity.account} in ${identity.region}: stack '${flags.stackName}',`);
    context.log(`with everything in ${buckets.join(" and ") || "it"}.`);
    await confirmOrRefuse(flags, "Delete it all for good?", "delete the stack", context.signal);
    objects = await deleteWithBuckets(clients, flags.stackName, {
      signal: context.signal,
      onEvent: (event) => showEvent(event, context),
      onEmptied: (count, bucket) =>
        context.progress.update(`${count} objects deleted from ${bucket}`),
    });
  }
  await forgetStack(flags.envFile, { stackName: flags.stackName, region: identity.region });
  const left = await leftovers(clients, flags.stackName);
  context.print(
    stack === undefined
      ? `There is no stack '${flags.stackName}' in ${identity.region}.`
      : `Stack '${flags.stackName}' is gone, with ${objects} objects.`,
  );
  if (left.length === 0) context.print("Nothing that carries its tag is left.");
  else {
    context.print("Still listed with its tag (AWS may list what is gone for up to an hour):");
  }
  for (const arn of left) context.print(`  ${arn}`);
  return { stackName: flags.stackName, deleted: stack !== undefined, objects, leftovers: left };
}
