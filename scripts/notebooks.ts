/**
 * `deno task notebooks`: opens the notebooks, makes their outputs again, or checks them.
 * @module
 */
import { loadConfig } from "../lib/config.ts";
import { UsageError } from "../lib/errors.ts";
import { runTask, type TaskContext } from "./cli/task.ts";
import { checkNotebooks } from "./notebooks/check.ts";
import { openNotebooks } from "./notebooks/open.ts";
import { recordNotebooks } from "./notebooks/record.ts";

/** Flags of the task. */
interface Flags {
  browser: boolean;
}

const ACTIONS = {
  open: (flags: Flags, context: TaskContext) => openNotebooks(context, flags),
  run: (_flags: Flags, context: TaskContext) => recordNotebooks(context),
  check: (_flags: Flags, context: TaskContext) => checkNotebooks(context),
};

await runTask<Flags>({
  name: "notebooks",
  summary: "Opens the notebooks in Jupyter, makes their outputs again, or checks them.",
  example: "notebooks check 01",
  flags: (command) => {
    command
      .argument("[action]", "open, run (make the outputs again), or check", "open")
      .argument("[notebooks...]", "beginnings of names, such as 01; all by default")
      .option("--no-browser", "open: print the address instead of opening a browser");
  },
  run(flags, context) {
    const [name = "open", ...others] = context.args;
    const action = Object.entries(ACTIONS).find(([known]) => known === name)?.[1];
    if (action === undefined) {
      throw new UsageError(
        `There is nothing called '${name}' to do with notebooks`,
        `It is one of: ${Object.keys(ACTIONS).join(", ")}`,
      );
    }
    loadConfig();
    return action(flags, { ...context, args: others });
  },
});
