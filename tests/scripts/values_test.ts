import { assertEquals, assertThrows } from "@std/assert";
import { InvalidArgumentError } from "commander";
import { UsageError } from "../../lib/errors.ts";
import { checkPorts, type LocalFlags } from "../../scripts/local/flags.ts";
import {
  decimalNumber,
  partitions,
  path,
  port,
  seconds,
  topicName,
  wholeNumber,
} from "../../scripts/cli/values.ts";

const TAKEN: [parser: (text: string) => unknown, text: string, value: unknown][] = [
  [wholeNumber(), "1", 1],
  [wholeNumber(0), "0", 0],
  [decimalNumber({ least: 6, most: 30 }), "6", 6],
  [seconds, "0.5", 0.5],
  [seconds, ".5", 0.5],
  [seconds, "86400", 86_400],
  [port, "0", 0],
  [partitions, "10000", 10_000],
  [path, "a b/ü.csv", "a b/ü.csv"],
  [topicName, "kafka-stock_market.1", "kafka-stock_market.1"],
];

const REFUSED: [parser: (text: string) => unknown, texts: string[]][] = [
  [wholeNumber(), ["0", "-1", "1.5", "1e3", "", " 1", "many", "99999999999999999999"]],
  [decimalNumber({ least: 6, most: 30 }), ["5.9", "30.1", "0"]],
  // A timer of more than 2^31 ms would fire at once: a query every millisecond, and its bill.
  [seconds, ["0", "-1", "1e3", "NaN", "", "86401", "99999999999"]],
  [port, ["65536", "-1", "http"]],
  [partitions, ["0", "10001"]],
  [path, ["", "  "]],
  [topicName, ["", "a/b", "a b", ".", "..", "ü", "x".repeat(250)]],
];

for (const [parser, text, value] of TAKEN) {
  Deno.test(`'${text}' is a value`, () => assertEquals(parser(text), value));
}

for (const [parser, texts] of REFUSED) {
  for (const text of texts) {
    Deno.test(`'${text.slice(0, 20)}' is no value`, () => {
      assertThrows(() => parser(text), InvalidArgumentError);
    });
  }
}

Deno.test("one port for Kafka and AWS is wrong usage, but for 0, which picks two", () => {
  const flags: LocalFlags = { dataDir: "d", kafkaPort: 5000, awsPort: 5000, stateSeconds: 0 };
  assertThrows(() => checkPorts(flags), UsageError, "are both 5000");
  checkPorts({ ...flags, kafkaPort: 0, awsPort: 0 });
});
