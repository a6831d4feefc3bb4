/**
 * Tasks at a terminal: Ctrl-C while the progress line turns ends them as it does elsewhere, with
 * what was done flushed, committed and summed up.
 */
import { assertEquals, assertMatch } from "@std/assert";
import { projectDir } from "../../lib/config.ts";
import { ensureTopic, listTopics } from "../../lib/kafka/mod.ts";
import { ownStack } from "../own_stack.ts";

/** Python's pseudo-terminal, 100 columns wide: what comes in is typed, what goes out is the screen. */
const TERMINAL = `
import fcntl, os, pty, struct, sys, termios
def screen(fd):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    return os.read(fd, 4096)
sys.exit(pty.spawn(sys.argv[1:], screen) >> 8)
`;

/** Milliseconds from Ctrl-C after which a task is taken not to end. */
const LIMIT_MS = 120_000;

const ignore = Deno.build.os === "windows" || !(await hasPython());
if (ignore) console.warn("skipped: tasks at a terminal, which need python3 and its pty module");

async function hasPython(): Promise<boolean> {
  try {
    const { success } = await new Deno.Command("python3", { args: ["-c", "import pty"] }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Runs a task at a terminal, presses Ctrl-C when its screen shows `when`, and gives the screen. */
async function atTerminal(
  env: Record<string, string>,
  task: string[],
  when: RegExp,
): Promise<string> {
  // The spinner does not turn where CI is set, as it is where these tests are run.
  const { CI: _, ...surroundings } = Deno.env.toObject();
  const child = new Deno.Command("python3", {
    args: ["-c", TERMINAL, Deno.execPath(), "task", ...task],
    cwd: projectDir,
    env: { ...surroundings, TERM: "xterm", ...env },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let limit: ReturnType<typeof setTimeout> | undefined;
  const keys = child.stdin.getWriter();
  let screen = "";
  let pressed = false;
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    screen += text;
    if (pressed || !when.test(screen)) continue;
    pressed = true;
    await keys.write(Uint8Array.of(3));
    limit = setTimeout(() => child.kill("SIGKILL"), LIMIT_MS);
  }
  clearTimeout(limit);
  await keys.close();
  await child.status;
  return screen;
}

Deno.test({ name: "Ctrl-C at a terminal sums up what was sent and stored", ignore }, async () => {
  await using stack = await ownStack();
  const sent = await atTerminal(
    { ...stack.env, NO_COLOR: "1" },
    ["produce", "--rate", "100", "--seed", "1"],
    /[1-9]\d* records · /,
  );
  // "ESC [ 3" begins the codes of colours.
  assertEquals(sent.includes("\u001b[3"), false, "colours where they are not wanted");
  const [, count = ""] = sent.match(/(\d+) records sent to kafka-stock-market/) ?? [];
  assertMatch(count, /^[1-9]\d*$/, sent);
  const stored = await atTerminal(
    stack.env,
    ["consume", "--flush-seconds", "1"],
    new RegExp(`${count} records in `),
  );
  assertMatch(stored, new RegExp(`${count} records in \\d objects? \\(`), stored);
});

Deno.test({ name: "Ctrl-C at a question means no", ignore }, async () => {
  await using stack = await ownStack();
  await ensureTopic(stack.config);
  const asked = await atTerminal(
    stack.env,
    ["topic", "delete", stack.config.kafka.topic],
    /\[y\/N\]/,
  );
  assertMatch(asked, /Left the topic .* with its 0 records as it is\./);
  assertEquals((await listTopics(stack.config)).length, 1);
});
