/**
 * Errors of the Kafka client, in words that say what to do.
 * @module
 */
import kafkajs from "kafkajs";
import type { KafkaSettings } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { startHint } from "../start_hint.ts";

/** What kafkajs puts on its errors, and the operating system on those underneath. */
interface ClientError {
  name?: string;
  message?: string;
  /** Kafka's name of a protocol error. */
  type?: string;
  /** Name of a system error. */
  code?: string | number;
  /** Kafka's name of a request that the broker does not know. */
  apiName?: string;
  /** `host:port` that was not reached. */
  broker?: string;
  retriable?: boolean;
  cause?: unknown;
}

type Mapped = { code: string; message: string; remedy: string; retriable?: boolean };

/**
 * Says what a failure of the Kafka client means and what to do about it.
 *
 * @param error What kafkajs threw; an error that is not its own is given back as it is
 * @param settings How the brokers are reached
 * @returns A `TickertapeError` with the client's error as its cause
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const refused = { name: "KafkaJSConnectionError", broker: "127.0.0.1:9092", code: "ECONNREFUSED" };
 * const error = kafkaError(Object.assign(new Error("refused"), refused), {
 *   brokers: ["127.0.0.1:9092"],
 *   ssl: false,
 * });
 * assertEquals((error as { code?: string }).code, "KAFKA_UNREACHABLE");
 * ```
 */
export function kafkaError(
  error: unknown,
  settings: Pick<KafkaSettings, "brokers" | "ssl" | "sasl">,
): unknown {
  if (error instanceof TickertapeError) return error;
  if (isNoAnswer(error)) {
    const [broker] = settings.brokers;
    return kafkaError(
      new kafkajs.KafkaJSConnectionError("no broker answers", { broker }),
      settings,
    );
  }
  const chain = causes(error);
  if (!chain.some((each) => each.name?.startsWith("KafkaJS"))) return error;
  const mapped = protocolError(chain) ?? saslError(chain, settings) ??
    connectionError(chain, settings) ?? {
    code: "KAFKA_ERROR",
    message: `Kafka: ${chain[0]?.message}`,
    remedy: "Run deno task doctor, which checks each service.",
  };
  const retriable = mapped.retriable ?? chain.some((each) => each.retriable === true);
  return new TickertapeError({ ...mapped, retriable, cause: error });
}

/** An error with those under it: its cause, or those of the parts of a request. */
function causes(error: unknown): ClientError[] {
  const found: ClientError[] = [];
  const visit = (next: unknown): void => {
    if (typeof next !== "object" || next === null || found.includes(next)) return;
    found.push(next);
    const { cause, errors } = next as { cause?: unknown; errors?: unknown[] };
    visit(cause);
    errors?.forEach(visit);
  };
  visit(error);
  return found;
}

/**
 * Where all brokers that it knows went away in between, kafkajs 2.2.4 has errors of no type, or reads
 * from no answer.
 */
function isNoAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "KafkaJSNoBrokerAvailableError" ||
    error.message === "Broker not connected" ||
    error instanceof TypeError && error.message.includes("'topicMetadata'");
}

type Refusal = Omit<Mapped, "message"> & { why: string };

/** What a coordinator answers too where it cannot write to its disk. */
const NO_COORDINATOR: Refusal = {
  code: "KAFKA_COORDINATOR",
  why: "the group's coordinator has moved, or cannot write to its disk",
  remedy: "Run this again: it goes on where it was. Where it stays so, the broker's own messages " +
    "tell why.\nThe embedded one's are in its terminal, or in stack.log in its data folder.",
  retriable: true,
};

/** Kafka's own errors, by their names in the client. */
const PROTOCOL_ERRORS: Record<string, Refusal> = {
  UNKNOWN_TOPIC_OR_PARTITION: {
    code: "KAFKA_NO_TOPIC",
    why: "the topic does not exist",
    remedy: "Make it with: deno task topic create NAME, or let deno task produce make it.",
  },
  INVALID_TOPIC_EXCEPTION: {
    code: "KAFKA_TOPIC_NAME",
    why: "the topic's name is not allowed",
    remedy: "Use up to 249 letters, digits, dots, underscores and hyphens.",
  },
  INVALID_PARTITIONS: {
    code: "KAFKA_PARTITIONS",
    why: "the number of partitions is not allowed",
    remedy: "Give a number from 1 up to what the cluster allows.",
  },
  INVALID_REPLICATION_FACTOR: {
    code: "KAFKA_REPLICAS",
    why: "the cluster has fewer brokers than a topic shall have replicas",
    remedy: "Set the broker's default.replication.factor to the number of brokers.",
  },
  NOT_ENOUGH_REPLICAS: {
    code: "KAFKA_REPLICAS",
    why: "too few replicas are in sync to acknowledge a record",
    remedy: "Start the brokers that are down, or lower min.insync.replicas.",
    retriable: true,
  },
  KAFKA_STORAGE_ERROR: {
    code: "KAFKA_STORAGE",
    why: "the broker cannot read or write its disk, which may be full",
    remedy: "Make room, or mend what the broker's own messages name; then run this again.\n" +
      "The embedded one's are in its terminal, or in stack.log in its data folder.",
    retriable: true,
  },
  NOT_COORDINATOR_FOR_GROUP: NO_COORDINATOR,
  GROUP_COORDINATOR_NOT_AVAILABLE: NO_COORDINATOR,
  MESSAGE_TOO_LARGE: {
    code: "KAFKA_TOO_LARGE",
    why: "a record is larger than the broker takes (message.max.bytes)",
    remedy: "Raise max.message.bytes of the topic, or leave the record out.",
  },
  CORRUPT_MESSAGE: {
    code: "KAFKA_DAMAGED",
    why: "a record batch is damaged",
    remedy:
      "If it was sent, send it again. If it was read, the broker's own messages name the file.\n" +
      "To go on behind it, delete the topic's records up to there (kafka-delete-records.sh), " +
      "then run deno task consume --skip-lost.",
    retriable: false,
  },
  TOPIC_AUTHORIZATION_FAILED: {
    code: "KAFKA_DENIED",
    why: "the account may not use the topic",
    remedy: "Have the cluster's administrator allow it (ACL: Read, Write, Describe, Create).",
  },
  GROUP_AUTHORIZATION_FAILED: {
    code: "KAFKA_DENIED",
    why: "the account may not use the consumer group",
    remedy: "Have the cluster's administrator allow it, or set KAFKA_GROUP_ID.",
  },
  CLUSTER_AUTHORIZATION_FAILED: {
    code: "KAFKA_DENIED",
    why: "the account may not write idempotently or change the cluster",
    remedy: "Have the cluster's administrator allow IdempotentWrite and Create.",
  },
  TOPIC_DELETION_DISABLED: {
    code: "KAFKA_DENIED",
    why: "the cluster does not delete topics",
    remedy: "Set delete.topic.enable=true on its brokers.",
  },
};

