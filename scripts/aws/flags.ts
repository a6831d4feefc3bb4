/**
 * Flags of `deno task aws`, and what they ask for.
 * @module
 */
import { TickertapeError } from "../../lib/errors.ts";
import { checkCloudOptions, type CloudOptions } from "../../lib/cloud/options.ts";
import { agreed } from "../cli/ask.ts";

/** Flags of `deno task aws`. */
export interface AwsFlags {
  stackName: string;
  instanceType: string;
  prefix: string;
  public?: boolean;
  yes?: boolean;
  envFile: string;
}

/** The stack's choices, from the flags. */
export async function cloudOptions(flags: AwsFlags): Promise<CloudOptions> {
  return checkCloudOptions({
    stackName: flags.stackName,
    instanceType: flags.instanceType,
    dataPrefix: flags.prefix.replace(/^\/+|\/+$/g, ""),
    ...(flags.public ? { publicFrom: await ownAddress() } : {}),
  });
}

/** The address this machine's traffic comes from, as a service of AWS sees it. */
async function ownAddress(): Promise<string> {
  try {
    const answer = await fetch("https://checkip.amazonaws.com", {
      signal: AbortSignal.timeout(10_000),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`It answered ${answer.status}`);
    return text.trim();
  } catch (cause) {
    throw new TickertapeError({
      code: "ADDRESS_UNKNOWN",
      message: "Could not find out this machine's public address from checkip.amazonaws.com",
      remedy: "Leave --public out: deno task aws tunnel needs no open port",
      cause,
    });
  }
}

/** Asks at the terminal, unless `--yes` was given. */
export async function confirmOrRefuse(
  { yes }: AwsFlags,
  question: string,
  what: string,
  signal: AbortSignal,
): Promise<void> {
  const unasked = {
    message: `Will not ${what} without being asked to: there is no terminal to confirm at`,
    remedy: "Add --yes",
  };
  if (yes || await agreed(question, { signal, unasked })) return;
  throw new TickertapeError({
    code: "NOT_CONFIRMED",
    message: `Did not ${what}: it was not confirmed`,
    remedy: "Nothing was changed",
  });
}
