/**
 * The CloudFormation stack: make it, wait for it, look at it, delete it.
 * @module
 */
import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import { backoff } from "../backoff.ts";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";
import { type CloudOptions, STACK_TAG } from "./options.ts";
import type { Template } from "./cloudformation.ts";

/** How a wait is watched and ended. */
export interface WaitOptions {
  /** Ends the waiting; what AWS is doing goes on. */
  signal?: AbortSignal;
  /** Called with each event of the stack, in order. */
  onEvent?: (event: StackEvent) => void;
  /** Milliseconds between two looks; by default 1,000 growing to 5,000. */
  pollMs?: number;
}

/** What bringing the stack up did. */
export type UpResult = "created" | "updated" | "unchanged";

/** Statuses in which the stack stands and works. */
const STANDING = /^(CREATE_COMPLETE|UPDATE_COMPLETE|UPDATE_ROLLBACK_COMPLETE|IMPORT_COMPLETE)$/;

/** Statuses a stack cannot be repaired from: it has to be deleted first. */
const DEAD = /^(ROLLBACK_COMPLETE|ROLLBACK_FAILED|CREATE_FAILED|DELETE_FAILED|REVIEW_IN_PROGRESS)$/;

/**
 * Looks a stack up.
 *
 * @param clients The clients
 * @param stackName Its name
 * @returns The stack, or `undefined` where there is none
 */
export async function findStack(
  clients: CloudClients,
  stackName: string,
): Promise<Stack | undefined> {
  try {
    const answer = await clients.cloudFormation.send(
      new DescribeStacksCommand({ StackName: stackName }),
    );
    return answer.Stacks?.[0];
  } catch (error) {
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}

/**
 * Makes the stack, or changes it to the template; a run that was interrupted, or failed half-way,
 * can be repeated. One that AWS rolled back is deleted first.
 *
 * @param clients The clients
 * @param options The stack's choices
 * @param template Its template
 * @param wait How to wait
 * @returns What was done
 * @throws {TickertapeError} AWS could not make it; the message has the first resource that failed
 */
export async function bringUp(
  clients: CloudClients,
  options: CloudOptions,
  template: Template,
  wait: WaitOptions = {},
): Promise<UpResult> {
  let stack = await settle(clients, options.stackName, wait);
  if (stack !== undefined && DEAD.test(stack.StackStatus ?? "")) {
    await deleteStack(clients, options.stackName, wait);
    stack = undefined;
  }
  const request = {
    StackName: options.stackName,
    TemplateBody: JSON.stringify(template),
    Capabilities: ["CAPABILITY_IAM" as const],
    Tags: [{ Key: STACK_TAG, Value: options.stackName }],
  };
  const since = new Date();
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
  const done = await settle(clients, options.stackName, { ...wait, since });
  if (done !== undefined && /^(CREATE|UPDATE)_COMPLETE$/.test(done.StackStatus ?? "")) {
    return stack === undefined ? "created" : "updated";
  }
  throw await failure(clients, options.stackName, done?.StackStatus, since);
}

/**
 * Deletes the stack and waits until it is gone.
 *
 * @param clients The clients
 * @param stackName Its name
 * @param wait How to wait
 * @returns Whether there was one
 * @throws {TickertapeError} AWS could not delete it; the message has the resource that stayed
 */
export async function deleteStack(
  clients: CloudClients,
  stackName: string,
  wait: WaitOptions = {},
): Promise<boolean> {
  const stack = await settle(clients, stackName, wait);
  if (stack === undefined) return false;
  const since = new Date();
  await clients.cloudFormation.send(new DeleteStackCommand({ StackName: stackName }));
  // By its id, a deleted stack can still be looked at, with its last status and events.
  const id = stack.StackId ?? stackName;
  const done = await settle(clients, id, { ...wait, since });
  if (done === undefined || done.StackStatus === "DELETE_COMPLETE") return true;
  throw await failure(clients, id, done.StackStatus, since);
}

/** Whether a stack stands and can be used. */
export function isStanding(stack: Stack | undefined): boolean {
  return STANDING.test(stack?.StackStatus ?? "");
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

/** Waits until nothing is in progress; tells of the events since `since`, by default since now. */
async function settle(
  clients: CloudClients,
  stackName: string,
  wait: WaitOptions & { since?: Date },
): Promise<Stack | undefined> {
  const seen = new Set<string>();
  const since = wait.since ?? new Date();
  const pause = backoff({ firstMs: wait.pollMs ?? 1000, mostMs: wait.pollMs ?? 5000 });
  for (;;) {
    const stack = await findStack(clients, stackName);
    if (stack !== undefined && wait.onEvent !== undefined) {
      for (const event of await eventsSince(clients, stackName, since)) {
        if (seen.has(event.EventId ?? "")) continue;
        seen.add(event.EventId ?? "");
        wait.onEvent(event);
      }
    }
    if (!stack?.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
    if (stack.StackStatus === "REVIEW_IN_PROGRESS") return stack;
    await pause(wait.signal);
    if (wait.signal?.aborted) throw interrupted(stackName, stack.StackStatus);
  }
}

/** Events of a stack since a moment, oldest first; a second of slack for unequal clocks. */
async function eventsSince(
  clients: CloudClients,
  stackName: string,
  since: Date,
): Promise<StackEvent[]> {
  const answer = await clients.cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: stackName }),
  );
  const from = since.getTime() - 1000;
  return (answer.StackEvents ?? [])
    .filter((event) => (event.Timestamp?.getTime() ?? 0) >= from)
    .reverse();
}

async function failure(
  clients: CloudClients,
  stackName: string,
  status: string | undefined,
  since: Date,
): Promise<TickertapeError> {
  const events = await eventsSince(clients, stackName, since);
  const first = events.find((event) =>
    event.ResourceStatus?.endsWith("_FAILED") &&
    !/cancelled/i.test(event.ResourceStatusReason ?? "")
  );
  const reason = first === undefined
    ? `its status is ${status ?? "unknown"}`
    : `${first.LogicalResourceId} (${first.ResourceType}): ${first.ResourceStatusReason}`;
  return new TickertapeError({
    code: "STACK_FAILED",
    message: `AWS could not finish stack '${stackName}': ${reason}`,
    remedy: "Mend the cause, then run the same command again.\n" +
      "deno task aws down deletes what is there.",
  });
}

function interrupted(stackName: string, status: string): TickertapeError {
  return new TickertapeError({
    code: "INTERRUPTED",
    message: `Stopped waiting for stack '${stackName}': AWS goes on (${status})`,
    remedy: "Run the same command again to go on waiting; deno task aws down deletes everything",
    retriable: true,
  });
}
