/** `deno task data`: writes the sample data again, the same bytes every time. */
import { TickertapeError } from "../lib/errors.ts";
import { generateSample, SAMPLE_FILE } from "../lib/stock/mod.ts";
import { runTask } from "./cli/task.ts";

interface Flags {
  check?: boolean;
}

if (import.meta.main) {
  await runTask<Flags>({
    name: "data",
    summary: "Writes the sample data again: synthetic index prices, the same bytes every time.",
    example: "data --check",
    flags: (command) => command.option("--check", "only say whether the file is as generated"),
    run: async ({ check = false }, { print }) => {
      const text = generateSample();
      const summary = {
        file: SAMPLE_FILE,
        bytes: new TextEncoder().encode(text).length,
        rows: text.split("\n").length - 2,
      };
      if (check) await requireSame(text);
      else await write(text);
      print(
        `${summary.rows.toLocaleString("en")} rows, ${summary.bytes.toLocaleString("en")} bytes ` +
          `${check ? "are as generated" : "written"}: ${summary.file}`,
      );
      return { ...summary, written: !check };
    },
  });
}

async function write(text: string): Promise<void> {
  try {
    await Deno.writeTextFile(SAMPLE_FILE, text);
  } catch (error) {
    throw new TickertapeError({
      code: "SAMPLE_UNWRITABLE",
      message: `Could not write ${SAMPLE_FILE}: ${error instanceof Error ? error.message : error}`,
      remedy: "Check that you may write to the folder; --check compares without writing.",
      cause: error,
    });
  }
}

async function requireSame(text: string): Promise<void> {
  const found = await readText(SAMPLE_FILE);
  if (found === text) return;
  throw new TickertapeError({
    code: "SAMPLE_CHANGED",
    message: `${SAMPLE_FILE} ${found === undefined ? "is missing" : "is not as generated"}`,
    remedy: "Write it again with: deno task data",
  });
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
