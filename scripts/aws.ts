/** `deno task aws`: the pipeline on AWS, up and down. */
import { Argument } from "commander";
import { awsFailure } from "../lib/aws_failure.ts";
import { loadAwsSettings } from "../lib/config.ts";
import { DEFAULT_INSTANCE_TYPE, INSTANCE_TYPES } from "../lib/cloud/options.ts";
import { down } from "./aws/down.ts";
import type { AwsFlags } from "./aws/flags.ts";
import { status } from "./aws/status.ts";
import { template } from "./aws/template.ts";
import { tunnelTo } from "./aws/tunnel.ts";
import { up } from "./aws/up.ts";
import { runTask, type TaskContext } from "./cli/task.ts";

const ACTIONS: Record<
  string,
  (flags: AwsFlags, context: TaskContext) => Promise<object | void>
> = { up, status, tunnel: tunnelTo, down, template };

await runTask<AwsFlags>({
  name: "aws",
  summary: "Makes the pipeline's services on AWS, looks at them, reaches them, deletes them.\n\n" +
    "  up        make the stack, or finish what an earlier run began; then write .env\n" +
    "  status    what stands, and what it has cost\n" +
    "  tunnel    reach the broker at 127.0.0.1:9092, until Ctrl-C\n" +
    "  down      empty the buckets, delete everything, list what is left\n" +
    "  template  print the CloudFormation template, and do nothing",
  example: "aws up --instance-type t4g.small",
  flags(command) {
    command
      .addArgument(new Argument("<action>", "what to do").choices(Object.keys(ACTIONS)))
      .option("--stack-name <name>", "name of the CloudFormation stack", "tickertape")
      .option(
        "--instance-type <type>",
        `EC2 instance type: ${Object.keys(INSTANCE_TYPES).join(", ")}`,
        DEFAULT_INSTANCE_TYPE,
      )
      .option("--prefix <prefix>", "first part of the data's object keys", "stock_market")
      .option("--public", "open a TLS listener with SASL/SCRAM to this machine's address alone")
      .option(
        "--env-file <path>",
        ".env, or a file in .local, that the settings are written to",
        ".env",
      )
      .option("--yes", "do not ask first");
  },
  async run(flags, context) {
    const [name = ""] = context.args;
    try {
      return await ACTIONS[name]?.(flags, context);
    } catch (error) {
      throw awsFailure({ target: "aws", aws: loadAwsSettings() }, `finish aws ${name}`, error);
    }
  },
});
