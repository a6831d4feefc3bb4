import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { runTask } from "./run_task.ts";

/** Settings that lead to nothing: port 1 of this machine. */
const NOWHERE = { KAFKA_BROKERS: "127.0.0.1:1", AWS_ENDPOINT_URL: "http://127.0.0.1:1" };

for (const name of ["crawl", "query", "doctor", "demo", "ok"]) {
  Deno.test(`${name} --help tells the flags, the defaults and an example`, async () => {
    const { code, stdout } = await runTask(name, ["--help"]);
    assertEquals(code, 0);
    assertStringIncludes(stdout, `Usage: deno task ${name}`);
    assertStringIncludes(stdout, "--json");
    assertMatch(stdout, new RegExp(`Example:\\s+deno task ${name}`));
  });

  Deno.test(`${name} names a flag that it does not know, and ends with 2`, async () => {
    const { code, stdout, stderr } = await runTask(name, ["--nonsense"]);
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, "--nonsense");
  });
}

const WRONG: [args: string[], words: string][] = [
  [["query"], "nothing to run"],
  [["query", "SELECT 1", "--name", "total"], "exclude each other"],
  [["query", "--name", "totals"], "'totals'"],
  [["query", "--file", "no/such.sql"], "no/such.sql"],
  [["query", "SELECT 1", "--watch", "0"], "--watch"],
  [["query", "SELECT 1", "--max-rows", "many"], "many"],
  [["query", "  ; "], "is empty"],
  [["query", "SELECT 1", "SELECT 2"], "too many arguments"],
  [["demo", "--records", "0"], "--records"],
  [["crawl", "extra"], "too many arguments"],
];

for (const [[name, ...args], words] of WRONG) {
  Deno.test(`${name} ${args.join(" ")}: wrong usage, with what is wrong`, async () => {
    const { code, stdout, stderr } = await runTask(name!, args);
    assertEquals([code, stdout], [2, ""]);
    assertStringIncludes(stderr, words);
  });
}

for (const [name, ...args] of [["crawl"], ["query", "SELECT 1"]]) {
  Deno.test(`${name} without a stack says how to start one, and ends with 1`, async () => {
    const { code, stdout, stderr } = await runTask(name!, args, { env: NOWHERE });
    assertEquals([code, stdout], [1, ""]);
    const [first, second, ...rest] = stderr.trimEnd().split("\n");
    assertMatch(first!, /^error: Could not .*: nothing answers at http:\/\/127\.0\.0\.1:1$/);
    assertMatch(second!, /^ {2}Start .*deno task local/);
    assertEquals(rest, []);
  });
}

Deno.test("--debug shows where an error came from", async () => {
  const { stderr } = await runTask("query", ["SELECT 1", "--debug"], { env: NOWHERE });
  assertStringIncludes(stderr, "AWS_UNREACHABLE");
  assertStringIncludes(stderr, "aws_failure.ts");
});

Deno.test("query --list names the shipped queries, from any folder", async () => {
  const cwd = await Deno.makeTempDir();
  const { code, stdout } = await runTask("query", ["--list", "--json"], { cwd });
  await Deno.remove(cwd);
  assertEquals(code, 0);
  const { queries } = JSON.parse(stdout);
  assertEquals(queries[0].name, "total");
  assertEquals(queries[0].title, "How many records, and from when to when");
});

Deno.test("doctor without a stack fails, and says so in its summary too", async () => {
  const { code, stdout, stderr } = await runTask("doctor", ["--json"], { env: NOWHERE });
  assertEquals(code, 1);
  assertMatch(stderr, /^error: \d of \d+ checks failed: broker, .*AWS credentials.*\n {2}Start /);
  const { target, ok, checks } = JSON.parse(stdout);
  assertEquals([target, ok], ["local", false]);
  const status = Object.fromEntries(
    checks.map((check: { name: string; status: string }) => [check.name, check.status]),
  );
  assertEquals([status.settings, status.broker, status.topic], ["ok", "fail", "skipped"]);
  assertEquals([status["AWS credentials"], status["data bucket"]], ["fail", "skipped"]);
});

Deno.test("a setting that cannot be used is wrong usage", async () => {
  const { code, stderr } = await runTask("doctor", [], { env: { PIPELINE_TARGET: "mars" } });
  assertEquals(code, 2);
  assertStringIncludes(stderr, "PIPELINE_TARGET is 'mars'");
});

Deno.test("hints are as the tasks are called: through npx where they are run so", async () => {
  const env = { ...NOWHERE, npm_lifecycle_event: "npx" };
  const failed = await runTask("crawl", [], { env });
  assertStringIncludes(
    failed.stderr,
    "Start the embedded stack in another terminal: npx -y deno task",
  );
  const { stdout } = await runTask("crawl", ["--help"], { env });
  assertStringIncludes(stdout, "Usage: npx -y deno task crawl");
  assertEquals(/(?<!npx -y )deno task/.test(stdout), false);
  const plain = await runTask("crawl", [], { env: NOWHERE });
  assertStringIncludes(plain.stderr, "in another terminal: deno task local");
});
