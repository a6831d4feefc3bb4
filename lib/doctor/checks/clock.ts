/**
 * This machine's clock, against AWS's.
 * @module
 */
import type { Config } from "../../config.ts";
import { requestDirectly } from "../../direct_request.ts";
import { TickertapeError } from "../../errors.ts";
import { startHint } from "../../start_hint.ts";
import type { Check } from "../check.ts";

/** Most of AWS refuses what is signed more than this many minutes off its own time; S3 bears 15. */
const REFUSED_MINUTES = 5;

/** Seconds that no two clocks need to agree to. */
const SAME_SECONDS = 2;

/** Compares this machine's time with the time in an answer of AWS's. */
export const clockCheck: Check = {
  name: "clock",
  run: async (config, signal) => {
    const askedAt = Date.now();
    const theirs = await timeAt(config, signal);
    if (theirs === undefined) {
      return { status: "note", detail: "AWS's answer has no time to compare with" };
    }
    const offSeconds = Math.round(leastOff(askedAt, Date.now(), theirs.getTime()) / 1000);
    if (Math.abs(offSeconds) <= SAME_SECONDS) {
      return { status: "ok", detail: "this machine's clock and AWS's agree" };
    }
    const detail = `this machine's clock is ${Math.abs(offSeconds)} s ` +
      `${offSeconds < 0 ? "behind" : "ahead of"} AWS's`;
    if (Math.abs(offSeconds) < REFUSED_MINUTES * 60) return { status: "ok", detail };
    return {
      status: "fail",
      detail,
      remedy: `Set this machine's clock: AWS refuses what is signed over ${REFUSED_MINUTES} ` +
        "minutes off its own time. The AWS SDK\nputs its own requests right, but neither a sign-in " +
        "to Amazon MSK nor other programs.",
    };
  },
};

/**
 * How far this machine's clock is off at least. The answer has whole seconds, and is of some moment
 * between the question and its arrival, which may be far apart.
 */
function leastOff(askedAt: number, answeredAt: number, theirs: number): number {
  const behind = Math.min(0, answeredAt - theirs);
  const ahead = Math.max(0, askedAt - (theirs + 1_000));
  return behind + ahead;
}

/** Any answer will do, a refusal too: each says what time it is there. */
async function timeAt(config: Config, signal: AbortSignal): Promise<Date | undefined> {
  const url = config.aws.endpoint ?? `https://sts.${config.aws.region}.amazonaws.com/`;
  try {
    const { date } = (await requestDirectly(url, { method: "HEAD", signal })).headers;
    return date === undefined ? undefined : new Date(String(date));
  } catch (cause) {
    throw new TickertapeError({
      code: "AWS_UNREACHABLE",
      message: `Could not ask AWS for the time: nothing answers at ${url}`,
      remedy: config.target === "local"
        ? startHint()
        : "Check the network, AWS_REGION and AWS_ENDPOINT_URL.",
      retriable: true,
      cause,
    });
  }
}
