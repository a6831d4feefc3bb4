/** What is asked about a partition while others go on reading and storing it. */
import { assertEquals } from "@std/assert";
import type { Admin } from "kafkajs";
import { partitionStates } from "../../lib/sink/group/partitions.ts";
import { destination, startPosition } from "../../lib/sink/group/positions.ts";
import { services } from "./services.ts";

const OPTIONS = { from: "earliest", format: "jsonl", skipLost: false } as const;

Deno.test("what another sink commits meanwhile is not beyond the topic's end", async () => {
  await using test = await services();
  let end = 193;
  // Before each answer somebody sends more, and another sink stores and commits that.
  const answers = {
    fetchTopicOffsets: () => {
      const high = String(end);
      end += 48;
      return Promise.resolve([{ partition: 0, low: "0", high }]);
    },
    fetchOffsets: () => {
      const offset = String(end);
      end += 48;
      const metadata = destination(test.config, "jsonl");
      return Promise.resolve([{ partitions: [{ partition: 0, offset, metadata }] }]);
    },
  };
  const [state] = await partitionStates(test.config, answers as unknown as Admin, [0]);
  assertEquals(startPosition(test.config, state!, OPTIONS).offset, state!.committed);
});

Deno.test("nor is an object that another sink stores meanwhile", async () => {
  await using test = await services();
  await test.putObject("of-nobody", "");
  const { topic } = test.config.kafka;
  const answers = {
    fetchOffsets: () => Promise.resolve([]),
    fetchTopicOffsets: async () => {
      const key = `stock_market/dt=2024-05-06/hour=07/${topic}+0+${"0".repeat(20)}.jsonl.gz`;
      await test.putObject(key, "of records that were sent after this answer");
      return [{ partition: 0, low: "0", high: "0" }];
    },
  };
  const [state] = await partitionStates(test.config, answers as unknown as Admin, [0]);
  assertEquals(startPosition(test.config, state!, OPTIONS).offset, 0n);
});
