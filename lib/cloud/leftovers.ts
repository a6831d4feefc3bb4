/**
 * What of a stack is still there and costs money.
 * @module
 */
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import type { CloudClients } from "./clients.ts";
import { STACK_TAG } from "./options.ts";

/**
 * Lists the resources that carry a stack's tag. AWS lists some deleted ones, such as instances that
 * are terminated, for up to an hour.
 *
 * @param clients The clients
 * @param stackName Name of the stack
 * @returns ARNs of the resources
 */
export async function leftovers(clients: CloudClients, stackName: string): Promise<string[]> {
  const arns: string[] = [];
  let token: string | undefined;
  do {
    const page = await clients.tagging.send(
      new GetResourcesCommand({
        TagFilters: [{ Key: STACK_TAG, Values: [stackName] }],
        ...(token ? { PaginationToken: token } : {}),
      }),
    );
    for (const { ResourceARN } of page.ResourceTagMappingList ?? []) {
      if (ResourceARN !== undefined) arns.push(ResourceARN);
    }
    token = page.PaginationToken;
  } while (token);
  return arns.sort();
}
