/**
 * AWS's errors in the project's terms: what could not be done, why, and what to do about it.
 * @module
 */
import type { AwsSettings, Target } from "./config.ts";
import { type ErrorDetails, TickertapeError } from "./errors.ts";
import { startHint } from "./start_hint.ts";

type Kind = Pick<ErrorDetails, "code" | "remedy" | "retriable">;

const UNREACHABLE = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT",
  "TimeoutError",
];

/** Kinds of failure that every AWS service shares, by the names the services give them. */
const SHARED: readonly (readonly [names: readonly string[], kind: Kind])[] = [
  [["CredentialsProviderError"], {
    code: "AWS_NO_CREDENTIALS",
    remedy: "Sign in (aws login, aws sso login), or set AWS_PROFILE to a profile that works.",
  }],
  [["ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "RequestExpired"], {
    code: "AWS_CREDENTIALS_EXPIRED",
    remedy: "Sign in again (aws login, aws sso login, new session keys), then run this again.",
  }],
  [[
    "UnrecognizedClientException",
    "InvalidClientTokenId",
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
    "InvalidSignatureException",
    "AuthFailure",
  ], {
    code: "AWS_BAD_CREDENTIALS",
    remedy: "Check the access key, or AWS_PROFILE: deno task doctor shows whose they are.",
  }],
  [["AccessDenied", "AccessDeniedException", "Forbidden", "403"], {
    code: "AWS_ACCESS_DENIED",
    remedy: "Give these credentials the permission, or use others: deno task doctor shows whose " +
      "they are.",
  }],
  [["PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException"], {
    code: "AWS_WRONG_REGION",
    remedy: "Set AWS_REGION to the region the bucket is in.",
  }],
  [["InsufficientStorage", "XMinioStorageFull", "QuotaExceeded", "507"], {
    code: "S3_FULL",
    remedy: "Make room where the bucket is kept, then run this again: it goes on where it was.",
  }],
  [["ThrottlingException", "TooManyRequestsException", "Throttling", "SlowDown"], {
    code: "AWS_THROTTLED",
    remedy: "Wait a little and run it again.",
    retriable: true,
  }],
];

/** The service's own faults, by the names and statuses that it gives them. */
const FAULTS = [
  ...["InternalError", "InternalFailure", "InternalServiceException", "InternalServerException"],
  ...["ServiceUnavailable", "ServiceUnavailableException", "500", "502", "503", "504"],
];

/** What the SDK adds to the message where it could make nothing of an answer. */
const UNREADABLE = /^\s*Deserialization error:/m;

/** A signature of another time: services refuse it by the names that they have for a wrong one. */
const OTHER_TIME =
  /^(Signature expired|Signature not yet current|The difference between the request time)/;

const CLOCK_SKEW: Kind = {
  code: "AWS_CLOCK_SKEW",
  remedy: "Set this machine's clock: deno task doctor tells how far it is off.",
};

/** As much of the settings as tells where a client was pointed. */
interface Pointed {
  target: Target;
  aws: Partial<AwsSettings>;
}

/**
 * Turns what an AWS client threw into an error with a remedy. What is one already, and what is no
 * failure of a service or of the way to it, stays as it is.
 *
 * @param config Settings the client was made with
 * @param doing What was being done, such as `list the bucket 'prices'`; follows "Could not"
 * @param error What was caught
 * @returns What to throw
 *
 * @example
 * ```ts
 * import { loadConfig } from "./config.ts";
 * import { TickertapeError } from "./errors.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
 * const failure = awsFailure(loadConfig({}), "list the buckets", refused) as TickertapeError;
 * assertEquals(failure.code, "AWS_UNREACHABLE");
 * assertEquals(failure.retriable, true);
 * ```
 */
export function awsFailure(config: Pointed, doing: string, error: unknown): unknown {
  if (error instanceof TickertapeError || !(error instanceof Error)) return error;
  const names = namesOf(error);
  if (names.some((name) => UNREACHABLE.includes(name))) {
    const where = config.aws.endpoint ?? `AWS in ${config.aws.region ?? "your region"}`;
    return new TickertapeError({
      code: "AWS_UNREACHABLE",
      message: `Could not ${doing}: nothing answers at ${where}`,
      remedy: config.target === "local"
        ? startHint()
        : "Check the network, AWS_REGION and AWS_ENDPOINT_URL: deno task doctor",
      retriable: true,
      cause: error,
    });
  }
  if (UNREADABLE.test(error.message)) return otherAnswer(config, doing, error);
  const kind = OTHER_TIME.test(error.message)
    ? CLOCK_SKEW
    : SHARED.find(([known]) => names.some((name) => known.includes(name)))?.[1] ??
      (names.some((name) => FAULTS.includes(name)) ? faultOf(config) : undefined);
  if (kind === undefined && !("$metadata" in error)) return error;
  const words = error.message && error.message !== error.name
    ? `${error.name}: ${error.message}`
    : error.name;
  return new TickertapeError({
    ...(kind ??
      {
        code: "AWS_ERROR",
        remedy: "Mend what the service names: a setting (.env.example lists them), or what the " +
          "account has or may do.",
      }),
    message: `Could not ${doing}: ${words}`,
    cause: error,
  });
}

/** It is not AWS that has answered. */
function otherAnswer({ target, aws }: Pointed, doing: string, cause: Error): TickertapeError {
  const where = aws.endpoint ?? "the address of AWS";
  return new TickertapeError({
    code: "AWS_OTHER_ANSWER",
    message: `Could not ${doing}: what answers at ${where} is no service of AWS's`,
    remedy: target === "local"
      ? "Another program has the port: end it, or start the embedded stack at a free one with: " +
        "deno task local --aws-port 0"
      : "Something answers in its place, such as a proxy that wants a sign-in: check the network " +
        "and AWS_ENDPOINT_URL.",
    cause,
  });
}

/** What the service could not do, though nothing was wrong with what was asked. */
function faultOf({ target }: Pointed): Kind {
  return {
    code: "AWS_FAULT",
    remedy: target === "local"
      ? "What the message does not tell, the embedded stack's terminal does, or stack.log in its " +
        "data folder."
      : "The service failed, not what was asked of it: wait a little and run this again.",
    retriable: true,
  };
}

/** The names an SDK error goes by: its own, its code, its HTTP status, and those of its causes. */
function namesOf(error: Error): string[] {
  const names: string[] = [];
  for (let at: unknown = error; at instanceof Error && names.length < 20; at = at.cause) {
    names.push(at.name);
    if ("code" in at && typeof at.code === "string") names.push(at.code);
    const metadata = "$metadata" in at ? at.$metadata as { httpStatusCode?: number } : undefined;
    if (metadata?.httpStatusCode !== undefined) names.push(String(metadata.httpStatusCode));
    if (at instanceof AggregateError) names.push(...at.errors.flatMap((one) => namesOf(one)));
  }
  return names;
}
