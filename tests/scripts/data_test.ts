import { assertEquals } from "@std/assert";
import { runTask } from "./run_task.ts";

Deno.test("data --check finds the shipped sample as it is generated", async () => {
  const { code, stdout, stderr } = await runTask("data", ["--check", "--json"]);
  assertEquals(code, 0, stderr);
  const { rows, written } = JSON.parse(stdout);
  assertEquals([rows, written], [16_874, false]);
});
