/** Tasks whose output goes to a program that does not read it to its end, such as `head`. */
import { assertEquals } from "@std/assert";
import { ensureTopic, produce } from "../../lib/kafka/mod.ts";
import { paced } from "../../lib/stock/mod.ts";
import { ownStack } from "../own_stack.ts";
import { startTask } from "./run_task.ts";

const TASKS: [name: string, args: string[], stream: "stdout" | "stderr"][] = [
  ["topic", ["--tail", "--from", "earliest"], "stdout"],
  ["query", ["SELECT sequence(1, 10000) AS many", "--csv"], "stdout"],
  ["query", ["SELECT sequence(1, 10000) AS many", "--json"], "stdout"],
  ["produce", ["--rate", "max", "--count", "10"], "stderr"],
];

Deno.test("a task whose reader has gone ends without a word", async (test) => {
  await using stack = await ownStack();
  await ensureTopic(stack.config);
  await produce(stack.config, paced(Array.from({ length: 5_000 }, (_, n) => ({ n })), "max"));
  for (const [name, args, stream] of TASKS) {
    await test.step(`${name} ${args.join(" ")}`, async () => {
      const child = startTask(name, args, { env: stack.env });
      await child[stream].cancel();
      const other = stream === "stdout" ? child.stderr : child.stdout;
      const [status, said] = await Promise.all([child.status, new Response(other).text()]);
      assertEquals([status.code, said.includes("error")], [141, false], said);
    });
  }
});
