import { assert, assertEquals, assertThrows } from "@std/assert";
import { APIS } from "../../../lib/local/kafka/api/table.ts";
import { readMessage, writeMessage } from "../../../lib/local/kafka/protocol/codec.ts";
import { createReader, MalformedError } from "../../../lib/local/kafka/protocol/reader.ts";
import {
  array,
  int16,
  int32,
  message,
  nullable,
  since,
  string,
  tagged,
} from "../../../lib/local/kafka/protocol/schema.ts";
import { createWriter } from "../../../lib/local/kafka/protocol/writer.ts";

interface Frame {
  api: string;
  version: number;
  direction: "request" | "response";
  bytes: Uint8Array;
}

const recorded: Frame[] = Deno.readTextFileSync(
  new URL("fixtures/recorded_frames.txt", import.meta.url),
).split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => {
  const [api, version, direction, hex] = line.split(" ") as [string, string, string, string];
  return {
    api,
    version: Number(version),
    direction: direction as Frame["direction"],
    bytes: Uint8Array.fromHex(hex),
  };
});

Deno.test("messages of Apache Kafka and its clients are read to the last byte, and written the same", () => {
  const failures: string[] = [];
  for (const { api: name, version, direction, bytes } of recorded) {
    const api = APIS.find((api) => api.name === name)!;
    const message = api[direction];
    const reader = createReader(bytes);
    assertEquals(reader.int32(), bytes.length - 4);
    if (direction === "request") {
      reader.skip(8);
      const size = reader.int16();
      reader.skip(Math.max(0, size));
      if (version >= message.flexibleSince) assertEquals(reader.unsignedVarint(), 0);
    } else {
      reader.skip(4);
      if (version >= message.flexibleSince && name !== "ApiVersions") {
        assertEquals(reader.unsignedVarint(), 0);
      }
    }
    const start = reader.offset;
    const value = readMessage(message, version, reader);
    const writer = createWriter();
    writeMessage(message, version, writer, value);
    const written = writer.finish().map((part) => part.toHex()).join("");
    if (reader.remaining !== 0 || written !== bytes.subarray(start).toHex()) {
      failures.push(`${name} ${version} ${direction}: ${reader.remaining} left`);
    }
  }
  assertEquals(failures, []);
  assert(recorded.length > 80, `${recorded.length} frames`);
});

Deno.test("what Apache Kafka said is read as it was meant", () => {
  const frame = (api: string, version: number, direction: string) =>
    recorded.find((each) =>
      each.api === api && each.version === version && each.direction === direction
    )!.bytes;
  const { response } = APIS.find(({ name }) => name === "Metadata")!;
  const reader = createReader(frame("Metadata", 6, "response"));
  reader.skip(8);
  const cluster = readMessage(response, 6, reader) as { clusterId: string; brokers: unknown[] };
  // What that cluster was started with.
  assertEquals(cluster.clusterId, "dGlja2VydGFwZS0wMDAwMA");
  assertEquals(cluster.brokers, [{ nodeId: 1, host: "127.0.0.1", port: 29600, rack: null }]);
});

const sample = message({
  flexibleSince: 2,
  fields: {
    names: nullable(array(string), 1),
    count: since(1, int32),
    note: tagged(0, 2, string),
    code: tagged(3, 2, int16),
  },
});

function encode(version: number, value: Parameters<typeof writeMessage<typeof sample.fields>>[3]) {
  const writer = createWriter();
  writeMessage(sample, version, writer, value);
  return writer.finish().map((part) => part.toHex()).join("");
}

// Bytes by hand, from the types of https://kafka.apache.org/protocol and KIP-482.
Deno.test("each version of a message has its own fields and lengths", () => {
  const value = { names: ["ab", ""], count: 7, note: "hi", code: -2 };
  assertEquals(encode(0, value), "00000002" + "00026162" + "0000");
  assertEquals(encode(1, value), "00000002" + "00026162" + "0000" + "00000007");
  assertEquals(
    encode(2, value),
    "03" + "036162" + "01" + "00000007" + "02" + "0003036869" + "0302fffe",
  );
  assertEquals(encode(1, { names: null }), "ffffffff" + "00000000");
  assertEquals(encode(2, { names: null }), "00" + "00000000" + "00");
});

Deno.test("tagged fields nobody knows are passed over", () => {
  const bytes = Uint8Array.fromHex("00" + "00000005" + "02" + "00020278" + "0903aabbcc");
  const value = readMessage(sample, 2, createReader(bytes));
  assertEquals(value, { names: null, count: 5, note: "x", code: undefined });
});

Deno.test("lengths that cannot be are refused before memory is taken for them", () => {
  const cases: [number, string][] = [
    [0, "ffffffff"], // null where it may not be
    [1, "fffffffe"],
    [1, "7fffffff"],
    [1, "00000001" + "7fff"],
    [1, "00000001" + "ffff"],
    [2, "ffffffff0f"],
    [2, "ffffffffff01"],
    [2, "03" + "ff"],
    [2, "00" + "00000005" + "01" + "00ff01"],
    [2, "00" + "00000005" + "01" + "0303fffe"],
    [2, "00" + "0000"],
  ];
  for (const [version, hex] of cases) {
    const reader = createReader(Uint8Array.fromHex(hex));
    assertThrows(() => readMessage(sample, version, reader), MalformedError, "Malformed", hex);
  }
});
