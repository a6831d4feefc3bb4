import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { cloudClients } from "../../lib/cloud/clients.ts";
import { findOwnStack, requireDeletable } from "../../lib/cloud/own_stack.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { scriptedAws } from "../scripted_aws.ts";

Deno.test("a stack is the project's own by its tag, whose value is the stack's name", async () => {
  let tag = "";
  await using aws = scriptedAws({
    POST: () =>
      new Response(
        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>" +
          `<StackName>ticks</StackName><Tags><member>${tag}</member></Tags>` +
          "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>",
      ),
  });
  const clients = cloudClients({ ...aws.config.aws, region: "us-east-1" });
  tag = "<Key>tickertape:stack</Key><Value>ticks</Value>";
  assertEquals((await findOwnStack(clients, "ticks"))?.StackName, "ticks");
  for (const [key, value] of [["tickertape:stack", "other"], ["team", "ticks"]]) {
    tag = `<Key>${key}</Key><Value>${value}</Value>`;
    const error = await assertRejects(() => findOwnStack(clients, "ticks"), TickertapeError);
    assertEquals(error.code, "STACK_NOT_OWN");
  }
});

Deno.test("a stack that is protected is refused before anything of it is deleted", () => {
  const stack = { StackName: "ticks", CreationTime: undefined, StackStatus: undefined };
  requireDeletable({ ...stack, EnableTerminationProtection: false });
  const error = assertThrows(
    () => requireDeletable({ ...stack, EnableTerminationProtection: true }),
    TickertapeError,
  );
  assertEquals(error.code, "STACK_PROTECTED");
});
