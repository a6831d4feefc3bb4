/**
 * `deno task aws template`.
 * @module
 */
import type { Template } from "../../lib/cloud/cloudformation.ts";
import type { CloudOptions } from "../../lib/cloud/options.ts";
import { buildTemplate } from "../../lib/cloud/template.ts";
import type { TaskContext } from "../cli/task.ts";
import { type AwsFlags, cloudOptions } from "./flags.ts";

const SETUP_SCRIPT = new URL("../../lib/cloud/instance/broker_setup.sh", import.meta.url);

/** Prints the template. */
export async function template(flags: AwsFlags, context: TaskContext): Promise<object> {
  const written = await templateOf(await cloudOptions(flags));
  context.print(JSON.stringify(written, null, 2));
  return written;
}

/** The template with the set-up script in it. */
export async function templateOf(options: CloudOptions): Promise<Template> {
  return buildTemplate(options, await Deno.readTextFile(SETUP_SCRIPT));
}
