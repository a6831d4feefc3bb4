/**
 * The CloudFormation stack: make it, look at it, delete it.
 * @module
 */
import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackResourcesCommand,
  type Stack,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";
import type { Template } from "./cloudformation.ts";
import { emptyBucket } from "./empty_bucket.ts";
import { currentImage, IMAGE_PARAMETER } from "./image.ts";
import { type CloudOptions, STACK_TAG } from "./options.ts";
import { failure, findStack, lastEvent, settle, type WaitOptions } from "./stack_wait.ts";

/** What bringing the stack up did. */
export type UpResult = "created" | "updated" | "unchanged";

/** Statuses in which the stack stands and works. */
const STANDING = /^(CREATE_COMPLETE|UPDATE_COMPLETE|UPDATE_ROLLBACK_COMPLETE|IMPORT_COMPLETE)$/;

/** Statuses of a stack that never stood: it has to be deleted before it can be made again. */
const NEVER_MADE = /^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|REVIEW_IN_PROGRESS)$/;

/** Statuses a stack cannot be changed from: what is left of it has to be deleted. */
const STUCK = /^(DELETE_FAILED|UPDATE_FAILED|UPDATE_ROLLBACK_FAILED)$/;

/**
 * Makes the stack, or changes it to the template; a run that was interrupted, or failed half-way,
 * can be repeated. One that AWS rolled back is deleted first, with what it wrote meanwhile.
 *
 * @param clients The clients
 * @param options The stack's choices
 * @param template Its template
 * @param wait How to wait
 * @returns What was done
 * @throws {TickertapeError} AWS could not make it; the message has the first resource that failed.
 * Or the stack is one that can only be deleted
 */
export async function bringUp(
  clients: CloudClients,
  options: CloudOptions,
  template: Template,
  wait: WaitOptions = {},
): Promise<UpResult> {
  let stack = await settleFromNow(clients, options.stackName, wait);
  const status = stack?.StackStatus ?? "";
  if (STUCK.test(status)) throw stuck(options.stackName, status);
  if (NEVER_MADE.test(status)) {
    await deleteWithBuckets(clients, options.stackName, wait);
    stack = undefined;
  }
  const request = {
    StackName: options.stackName,
    TemplateBody: JSON.stringify(template),
    Capabilities: ["CAPABILITY_IAM" as const],
    Tags: [{ Key: STACK_TAG, Value: options.stackName }],
    Parameters: [{
      ParameterKey: IMAGE_PARAMETER,
      ...(stack === undefined
        ? { ParameterValue: await currentImage(clients, options.instanceType) }
        : { UsePreviousValue: true }),
    }],
  };
  const before = stack === undefined ? undefined : await lastEvent(clients, options.stackName);
  if (stack === undefined) {
    await clients.cloudFormation.send(
      new CreateStackCommand({ ...request, OnFailure: "ROLLBACK" }),
    );
  } else {
    try {
      await clients.cloudFormation.send(new UpdateStackCommand(request));
    } catch (error) {
      if (error instanceof Error && /No updates are to be performed/.test(error.message)) {
        return "unchanged";
      }
      throw error;
    }
  }
  const done = await settle(clients, options.stackName, before, wait);
  if (done !== undefined && /^(CREATE|UPDATE)_COMPLETE$/.test(done.StackStatus ?? "")) {
    return stack === undefined ? "created" : "updated";
  }
  throw await failure(clients, options.stackName, done?.StackStatus, before);
}

/**
 * Empties the stack's buckets, deletes the stack, and waits until it is gone. Where a bucket was
 * written to meanwhile, it does so once more.
 *
 * @param clients The clients
 * @param stackName Its name
 * @param wait How to wait; `onEmptied` is called with the objects deleted from a bucket so far
 * @returns Objects deleted
 * @throws {TickertapeError} AWS could not delete it; the message has the resource that stayed
 */
