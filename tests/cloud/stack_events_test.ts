/** What AWS tells of a stack, on a machine whose clock has nothing to do with AWS's. */
import { assertEquals, assertRejects } from "@std/assert";
import { cloudClients } from "../../lib/cloud/clients.ts";
import { bringUp, deleteWithBuckets } from "../../lib/cloud/stack.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { scriptedAws } from "../scripted_aws.ts";

const OPTIONS = { stackName: "ticks", instanceType: "t4g.micro", dataPrefix: "stock_market" };
const TEMPLATE = {
  AWSTemplateFormatVersion: "2010-09-09",
  Description: "",
  Parameters: {},
  Resources: {},
  Outputs: {},
} as const;

const BUCKET = "<StackResources><member><ResourceType>AWS::S3::Bucket</ResourceType>" +
  "<PhysicalResourceId>ticks</PhysicalResourceId><ResourceStatus>CREATE_COMPLETE" +
  "</ResourceStatus></member></StackResources>";

/** A stack's events as AWS lists them: the latest first. */
const BEFORE = [event("1", "ticks", "CREATE_COMPLETE")];
const AFTER = [
  event("4", "ticks", "UPDATE_ROLLBACK_COMPLETE"),
  event("3", "Results", "UPDATE_FAILED", "no such key"),
  event("2", "ticks", "UPDATE_IN_PROGRESS"),
];

Deno.test("events from before are not told, later ones are, and the first failure is named", async () => {
  let asked = false;
  await using aws = scriptedAws({
    POST: ({ body }) => {
      const query = new URLSearchParams(String(body));
      const action = query.get("Action") ?? "";
      if (action === "UpdateStack") asked = true;
      const result = action === "DescribeStacks"
        ? stack(asked ? "UPDATE_ROLLBACK_COMPLETE" : "CREATE_COMPLETE")
        : action === "DescribeStackEvents"
        ? page(asked, query.get("NextToken"))
        : "";
      return xml(action, result);
    },
  });
  const clients = cloudClients({ ...aws.config.aws, region: "us-east-1" });
  const told: string[] = [];
  const error = await assertRejects(
    () =>
      bringUp(clients, OPTIONS, TEMPLATE, {
        onEvent: ({ LogicalResourceId, ResourceStatus }) =>
          told.push(`${LogicalResourceId} ${ResourceStatus}`),
      }),
    TickertapeError,
    "Results (AWS::S3::Bucket): no such key",
  );
  assertEquals(error.code, "STACK_FAILED");
  assertEquals(told, [
    "ticks UPDATE_IN_PROGRESS",
    "Results UPDATE_FAILED",
    "ticks UPDATE_ROLLBACK_COMPLETE",
  ]);
});

Deno.test("a deletion that is not waited for to its end is said to go on", async () => {
  const controller = new AbortController();
  let asked = false;
  await using aws = scriptedAws({
    GET: () => new Response("<ListVersionsResult/>"),
    POST: ({ body }) => {
      const action = new URLSearchParams(String(body)).get("Action") ?? "";
      if (action === "DeleteStack") asked = true;
      return xml(
        action,
        action === "DescribeStacks"
          ? stack(asked ? "DELETE_IN_PROGRESS" : "CREATE_COMPLETE")
          : action === "DescribeStackResources"
          ? BUCKET
          : page(asked, "last"),
      );
    },
  });
  const clients = cloudClients({ ...aws.config.aws, region: "us-east-1" });
  const deleting = deleteWithBuckets(clients, "ticks", { signal: controller.signal, pollMs: 5 });
  while (!asked) await new Promise((resolve) => setTimeout(resolve, 5));
  controller.abort();
  const error = await assertRejects(() => deleting, TickertapeError, "AWS goes on");
  assertEquals(error.code, "INTERRUPTED");
});

function event(id: string, resource: string, status: string, reason = ""): string {
  return `<member><EventId>${id}</EventId><LogicalResourceId>${resource}</LogicalResourceId>` +
    `<ResourceType>AWS::S3::Bucket</ResourceType><ResourceStatus>${status}</ResourceStatus>` +
    `<ResourceStatusReason>${reason}</ResourceStatusReason>` +
    "<Timestamp>2001-01-01T00:00:00Z</Timestamp></member>";
}

function stack(status: string): string {
  return `<Stacks><member><StackName>ticks</StackName><StackStatus>${status}</StackStatus>` +
    "<CreationTime>2001-01-01T00:00:00Z</CreationTime></member></Stacks>";
}

/** The second of two pages begins with what came before. */
function page(asked: boolean, token: string | null): string {
  if (!asked) return `<StackEvents>${BEFORE.join("")}</StackEvents>`;
  return token === null
    ? `<StackEvents>${AFTER.join("")}</StackEvents><NextToken>next</NextToken>`
    : `<StackEvents>${BEFORE.join("")}</StackEvents>`;
}

function xml(action: string, result: string): Response {
  const body =
    `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`;
  return new Response(body, { headers: { "content-type": "text/xml" } });
}
