/**
 * `deno task dead-letters`: the records that could not be rows.
 * @module
 */
import { Buffer } from "node:buffer";
import { loadConfig } from "../lib/config.ts";
import { UsageError } from "../lib/errors.ts";
import { listDeadLetters, resendDeadLetters, type StoredDeadLetter } from "../lib/sink/mod.ts";
import { plural } from "./cli/format.ts";
import { formatTable, terminalWidth } from "./cli/table.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { topicName, wholeNumber } from "./cli/values.ts";

interface Flags {
  sendAgain?: boolean;
  reason?: string;
  topic?: string;
  all?: boolean;
  limit: number;
}

/** Bytes of a value that a row of the list shows. */
const PREVIEW = 60;

async function run(flags: Flags, context: TaskContext): Promise<object> {
  const config = loadConfig();
  if (flags.topic !== undefined && !flags.sendAgain) {
    throw new UsageError(
      "--topic says where --send-again sends, and that is not given",
      "Add --send-again, or leave --topic out; KAFKA_TOPIC is the topic that is looked at.",
    );
  }
  if (flags.all && !flags.sendAgain) {
    throw new UsageError(
      "--all says that --send-again leaves none out, and that is not given",
      "Add --send-again, or leave --all out; --limit says how many are listed.",
    );
  }
  const chosen = ({ reason }: StoredDeadLetter) => !flags.reason || reason === flags.reason;
  const { signal, print, log } = context;
  if (flags.sendAgain) {
    const { topic, all } = flags;
    log("Looking for what was sent before");
    const summary = await resendDeadLetters(config, { topic, only: chosen, all, signal });
    print(`Sent ${plural(summary.sent, "record")} to ${summary.topic}.`);
    if (summary.sentBefore > 0) {
      print(`Left out ${summary.sentBefore} that it has already: --all sends them too.`);
    }
    return summary;
  }
  const reasons: Record<string, number> = {};
  const shown: StoredDeadLetter[] = [];
  let count = 0;
  for await (const letter of listDeadLetters(config)) {
    if (signal.aborted) break;
    if (!chosen(letter)) continue;
    count++;
    reasons[letter.reason] = (reasons[letter.reason] ?? 0) + 1;
    if (shown.length < flags.limit) shown.push(letter);
  }
  show(shown, count, context);
  return { deadLetters: count, reasons, shown: shown.map(plain) };
}

function show(letters: StoredDeadLetter[], count: number, { print, log }: TaskContext): void {
  if (count === 0) {
    print("There are no dead letters.");
    return;
  }
  const rows = letters.map(({ partition, offset, reason, detail, value }) => [
    `${partition}/${offset}`,
    reason,
    detail,
    value === null ? "" : Buffer.from(value.subarray(0, PREVIEW)).toString(),
  ]);
  print(formatTable(["where", "reason", "detail", "value"], rows, { width: terminalWidth() }));
  if (count > letters.length) log(`… and ${count - letters.length} more: --limit shows more`);
  log("deno task dead-letters --send-again sends to the topic once more what was not sent yet.");
}

function plain({ key, value, ...letter }: StoredDeadLetter): object {
  const base64 = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("base64");
  return { ...letter, key: base64(key), value: base64(value) };
}

await runTask<Flags>({
  name: "dead-letters",
  summary: "Lists the records that could not be rows, with the reasons, or sends them again.",
  example: "dead-letters --reason 'not JSON'",
  flags: (command) =>
    command
      .option("--reason <reason>", "only those with this reason, such as 'not JSON'")
      .option("--limit <number>", "most to list", wholeNumber(0), 20)
      .option(
        "--send-again",
        "send them to the topic once more, with the bytes they had; what it has already is left out",
      )
      .option("--topic <name>", "with --send-again: another topic", topicName)
      .option("--all", "with --send-again: also those that the topic has already"),
  run,
});
