/**
 * Waiting for the CloudFormation stack: its status, its events, and why it failed.
 * @module
 */
import {
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
  type StackEvent,
} from "@aws-sdk/client-cloudformation";
import { backoff } from "../backoff.ts";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";

/** How a wait is watched and ended. */
export interface WaitOptions {
  /** Ends the waiting; what AWS is doing goes on. */
  signal?: AbortSignal;
  /** Called with each event of the stack, in order. */
  onEvent?: (event: StackEvent) => void;
  /** Milliseconds between two looks; by default 1,000 growing to 5,000. */
  pollMs?: number;
}

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
 * Waits until nothing of a stack is in progress.
 *
 * @param clients The clients
 * @param stackName Name or id of the stack
 * @param wait How to wait; events are told of since `since`, by default since now
 * @returns The stack as it then is, or `undefined` where there is none
 * @throws {TickertapeError} The signal was aborted
 */
export async function settle(
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

/**
 * Tells why a stack came to a status that it should not have.
 *
 * @param clients The clients
 * @param stackName Name or id of the stack
 * @param status The status
 * @param since When it was asked for something else
 * @returns An error with the first resource that failed
 */
export async function failure(
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
