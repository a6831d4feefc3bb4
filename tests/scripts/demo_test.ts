import { existsSync } from "node:fs";
import { join } from "node:path";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { projectDir } from "../../lib/config.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { runTask, startTask } from "./run_task.ts";

/** Real data that stands beside the checkout where there is any. */
const REAL_FILE = join(projectDir, "..", "shared", "data", "indexProcessed_hsi.csv");

const noReal = !existsSync(REAL_FILE);
if (noReal) console.warn(`skipped: the demo on real data, for there is no ${REAL_FILE}`);

async function folder(): Promise<{ path: string; env: Record<string, string> } & AsyncDisposable> {
  const path = await Deno.makeTempDir();
  return {
    path,
    env: { TMPDIR: path, TEMP: path, TMP: path },
    [Symbol.asyncDispose]: () => Deno.remove(path, { recursive: true }),
  };
}

Deno.test("the demo proves what it shows, and leaves nothing behind", async () => {
  await using temporary = await folder();
  const args = ["--records", "200", "--json"];
  const { code, stdout, stderr } = await runTask("demo", args, { env: temporary.env });
  assertEquals(code, 0, stderr);
  const { seconds, objects, ...summary } = JSON.parse(stdout);
  assertEquals(summary, {
    produced: 200,
    table: "stock_market",
    rows: 200,
    duplicates: 0,
    gaps: 0,
  });
  assert(objects >= 2 && seconds > 0);
  assertStringIncludes(stderr, "it was 120 before");
  assertEquals(Array.from(Deno.readDirSync(temporary.path)), []);
});

Deno.test({
  name: "the demo runs on real data",
  ignore: noReal,
  fn: async () => {
    await using temporary = await folder();
    const args = ["--records", "100", "--file", REAL_FILE, "--json"];
    const { code, stdout, stderr } = await runTask("demo", args, { env: temporary.env });
    assertEquals(code, 0, stderr);
    const { produced, rows, duplicates, gaps } = JSON.parse(stdout);
    assertEquals([produced, rows, duplicates, gaps], [100, 100, 0, 0]);
  },
});

Deno.test("two records are enough, and one is too few to show what is new", async () => {
  await using temporary = await folder();
  const args = ["--records", "2", "--json"];
  const { code, stdout, stderr } = await runTask("demo", args, { env: temporary.env });
  assertEquals(code, 0, stderr);
  assertEquals(JSON.parse(stdout).rows, 2);
  assertStringIncludes(stderr, "it was 1 before");
  assertEquals((await runTask("demo", ["--records", "1"], { env: temporary.env })).code, 2);
});

Deno.test({
  name: "Ctrl-C ends the demo, and its folder is gone",
  ignore: skippedOnWindows("Ctrl-C of demo", NO_SIGNALS),
  fn: async () => {
    await using temporary = await folder();
    const child = startTask("demo", ["--json"], { env: temporary.env });
    while (Array.from(Deno.readDirSync(temporary.path)).length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill("SIGINT");
    const { code, stderr } = await child.output();
    assertEquals(code, 1);
    assertStringIncludes(new TextDecoder().decode(stderr), "The demo was stopped before its end");
    assertEquals(Array.from(Deno.readDirSync(temporary.path)), []);
  },
});

Deno.test("a temporary folder that cannot be made is told, with the variable that names it", async () => {
  await using temporary = await folder();
  const none = join(temporary.path, "none");
  const env = { TMPDIR: none, TEMP: none, TMP: none };
  const { code, stderr } = await runTask("demo", [], { env });
  assertEquals(code, 1);
  assertMatch(stderr, /^error: Could not make a temporary folder: .*\n {2}Set (TMPDIR|TEMP) to /);
});

Deno.test("a file that cannot be read is told, and leaves nothing behind", async () => {
  await using temporary = await folder();
  const args = ["--file", join(temporary.path, "none.csv")];
  const { code, stderr } = await runTask("demo", args, { env: temporary.env });
  assert(code === 1 || code === 2);
  assertStringIncludes(stderr, "none.csv");
  assertEquals(Array.from(Deno.readDirSync(temporary.path)), []);
});
