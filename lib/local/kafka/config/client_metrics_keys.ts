/**
 * The settings of subscriptions to clients' metrics (KIP-714). As where Kafka is given nothing that
 * takes metrics, they are kept, and no client is asked for any.
 * @module
 */
import { ProtocolError } from "../protocol/errors.ts";
import { type ConfigKey, listItems, type Overrides } from "./key.ts";

/** Settings of a subscription. */
export const CLIENT_METRICS_CONFIGS = {
  "interval.ms": {
    type: "int",
    fallback: "300000",
    documentation: "How often metrics are to be sent.",
  },
  "match": {
    type: "list",
    fallback: "",
    documentation: "Which clients, as a list of name=pattern; all where there is none.",
  },
  "metrics": {
    type: "list",
    fallback: "",
    documentation: "Beginnings of the metrics' names; * stands for all.",
  },
} as const satisfies Record<string, ConfigKey>;

const MIN_INTERVAL_MS = 100;
const MAX_INTERVAL_MS = 3_600_000;

/** What clients can be told by. */
const SELECTORS = [
  ...["client_instance_id", "client_id", "client_software_name", "client_software_version"],
  ...["client_source_address", "client_source_port"],
];

/**
 * Checks the settings of a subscription.
 *
 * @param overrides Those it is given
 * @throws {ProtocolError} INVALID_REQUEST, INVALID_CONFIG
 */
export function checkClientMetricsConfigs(overrides: Overrides): void {
  for (const [name, value] of Object.entries(overrides)) {
    switch (name) {
      case "interval.ms":
        checkInterval(value);
        break;
      case "match":
        for (const item of listItems(value)) checkSelector(item);
        break;
      case "metrics":
        break;
      default:
        throw new ProtocolError(
          "INVALID_REQUEST",
          `Unknown client metrics configuration: ${name}`,
        );
    }
  }
}

function checkInterval(value: string): void {
  if (!/^\s*-?\d+\s*$/.test(value)) {
    throw new ProtocolError(
      "INVALID_CONFIG",
      `Invalid value ${value} for configuration interval.ms: Not a number of type INT`,
    );
  }
  const ms = Number(value);
  if (ms >= MIN_INTERVAL_MS && ms <= MAX_INTERVAL_MS) return;
  throw new ProtocolError(
    "INVALID_REQUEST",
    `Invalid value ${value} for interval.ms, interval must be between ${MIN_INTERVAL_MS} and ` +
      `${MAX_INTERVAL_MS}`,
  );
}

function checkSelector(item: string): void {
  const [name, pattern, ...more] = item.split("=");
  const isPair = pattern !== undefined && more.length === 0 && SELECTORS.includes(name!.trim());
  if (isPair && isPattern(pattern)) return;
  throw new ProtocolError("INVALID_CONFIG", `Illegal client matching pattern: ${item}`);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