function protocolError(chain: readonly ClientError[]): Mapped | undefined {
  const found = chain.find((each) => each.type !== undefined && each.type in PROTOCOL_ERRORS);
  const known = PROTOCOL_ERRORS[found?.type ?? ""];
  if (known === undefined) return undefined;
  const { why, ...rest } = known;
  return { message: `Kafka refused: ${why} (${found?.type})`, ...rest };
}

function saslError(
  chain: readonly ClientError[],
  settings: Pick<KafkaSettings, "sasl">,
): Mapped | undefined {
  const found = chain.find((each) =>
    each.name === "KafkaJSSASLAuthenticationError" || each.type === "SASL_AUTHENTICATION_FAILED" ||
    each.type === "UNSUPPORTED_SASL_MECHANISM"
  );
  if (
    chain.some((each) => each.apiName?.startsWith("Sasl") || each.type === "ILLEGAL_SASL_STATE")
  ) {
    return {
      code: "KAFKA_AUTHENTICATION",
      message: `Kafka takes no account at this port, and was given ${account(settings.sasl)}`,
      remedy: "Use the broker's port for SASL, or unset KAFKA_SASL_MECHANISM.",
      retriable: false,
    };
  }
  if (found === undefined) return undefined;
  return {
    code: "KAFKA_AUTHENTICATION",
    message: `Kafka refused ${account(settings.sasl)}: ${found.message}`,
    remedy: settings.sasl?.mechanism === "aws-msk-iam"
      ? "Check AWS_REGION and what the identity's policy allows (kafka-cluster:Connect and others)."
      : "Check KAFKA_USERNAME, KAFKA_PASSWORD and KAFKA_SASL_MECHANISM.",
    retriable: false,
  };
}

function account(sasl: KafkaSettings["sasl"]): string {
  if (sasl === undefined) return "to go on without SASL";
  if (sasl.mechanism === "aws-msk-iam") return "the AWS identity (aws-msk-iam)";
  return `the account '${sasl.username}' (${sasl.mechanism})`;
}

const TLS_TROUBLE = /ssl|tls|certificate|handshake|self.signed|UnknownIssuer|InvalidContentType/i;

function connectionError(
  chain: readonly ClientError[],
  settings: Pick<KafkaSettings, "brokers" | "ssl" | "sasl">,
): Mapped | undefined {
  const found = chain.find((each) => each.broker !== undefined);
  if (found === undefined) return undefined;
  const broker = found.broker ?? "";
  const text = chain.map((each) => each.message).join(" ");
  if (settings.ssl && (TLS_TROUBLE.test(text) || found.name === "KafkaJSConnectionClosedError")) {
    return {
      code: "KAFKA_TLS",
      message: `Could not open a TLS connection to Kafka at ${broker}: ${found.message}`,
      remedy: "Check that this port speaks TLS, or set KAFKA_SSL=false.\n" +
        "For a private certificate authority set KAFKA_SSL_CA to its PEM file.",
      retriable: false,
    };
  }
  const why = reason(found, text);
  if (!settings.brokers.includes(broker) && !isAlias(broker, settings.brokers)) {
    return {
      code: "KAFKA_ADVERTISED",
      message: `Kafka at ${settings.brokers.join(", ")} answers, but says to use ${broker}, ` +
        `which cannot be reached: ${why}`,
      remedy: "Set advertised.listeners of the broker to an address that this machine reaches.",
      retriable: true,
    };
  }
  return {
    code: "KAFKA_UNREACHABLE",
    message: `Could not reach Kafka at ${broker}: ${why}`,
    remedy: `${startHint()}\n` +
      "For another Kafka, check KAFKA_BROKERS" +
      (settings.ssl ? "." : "; set KAFKA_SSL=true if it speaks TLS."),
    retriable: true,
  };
}

function reason(error: ClientError, text: string): string {
  if (error.code === "ECONNREFUSED" || /refused/i.test(text)) return "nothing listens there";
  if (error.code === "ENOTFOUND" || /lookup|ENOTFOUND/i.test(text)) return "no such host is known";
  if (/time(d )?out/i.test(text)) return "it does not answer";
  if (error.name === "KafkaJSConnectionClosedError" || /closed/i.test(text)) {
    return "it closes the connection";
  }
  return error.message ?? "";
}

/** The same port of this machine, by its other names. */
function isAlias(broker: string, brokers: readonly string[]): boolean {
  const plain = (address: string) =>
    address.replace(/^(localhost|\[?::1\]?)(?=:\d+$)/, "127.0.0.1");
  return brokers.some((other) => plain(other) === plain(broker));
}
