import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { background, stopAll } from "../../lib/notebook/background.ts";
import { check, ExerciseError, failureView, showFailure } from "../../lib/notebook/check.ts";
import { live, pause } from "../../lib/notebook/live.ts";
import { TickertapeError } from "../../lib/errors.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";

Deno.test("a live display draws until its signal is aborted, and ends without an error", async () => {
  const controller = new AbortController();
  let drawn = 0;
  await live(() => {
    if (++drawn === 3) controller.abort();
    return `drawn ${drawn}`;
  }, { signal: controller.signal, everyMs: 1, seconds: Infinity });
  assertEquals(drawn, 4);
});

Deno.test("a live display shows the last state once more when it is over", async () => {
  const states: number[] = [];
  let state = 0;
  await live(() => {
    states.push(state++);
    return "";
  }, { everyMs: 1, until: () => state >= 3 });
  assertEquals(states.at(-1), 3);
});

Deno.test("a wait whose signal is aborted is over at once", async () => {
  await pause(60_000, AbortSignal.abort());
  const controller = new AbortController();
  const waiting = pause(60_000, controller.signal);
  controller.abort();
  await waiting;
});

Deno.test("a job's failure is kept for who stops it, and harms nobody else", async () => {
  const job = background("failing", () => Promise.reject(new Error("no broker")));
  await assertRejects(() => job.finished, Error, "no broker");
  assertEquals(job.state, "failed");
  await assertRejects(() => job.stop(), Error, "no broker");
  assertEquals(await stopAll(), []);
});

Deno.test("a job that ends by itself is done, and not stopped", async () => {
  const job = background("short", () => Promise.resolve(7));
  assertEquals(await job.finished, 7);
  assertEquals([job.state, await job.stop()], ["done", 7]);
});

Deno.test("an exercise's check throws with its hint, also where the answer throws", async () => {
  const hint = "Look at the key";
  for (const answer of [() => false, () => undefined]) {
    const error = await assertRejects(() => check("Exercise 1", answer, hint), ExerciseError);
    assertEquals(error.message, "Exercise 1: not yet.\nHint: Look at the key");
  }
  const failing = () => Promise.reject(new Error("The column 'date' is not in the CSV"));
  const error = await assertRejects(() => check("Exercise 1", failing, hint), ExerciseError);
  assertEquals(
    error.message,
    "Exercise 1: not yet: The column 'date' is not in the CSV\nHint: Look at the key",
  );
});

Deno.test("a failure that is meant to be has to be one", async () => {
  const wanted = new TickertapeError({ code: "X", message: "could not", remedy: "do this" });
  await showFailure(() => Promise.reject(wanted));
  await assertRejects(() => showFailure(() => 1), Error, "meant to fail");
});

Deno.test("a failure is shown with its remedy: words wrap, a statement keeps its places", () => {
  const remedy = "1 | SELECT a*b\n  |        ^\nCast it: a*b";
  const error = new TickertapeError({ code: "X", message: "no a*b in <t>", remedy });
  assertEquals(failureView(error).data, {
    "text/plain": `✗ TickertapeError: no a*b in <t>\n\nWhat to do:\n\n${remedy}`,
    "text/markdown": [
      "✗ **TickertapeError:** no a\\*b in \\<t\\>",
      "**What to do:**",
      "```text\n1 | SELECT a*b\n  |        ^\n```",
      "Cast it: a\\*b",
    ].join("\n\n"),
  });
});

const STOPPED = `
import { listenForInterrupts } from "${import.meta.resolve("../../lib/notebook/interrupts.ts")}";
const interrupts = listenForInterrupts();
const before = interrupts.signal;
const timer = setInterval(() => {}, 1000);
before.addEventListener("abort", () => {
  console.log(before.aborted, interrupts.signal.aborted);
  clearInterval(timer);
  interrupts.dispose();
});
console.log("ready");
`;

Deno.test({
  name: "the Stop button's signal ends what waits for it, and the next cell has a new one",
  ignore: skippedOnWindows("the Stop button's signal", NO_SIGNALS),
  async fn() {
    const folder = await Deno.makeTempDir();
    const file = join(folder, "stopped.ts");
    await Deno.writeTextFile(file, STOPPED);
    const config = join(projectDir, "deno.json");
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-q", "--config", config, "-P=test", file],
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
    let said = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      if (said === "" && text.includes("ready")) child.kill("SIGINT");
      said += text;
    }
    assertEquals(said, "ready\ntrue false\n");
    assertEquals((await child.status).code, 0);
    await Deno.remove(folder, { recursive: true });
  },
});
