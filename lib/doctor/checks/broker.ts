/**
 * The brokers: whether a connection can be made to them.
 * @module
 */
import { connect } from "node:net";
import type { Config } from "../../config.ts";
import { startHint } from "../../start_hint.ts";
import type { Check, Finding } from "../check.ts";

const CONNECT_MS = 5_000;

/** Connects to each configured broker; one that answers is enough for a client. */
export const brokerCheck: Check = {
  name: "broker",
  run: async (config, signal) => {
    const { brokers } = config.kafka;
    const failures = await Promise.all(brokers.map((broker) => tryConnect(broker, signal)));
    const reached = brokers.filter((_, index) => failures[index] === undefined);
    const missed = brokers.flatMap((broker, index) =>
      failures[index] === undefined ? [] : [`${broker} (${failures[index]})`]
    );
    return reached.length > 0 ? found(reached, missed) : none(config, missed);
  },
};

function found(reached: readonly string[], missed: readonly string[]): Finding {
  const detail = `${reached.join(", ")} takes connections`;
  if (missed.length === 0) return { status: "ok", detail };
  return {
    status: "note",
    detail: `${detail}; ${missed.join(", ")} does not`,
    remedy: "One is enough to start from, but take the dead ones out of KAFKA_BROKERS.",
  };
}

function none(config: Config, missed: readonly string[]): Finding {
  const timedOut = missed.every((text) => text.includes("no answer"));
  return {
    status: "fail",
    detail: `No broker takes connections: ${missed.join(", ")}`,
    remedy: config.target === "local"
      ? startHint()
      : timedOut
      ? "Nothing came back at all: a firewall or security group drops it, or the address is of " +
        "an instance\nthat has another one since its restart. Check KAFKA_BROKERS. If deno task aws " +
        "up --public opened it, your own\naddress may have changed: run that again."
      : "Check KAFKA_BROKERS, that the broker runs, and that a tunnel to it is open if it needs one.",
  };
}

/** Tells why a connection could not be made, or nothing where it could. */
async function tryConnect(broker: string, signal: AbortSignal): Promise<string | undefined> {
  const at = URL.parse(`kafka://${broker}`);
  if (at === null || at.port === "") return "not of the form host:port";
  const host = at.hostname.replace(/^\[|\]$/g, "");
  const limit = AbortSignal.any([signal, AbortSignal.timeout(CONNECT_MS)]);
  const outcome = Promise.withResolvers<string | undefined>();
  const socket = connect({ host, port: Number(at.port) });
  socket.once("connect", () => outcome.resolve(undefined));
  socket.once(
    "error",
    (error: NodeJS.ErrnoException) => outcome.resolve(error.code ?? error.message),
  );
  limit.addEventListener("abort", () => outcome.resolve("no answer"), { once: true });
  try {
    return await outcome.promise;
  } finally {
    socket.destroy();
  }
}
