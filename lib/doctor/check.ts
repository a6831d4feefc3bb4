/**
 * Checks of the target, one after the other.
 * @module
 */
import type { Config } from "../config.ts";
import { TickertapeError } from "../errors.ts";

/** What a check found: `note` is for what is not there yet and a task will make. */
export interface Finding {
  status: "ok" | "note" | "fail";
  /** What was looked at and what was seen, in one line. */
  detail: string;
  /** What to do about it, where it is not `ok`. */
  remedy?: string;
}

/** One check. */
export interface Check {
  /** What is checked, in a word or two. */
  name: string;
  /** Checks that have to pass first; this one is skipped where one of them does not. */
  needs?: readonly string[];
  /**
   * Looks. What it throws counts as a failure, with the error's remedy.
   *
   * @param config The pipeline's settings
   * @param signal Aborted when the check has to end
   */
  run(config: Config, signal: AbortSignal): Promise<Finding>;
}

/** The outcome of one check. */
export interface CheckResult extends Omit<Finding, "status"> {
  name: string;
  status: Finding["status"] | "skipped";
}

/** Longest time for one check. */
const LIMIT_MS = 15_000;

/**
 * Runs checks in order, each within 15 seconds.
 *
 * @param config The pipeline's settings
 * @param checks Checks to run
 * @param options `signal`: aborted, no further check is begun
 * @returns Outcomes, as they come
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const door: Check = {
 *   name: "door",
 *   run: () => Promise.resolve({ status: "fail", detail: "It is shut", remedy: "Open it" }),
 * };
 * const room: Check = { name: "room", needs: ["door"], run: door.run };
 *
 * const results = await Array.fromAsync(runChecks(loadConfig({}), [door, room]));
 * assertEquals(results.map(({ status }) => status), ["fail", "skipped"]);
 * ```
 */
export async function* runChecks(
  config: Config,
  checks: readonly Check[],
  options: { signal?: AbortSignal } = {},
): AsyncGenerator<CheckResult, void> {
  const bad = new Set<string>();
  for (const check of checks) {
    if (options.signal?.aborted) return;
    const missing = check.needs?.find((name) => bad.has(name));
    const result: CheckResult = missing === undefined
      ? { name: check.name, ...await runCheck(config, check, options.signal) }
      : { name: check.name, status: "skipped", detail: `It needs '${missing}' to be right first` };
    if (result.status === "fail" || result.status === "skipped") bad.add(check.name);
    yield result;
  }
}

async function runCheck(config: Config, check: Check, signal?: AbortSignal): Promise<Finding> {
  const limit = AbortSignal.timeout(LIMIT_MS);
  const both = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(both.reason);
  both.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([check.run(config, both), aborted.promise]);
  } catch (error) {
    return failure(error, limit.aborted);
  } finally {
    both.removeEventListener("abort", onAbort);
  }
}

function failure(error: unknown, late: boolean): Finding {
  if (error instanceof TickertapeError) {
    return { status: "fail", detail: error.message, remedy: error.remedy };
  }
  if (late) {
    return {
      status: "fail",
      detail: `No answer within ${LIMIT_MS / 1000} s`,
      remedy: "Check the network between this machine and the target: a firewall that drops " +
        "packets looks like this.",
    };
  }
  return {
    status: "fail",
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    remedy: "Check the setting that names it.",
  };
}
