/**
 * What of a stack is still there and costs money.
 * @module
 */
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { GetResourcesCommand } from "@aws-sdk/client-resource-groups-tagging-api";
import type { CloudClients } from "./clients.ts";
import { STACK_TAG } from "./options.ts";

/**
 * Lists the resources that carry a stack's tag, but for instances that are terminated: AWS shows
 * those, and may show other deleted things, for up to an hour.
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
  return withoutEnded(clients, arns.sort());
}

async function withoutEnded(clients: CloudClients, arns: string[]): Promise<string[]> {
  const instanceOf = (arn: string) => /:instance\/(i-[0-9a-f]+)$/.exec(arn)?.[1];
  const ids = arns.flatMap((arn) => instanceOf(arn) ?? []);
  if (ids.length === 0) return arns;
  // A filter passes over ids that AWS has forgotten, where asking for one would fail.
  const running = await clients.ec2.send(
    new DescribeInstancesCommand({
      Filters: [
        { Name: "instance-id", Values: ids },
        { Name: "instance-state-name", Values: ["pending", "running", "stopping", "stopped"] },
      ],
    }),
  );
  const instances = (running.Reservations ?? []).flatMap(({ Instances = [] }) => Instances);
  const costly = new Set(instances.map(({ InstanceId }) => InstanceId));
  return arns.filter((arn) => instanceOf(arn) === undefined || costly.has(instanceOf(arn)));
}
