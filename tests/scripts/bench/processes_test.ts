import { assertEquals, assertGreater, assertLess, assertRejects } from "@std/assert";
import process from "node:process";
import { TickertapeError } from "../../../lib/errors.ts";
import { pause } from "../../../lib/pause.ts";
import { cpuSecondsOf, memoryOf, startProgram } from "../../../scripts/bench/processes.ts";

/** How finely the system tells it, in seconds, and some more. */
const TICK = 0.02;

const told = Deno.build.os !== "windows";

Deno.test({
  name: "a process's time is what it says of itself, and grows as it works",
  ignore: !told,
  fn: async () => {
    const own = () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    };
    // Other tests may run in this process: what it says of itself before and after bounds it.
    const bounded = async () => {
      const least = own();
      const seen = await cpuSecondsOf(Deno.pid) ?? NaN;
      assertGreater(seen, least - TICK);
      assertLess(seen, own() + TICK);
      return seen;
    };
    const before = await bounded();
    const end = own() + 0.3;
    while (own() < end);
    assertGreater(await bounded() - before, 0.3 - 2 * TICK);
  },
});

Deno.test("of a process that is gone nothing is told", async () => {
  const child = new Deno.Command(Deno.execPath(), { args: ["--version"], stdout: "null" }).spawn();
  await child.status;
  assertEquals(await cpuSecondsOf(child.pid), undefined);
  assertEquals(await memoryOf(child.pid, "now"), undefined);
});

Deno.test({
  name: "a program's last line is its result, and its memory is seen meanwhile",
  fn: async () => {
    const waits = await Deno.makeTempFile();
    const code = `import { existsSync } from "node:fs";
      const kept = new Uint8Array(80 << 20).fill(1);
      console.log("first");
      while (existsSync(${JSON.stringify(waits)})) await new Promise((on) => setTimeout(on, 20));
      console.log(JSON.stringify({ bytes: kept.length }));`;
    const program = startProgram({ name: "a", command: Deno.execPath(), args: ["eval", code] });
    let over = false;
    const result = program.result().finally(() => over = true);
    // It goes on until its memory was seen.
    while (told && !over && !(program.peakBytes()! > 80 << 20)) await pause(20);
    await Deno.remove(waits);
    assertEquals(await result, { bytes: 80 << 20 });
  },
});

Deno.test("a program that fails is an error with its name and its reason", async () => {
  const failing = (code: string) =>
    startProgram({ name: "a.py", command: Deno.execPath(), args: ["eval", code] }).result();
  const why = await assertRejects(
    () => failing(`console.error("no broker\\n  at the port"); Deno.exit(1);`),
    TickertapeError,
  );
  assertEquals(why.message, "a.py failed: no broker");
  const python = `console.error("a warning\\nTraceback (most recent call last):\\n` +
    `  File\\nKeyError: 'Index'"); Deno.exit(1);`;
  const last = await assertRejects(() => failing(python), TickertapeError);
  assertEquals(last.message, "a.py failed: KeyError: 'Index'");
});
