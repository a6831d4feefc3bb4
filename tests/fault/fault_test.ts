import { assert } from "@std/assert";
import { CAN_FREEZE, runFaults } from "./run.ts";

Deno.test("every acknowledged record is in S3 exactly once, whatever fails", async () => {
  if (!CAN_FREEZE) console.warn("skipped: no process is frozen, for Windows has no SIGSTOP");
  const seed = Number(Deno.env.get("FAULT_SEED") ?? 1);
  const report = await runFaults({ seed, seconds: 9 });
  assert(report.records + report.deadLetters >= report.acknowledged);
});
