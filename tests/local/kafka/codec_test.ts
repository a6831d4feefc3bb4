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
