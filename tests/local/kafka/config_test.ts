/** Settings that are changed at run time. */
import { assertEquals, assertRejects } from "@std/assert";
import {
  incrementalAlterConfigsRequest,
  incrementalAlterConfigsResponse,
} from "../../../lib/local/kafka/protocol/messages/incremental_alter_configs.ts";
import { connectRaw, createPartitioner, type TestBroker, testBroker } from "./helpers.ts";

const TOPIC = 2;
const BROKER = 4;

/** Sets a broker's setting, or takes it back; of an empty name all brokers'. */
async function set({ port }: TestBroker, resourceName: string, name: string, value: string | null) {
  using raw = await connectRaw(port);
  const { responses } = await raw.call(
    incrementalAlterConfigsRequest,
    incrementalAlterConfigsResponse,
    1,
    {
      resources: [{
        resourceType: BROKER,
        resourceName,
        configs: [{ name, value, configOperation: value === null ? 1 : 0 }],
      }],
      validateOnly: false,
    },
  );
  return responses[0]!;
}

async function settingsOf(broker: TestBroker, type: number, name: string, setting: string) {
  const admin = broker.kafka().admin();
  await admin.connect();
  const resource = { type, name, configNames: [setting] };
  const { resources } = await admin.describeConfigs({
    resources: [resource],
    includeSynonyms: true,
  });
  await admin.disconnect();
  const entry = resources[0]!.configEntries[0]!;
  return {
    value: entry.configValue,
    from: entry.configSynonyms.map(({ configValue, configSource }) => [configValue, configSource]),
  };
}

async function send(broker: TestBroker, bytes: number): Promise<void> {
  const producer = broker.kafka().producer({ createPartitioner });
  await producer.connect();
  try {
    await producer.send({ topic: "t", messages: [{ value: "x".repeat(bytes) }] });
  } finally {
    await producer.disconnect();
  }
}

Deno.test("a broker's setting holds from then on, for topics too, and outlives the broker", async () => {
  await using broker = await testBroker({ "message.max.bytes": 1_000_000 });
  await send(broker, 500);
  assertEquals((await set(broker, "1", "message.max.bytes", "10000")).errorCode, 0);
  await assertRejects(() => send(broker, 20_000), Error, "larger than");
  await broker.restart();
  await assertRejects(() => send(broker, 20_000), Error, "larger than");
  await set(broker, "", "message.max.bytes", "30000");
  await assertRejects(() => send(broker, 20_000), Error, "larger than");
  assertEquals(await settingsOf(broker, TOPIC, "t", "max.message.bytes"), {
    value: "10000",
    from: [["10000", 2], ["30000", 3], ["1000000", 4], ["1048588", 5]],
  });
  await set(broker, "1", "message.max.bytes", null);
  await send(broker, 20_000);
  await set(broker, "", "message.max.bytes", null);
  await send(broker, 500_000);
  assertEquals(broker.errors, []);
});

Deno.test("what cannot be changed at run time, or is no setting here, is refused by name", async () => {
  await using broker = await testBroker();
  for (
    const [name, value, message] of [
      ["num.partitions", "4", "Cannot update these configs dynamically: [num.partitions]"],
      ["num.io.threads", "4", "This broker has no setting num.io.threads."],
      [
        "message.max.bytes",
        "-1",
        "Invalid value -1 for configuration message.max.bytes: Value must be at least 0",
      ],
    ] as const
  ) {
    const { errorCode, errorMessage } = await set(broker, "1", name, value);
    assertEquals([errorCode, errorMessage], [42, message]);
  }
  // What was never given can be taken back, as tools do that tidy up behind them.
  assertEquals((await set(broker, "1", "num.io.threads", null)).errorCode, 0);
});
