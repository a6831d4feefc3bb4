/**
 * What every task shares: flags, `--help`, `--json`, Ctrl-C, errors and exit codes.
 * @module
 */
import process from "node:process";
import { Command, CommanderError } from "commander";
import { misnamedSettings } from "../../lib/config.ts";
import { TickertapeError, UsageError } from "../../lib/errors.ts";
import type { MisnamedSetting } from "../../lib/setting_names.ts";
import { asCalled, CALLED_AS, IS_NPX } from "./called_as.ts";
import { line, READER_GONE_CODE, ReaderGoneError, writeErr, writeOut } from "./output.ts";
import { Progress } from "./progress.ts";

/** What a task's body is given beside its flags. */
export interface TaskContext {
  /** Aborted by the first Ctrl-C (or SIGTERM): finish what is under way, sum up, return. */
  signal: AbortSignal;
  /** Whether the caller asked for a JSON summary: then nothing else goes to standard output. */
  json: boolean;
  /** Progress of long work, on standard error. */
  progress: Progress;
  /** Positional arguments. */
  args: string[];
  /** Writes a line for the reader to standard error. */
  log(line: string): void;
  /** Writes a result to standard output, unless `--json` was given. */
  print(text: string): void;
  /** Prints the JSON summary now, for a task that goes on after it. */
  summary(summary: object): void;
  /** Tells that what was looked at is not right: the summary is printed all the same, exit code 1. */
  fail(error: TickertapeError): void;
  /** Has the task end with an exit code that tells what was found, where that is no failure. */
  endWith(code: number): void;
}

/** One task: how it is called, and what it does. */
export interface Task<Flags> {
  /** Its name in `deno.json`. */
  name: string;
  /** One sentence. */
  summary: string;
  /** A command line that works, without `deno task`. */
  example: string;
  /** Adds the task's own flags and arguments. */
  flags?(command: Command): void;
  /** Does the work; the value it returns is the JSON summary. */
  run(flags: Flags, context: TaskContext): Promise<object | void>;
}

/**
 * Runs a task with the process's arguments, and ends the process with its exit code: 0, 1 for an
 * error, 2 for wrong usage, or one that tells what was found.
 *
 * @param task The task to run
 */
export async function runTask<Flags>(task: Task<Flags>): Promise<never> {
  Deno.exit(await taskExitCode(task, Deno.args).catch(readerGone));
}

/** What was done so far is done, and there is nobody left to tell. */
function readerGone(error: unknown): number {
  if (error instanceof ReaderGoneError) return READER_GONE_CODE;
  throw error;
}

async function taskExitCode<Flags>(task: Task<Flags>, argv: string[]): Promise<number> {
  const command = commandOf(task);
  try {
    command.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  const flags = command.opts<Flags & { json?: boolean; debug?: boolean }>();
  const json = flags.json ?? false;
  const progress = new Progress();
  const interrupted = abortOnSignals(() => tellOfEnding(progress));
  let failure: TickertapeError | undefined;
  let found = 0;
  const context: TaskContext = {
    signal: interrupted.signal,
    json,
    progress,
    args: command.args,
    log: (line) => progress.log(asCalled(line)),
    print: (text) => json || writeOut(line(text)),
    summary: (summary) => json && writeSummary(summary),
    fail: (error) => failure = error,
    endWith: (code) => found = code,
  };
  try {
    for (const misnamed of misnamedSettings()) writeErr(line(warningOf(misnamed)));
    const summary = await task.run(flags, context);
    progress.stop();
    if (json && summary !== undefined) writeSummary(summary);
    return failure === undefined ? found : reportError(failure, flags.debug ?? false);
  } catch (error) {
    progress.stop();
    if (error instanceof ReaderGoneError) throw error;
    return reportError(error, flags.debug ?? false);
  } finally {
    interrupted.dispose();
  }
}

function commandOf<Flags>(task: Task<Flags>): Command {
  const command = new Command(`${CALLED_AS} ${task.name}`)
    .description(task.summary)
    .exitOverride()
    .showHelpAfterError(`(${CALLED_AS} ${task.name} --help lists the flags)`)
    .configureOutput({ writeErr, writeOut })
    .allowExcessArguments(false);
  task.flags?.(command);
  return command
    .option("--json", "print one JSON summary line last on standard output")
    .option("--debug", "show an error's stack trace and causes")
    .helpOption("-h, --help", "show this help")
    .addHelpText("after", `\nExample:\n  ${CALLED_AS} ${task.example}`);
}

/** What signs requests to AWS. */
const AWS_KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/** The value is not told: it may be a secret. */
function warningOf({ name, nearest }: MisnamedSetting): string {
  if (AWS_KEYS.includes(name)) {
    return `warning: ${name} in .env is not read: keys belong in no file of a project. ` +
      "Set AWS_PROFILE, or the keys in the environment";
  }
  const meant = nearest === undefined ? "" : `; did you mean ${nearest}?`;
  return `warning: ${name} in .env is no setting, so it is not read${meant}`;
}

/** Signals this soon after the first are of the same key. */
const SAME_KEY_MS = 500;

/** How often one Ctrl-C arrives: from the terminal, and from npx, which passes it on when it can. */
const SAME_KEY_SIGNALS = IS_NPX ? 2 : 1;

function tellOfEnding(progress: Progress): void {
  try {
    progress.log("Ending, once what is under way is done. Ctrl-C again ends it at once.");
  } catch (error) {
    // Where nobody reads it any more, the task ends all the same.
    if (!(error instanceof ReaderGoneError)) throw error;
  }
}

/** Milliseconds after which whoever has interrupted a task is told that it still ends. */
const SLOW_END_MS = 2_000;

function abortOnSignals(onSlow: () => void): { signal: AbortSignal; dispose(): void } {
  const controller = new AbortController();
  const signals: NodeJS.Signals[] = Deno.build.os === "windows"
    ? ["SIGINT", "SIGBREAK"]
    : ["SIGINT", "SIGTERM"];
  let firstMs: number | undefined;
  let count = 0;
  let hint: ReturnType<typeof setTimeout> | undefined;
  const onSignal = () => {
    firstMs ??= performance.now();
    const isAnother = ++count > SAME_KEY_SIGNALS && performance.now() - firstMs > SAME_KEY_MS;
    if (isAnother) Deno.exit(130);
    hint ??= setTimeout(onSlow, SLOW_END_MS);
    controller.abort(new DOMException("Interrupted", "AbortError"));
  };
  // Node's listeners, not Deno's: the spinner ends the process on a signal that, as far as it can
  // see, nobody else listens to.
  for (const name of signals) process.on(name, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      clearTimeout(hint);
      for (const name of signals) process.off(name, onSignal);
    },
  };
}

function reportError(error: unknown, debug: boolean): number {
  const known = error instanceof TickertapeError;
  const message = error instanceof Error ? error.message : String(error);
  writeErr(`error: ${asCalled(message.split("\n")[0]!)}\n`);
  const remedy = known ? error.remedy : "Run it again with --debug for the stack trace.";
  for (const line of asCalled(remedy).split("\n")) writeErr(`  ${line}\n`);
  if (debug) writeErr(`${Deno.inspect(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}

function writeSummary(summary: object): void {
  writeOut(line(JSON.stringify(summary, bigintAsNumber)));
}

/** Integers past 2^53 do not occur in summaries; offsets and sizes are given as JSON numbers. */
function bigintAsNumber(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
