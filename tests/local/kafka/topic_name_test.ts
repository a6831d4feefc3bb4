import { assert, assertEquals, assertThrows } from "@std/assert";
import { ProtocolError } from "../../../lib/local/kafka/protocol/errors.ts";
import { checkTopicName, folderFor } from "../../../lib/local/kafka/topic_name.ts";

// org.apache.kafka.common.internals.Topic: legal characters, at most 249 of them, no "." or "..".
for (const name of ["a", "kafka-stock-market", "A.b_c-1", "...", "x".repeat(249)]) {
  Deno.test(`topic name '${name.slice(0, 30)}' is taken`, () => checkTopicName(name));
}

for (const name of ["", ".", "..", "a/b", "..\\x", "a b", "é", "a\0", "a:b", "x".repeat(250)]) {
  Deno.test(`topic name '${name.slice(0, 30)}' is refused`, () => {
    const error = assertThrows(() => checkTopicName(name), ProtocolError);
    assertEquals(error.code, 17);
  });
}

Deno.test("a topic's folder is its name, where every file system can have it", () => {
  const taken = (folder: string) => folder.toLowerCase() === "prices";
  assertEquals(folderFor("kafka-stock-market", taken), "kafka-stock-market");
  assertEquals(folderFor("Prices", taken), "Prices~1");
  // Windows takes a device's name with anything behind a dot for the device.
  assertEquals(folderFor("con.x", taken), "con~x~1");
  assertEquals(folderFor("con", taken), "con");
});

Deno.test("every topic's folders are names that Windows and macOS tell apart and take", () => {
  const devices = ["con", "prn", "AUX", "nul", "com1", "COM0", "lpt9"];
  const names = [
    ...devices.flatMap((name) => [name, `${name}.`, `${name}.txt`, `x.${name}`, `${name}-0`]),
    ...[
      "a.",
      "a..",
      "...",
      "-",
      "_",
      ".a",
      "a-1",
      "A-1",
      "a.b",
      "A.B",
      "prices",
      "PRICES",
      "Prices",
    ],
    ...["x".repeat(249), "X".repeat(249), `con.${"y".repeat(245)}`, `CON.${"Y".repeat(245)}`],
  ];
  const taken = new Set<string>();
  for (const name of names) {
    checkTopicName(name);
    const folder = folderFor(name, (other) => taken.has(other.toLowerCase()));
    for (const partition of [0, 9_999]) {
      const path = `${folder}-${partition}`;
      assert(/^[a-zA-Z0-9._~-]{1,255}$/.test(path), path);
      assert(!path.endsWith("."), path);
      assert(!/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(path), path);
    }
    assert(!taken.has(folder.toLowerCase()), folder);
    taken.add(folder.toLowerCase());
  }
});
