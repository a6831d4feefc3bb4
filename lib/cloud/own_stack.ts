/**
 * Telling a stack of the project's own from somebody else's of the same name.
 * @module
 */
import type { Stack } from "@aws-sdk/client-cloudformation";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";
import { STACK_TAG } from "./options.ts";
import { findStack } from "./stack_wait.ts";

/**
 * Looks up a stack that `deno task aws up` made, to change or to delete it.
 *
 * @param clients The clients
 * @param stackName Its name
 * @returns The stack, or `undefined` where there is none of that name
 * @throws {TickertapeError} Something else made it
 */
export async function findOwnStack(
  clients: CloudClients,
  stackName: string,
): Promise<Stack | undefined> {
  const stack = await findStack(clients, stackName);
  const isOwn = stack?.Tags?.some(({ Key, Value }) => Key === STACK_TAG && Value === stackName);
  if (stack === undefined || isOwn) return stack;
  throw new TickertapeError({
    code: "STACK_NOT_OWN",
    message: `Will not touch stack '${stackName}': it lacks the tag ${STACK_TAG}, so something ` +
      "other than deno task aws up made it",
    remedy: "Choose another name: --stack-name NAME",
  });
}

/**
 * Refuses to delete a stack that AWS would keep, before its buckets are emptied.
 *
 * @param stack The stack
 * @throws {TickertapeError} Its termination protection is on
 */
export function requireDeletable({ StackName, EnableTerminationProtection }: Stack): void {
  if (!EnableTerminationProtection) return;
  throw new TickertapeError({
    code: "STACK_PROTECTED",
    message: `Could not delete stack '${StackName}': its termination protection is on`,
    remedy: "Switch it off first: aws cloudformation update-termination-protection " +
      `--no-enable-termination-protection --stack-name ${StackName}`,
  });
}
