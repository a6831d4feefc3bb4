/**
 * `deno task doctor`: checks each service of the target, and says what to do.
 * @module
 */
import { loadConfig } from "../lib/config.ts";
import { type CheckResult, CHECKS, runChecks } from "../lib/doctor/mod.ts";
import { TickertapeError } from "../lib/errors.ts";
import { plural } from "./cli/format.ts";
import { asCalled } from "./cli/called_as.ts";
import { runTask, type TaskContext } from "./cli/task.ts";

const MARKS: Record<CheckResult["status"], string> = {
  ok: "ok     ",
  note: "not yet",
  fail: "FAIL   ",
  skipped: "skipped",
};

async function run(_flags: object, context: TaskContext): Promise<object> {
  const config = loadConfig();
  const { progress, print, signal } = context;
  const results: CheckResult[] = [];
  progress.update(`checking ${CHECKS[0]?.name}`);
  for await (const result of runChecks(config, CHECKS, { signal })) {
    progress.stop();
    results.push(result);
    print(lineOf(result));
    const next = CHECKS[results.length];
    if (next !== undefined) progress.update(`checking ${next.name}`);
  }
  progress.stop();
  const failed = results.filter(({ status }) => status === "fail");
  if (failed.length > 0) context.fail(failure(failed, results.length));
  else if (results.length === CHECKS.length) context.log("Nothing stands in the way.");
  return { target: config.target, ok: failed.length === 0, checks: results };
}

function lineOf({ name, status, detail, remedy }: CheckResult): string {
  const wide = Math.max(...CHECKS.map((check) => check.name.length));
  const indent = " ".repeat(MARKS.ok.length + 2);
  const advice = remedy === undefined
    ? []
    : [`${indent}→ ${asCalled(remedy).replaceAll("\n", `\n${indent}  `)}`];
  return [`${MARKS[status]}  ${name.padEnd(wide)}  ${detail}`, ...advice].join("\n");
}

function failure(failed: readonly CheckResult[], all: number): TickertapeError {
  return new TickertapeError({
    code: "DOCTOR_FOUND",
    message: `${failed.length} of ${plural(all, "check")} failed: ` +
      failed.map(({ name }) => name).join(", "),
    remedy: failed[0]?.remedy ?? "Read what each of them says.",
  });
}

if (import.meta.main) {
  await runTask({
    name: "doctor",
    summary: "Checks each service of the target in order, and says for each failure what to do. " +
      "What is not there yet and a task makes is no failure.",
    example: "doctor",
    run,
  });
}