export async function deleteWithBuckets(
  clients: CloudClients,
  stackName: string,
  wait: WaitOptions & { onEmptied?: (count: number, bucket: string) => void } = {},
): Promise<number> {
  const empty = async () => {
    let objects = 0;
    for (const bucket of await resourceIds(clients, stackName, ["AWS::S3::Bucket"])) {
      objects += await emptyBucket(clients.s3, bucket, {
        ...(wait.signal ? { signal: wait.signal } : {}),
        onDeleted: (count) => wait.onEmptied?.(count, bucket),
      });
    }
    return objects;
  };
  let objects = await empty();
  try {
    await deleteStack(clients, stackName, wait);
  } catch (error) {
    const failed = error instanceof TickertapeError && error.code === "STACK_FAILED";
    const more = failed ? await empty() : 0;
    if (more === 0) throw error;
    objects += more;
    await deleteStack(clients, stackName, wait);
  }
  return objects;
}

/**
 * Deletes the stack and waits until it is gone. One that is still being made is not waited for.
 *
 * @param clients The clients
 * @param stackName Its name
 * @param wait How to wait
 * @returns Whether there was one
 * @throws {TickertapeError} AWS could not delete it; the message has the resource that stayed
 */
async function deleteStack(
  clients: CloudClients,
  stackName: string,
  wait: WaitOptions = {},
): Promise<boolean> {
  const found = await findStack(clients, stackName);
  const stack = found?.StackStatus === "CREATE_IN_PROGRESS"
    ? found
    : await settleFromNow(clients, stackName, wait);
  if (stack === undefined) return false;
  // By its id, a deleted stack can still be looked at, with its last status and events.
  const id = stack.StackId ?? stackName;
  const before = await lastEvent(clients, id);
  await clients.cloudFormation.send(new DeleteStackCommand({ StackName: stackName }));
  const done = await settle(clients, id, before, wait);
  if (done === undefined || done.StackStatus === "DELETE_COMPLETE") return true;
  throw await failure(clients, id, done.StackStatus, before);
}

/** Waits until nothing is in progress that was begun before. */
async function settleFromNow(
  clients: CloudClients,
  stackName: string,
  wait: WaitOptions,
): Promise<Stack | undefined> {
  return await settle(clients, stackName, await lastEvent(clients, stackName), wait);
}

/** Whether a stack stands and can be used. */
export function isStanding(stack: Stack | undefined): boolean {
  return STANDING.test(stack?.StackStatus ?? "");
}

/**
 * Looks up the outputs of a stack that stands.
 *
 * @param clients The clients
 * @param stackName Its name
 * @returns Outputs by name
 * @throws {TickertapeError} There is none, or it does not stand
 */
export async function standingOutputs(
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

/** The outputs of a stack, by name. */
export function outputsOf(stack: Stack): Record<string, string> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map((output) => [output.OutputKey ?? "", output.OutputValue ?? ""]),
  );
}

/**
 * Looks up what AWS calls one of the stack's resources.
 *
 * @param clients The clients
 * @param stackName Name of the stack
 * @param types Resource types to look for, such as `AWS::S3::Bucket`
 * @returns Physical ids of the resources that exist
 */
export async function resourceIds(
  clients: CloudClients,
  stackName: string,
  types: readonly string[],
): Promise<string[]> {
  const answer = await clients.cloudFormation.send(
    new DescribeStackResourcesCommand({ StackName: stackName }),
  );
  return (answer.StackResources ?? [])
    .filter((resource) => types.includes(resource.ResourceType ?? ""))
    .filter((resource) => resource.ResourceStatus !== "DELETE_COMPLETE")
    .flatMap((resource) => resource.PhysicalResourceId ?? []);
}

function stuck(stackName: string, status: string): TickertapeError {
  return new TickertapeError({
    code: "STACK_STUCK",
    message: `Could not change stack '${stackName}': it is ${status}`,
    remedy: "deno task aws down deletes what is left of it; then deno task aws up makes it anew",
  });
}
