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
 * @param after Last event that is not told of any more; without it all are told of
 * @param wait How to wait
 * @returns The stack as it then is, or `undefined` where there is none
 * @throws {TickertapeError} The signal was aborted
 */
export async function settle(
  clients: CloudClients,
  stackName: string,
  after: string | undefined,
  wait: WaitOptions,
): Promise<Stack | undefined> {
  let last = after;
  const pause = backoff({ firstMs: wait.pollMs ?? 1000, mostMs: wait.pollMs ?? 5000 });
  for (;;) {
    const stack = await findStack(clients, stackName);
    if (stack !== undefined && wait.onEvent !== undefined) {
      for (const event of await eventsAfter(clients, stackName, last)) {
        last = event.EventId;
        wait.onEvent(event);
      }
    }
    if (!stack?.StackStatus?.endsWith("_IN_PROGRESS")) return stack;
    if (stack.StackStatus === "REVIEW_IN_PROGRESS") return stack;
    await pause(wait.signal);
    if (wait.signal?.aborted) throw interrupted(stackName, stack.StackStatus);
  }
}

/**
 * Looks up a stack's last event, from which on later ones are told apart: by the order in which AWS
 * lists them, as this machine's clock may differ from AWS's.
 *
 * @param clients The clients
 * @param stackName Name or id of the stack
 * @returns The event's id, or `undefined` where there is no such stack
 */
export async function lastEvent(
  clients: CloudClients,
  stackName: string,
): Promise<string | undefined> {
  if (await findStack(clients, stackName) === undefined) return undefined;
  const answer = await clients.cloudFormation.send(
    new DescribeStackEventsCommand({ StackName: stackName }),
  );
  return answer.StackEvents?.[0]?.EventId;
}

/** Events of a stack after one of them, oldest first; AWS lists the latest first. */
async function eventsAfter(
  clients: CloudClients,
  stackName: string,
  after: string | undefined,
): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await clients.cloudFormation.send(
      new DescribeStackEventsCommand({ StackName: stackName, NextToken }),
    );
    for (const event of page.StackEvents ?? []) {
      if (event.EventId === after) return events.reverse();
      events.push(event);
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return events.reverse();
}

/**
 * Tells why a stack came to a status that it should not have.
 *
 * @param clients The clients
 * @param stackName Name or id of the stack
 * @param status The status
 * @param after Last event from before it was asked for something else
 * @returns An error with the first resource that failed
 */
export async function failure(
  clients: CloudClients,
  stackName: string,
  status: string | undefined,
  after: string | undefined,
): Promise<TickertapeError> {
  const events = await eventsAfter(clients, stackName, after);
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
