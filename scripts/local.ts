/**
 * `deno task local`: the embedded stack.
 * @module
 */
import { type Command, Option } from "commander";
import { DEFAULT_AWS_PORT, DEFAULT_KAFKA_PORT, localDataDir } from "../lib/config.ts";
import { runTask } from "./cli/task.ts";
import { path, port, seconds } from "./cli/values.ts";
import { checkPorts, type LocalFlags } from "./local/flags.ts";
import { start } from "./local/serve.ts";
import { detach, NO_ANSWER, NOT_RUNNING, status, stop } from "./local/running.ts";

await runTask<LocalFlags>({
  name: "local",
  summary: "Starts the embedded stack: Kafka, S3, Glue and Athena on this machine.",
  example: "local --ephemeral --kafka-port 0 --aws-port 0",
  flags: (command: Command) =>
    command
      .option("--data-dir <folder>", "folder with the stack's state", path, localDataDir())
      .option("--kafka-port <port>", "port of Kafka; 0 picks one", port, DEFAULT_KAFKA_PORT)
      .option(
        "--aws-port <port>",
        "port of S3, Glue and Athena; 0 picks one",
        port,
        DEFAULT_AWS_PORT,
      )
      .addOption(
        new Option("--ephemeral", "keep the state in a temporary folder, deleted at the end")
          .conflicts(["dataDir", "detach", "stop", "status"]),
      )
      .addOption(
        new Option("--detach", "start it in the background, and return once it answers")
          .conflicts(["stop", "status"]),
      )
      .addOption(
        new Option("--stop", "stop the one that serves the data folder").conflicts("status"),
      )
      .option(
        "--status",
        "tell whether one serves the data folder, and where; exit code 0 where one does, " +
          `${NOT_RUNNING} where none does, ${NO_ANSWER} where one has it but does not answer`,
      )
      .option(
        "--state-seconds <seconds>",
        "keep crawls and queries in each state so long, as AWS does",
        secondsOrNone,
        0,
      )
      .option(
        "--log-file <file>",
        "write the services' faults to a file, not to standard error",
        path,
      ),
  async run(flags, context) {
    checkPorts(flags);
    if (flags.stop) return await stop(flags, context);
    if (flags.status) return await status(flags, context);
    if (flags.detach) return await detach(flags, context);
    return await start(flags, context);
  },
});

function secondsOrNone(text: string): number {
  return text === "0" ? 0 : seconds(text);
}
