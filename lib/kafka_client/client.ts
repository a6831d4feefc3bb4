/**
 * The Kafka client, made from the configuration.
 * @module
 */
import { Kafka, logLevel } from "kafkajs";
import type { Config } from "../config.ts";
import { registerDecoders } from "./codecs.ts";
import { mendEncoder } from "./encoder.ts";
import { kafkaError } from "./errors.ts";
import { mendRequestTimers } from "./quiet.ts";
import { clientSecurity } from "./security.ts";

/** How patient a client is. */
export interface ClientOptions {
  /** Tries after the first one fails, 0.1 s apart at first and 2 s at most. */
  retries?: number;
}

/** Where one of kafkajs's clients is made: what it gives is wrapped as well. */
const FACTORIES = new Set<string | symbol>(["admin", "consumer", "producer"]);

/**
 * Makes kafkajs's client. It reads every compression that Kafka has, logs nothing, and its failures
 * are `TickertapeError`s with kafkajs's own error as the cause.
 *
 * @param config Settings, of which it takes the brokers, TLS and SASL
 * @param options How often it tries again
 * @returns The client; nothing is connected yet
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const kafka = createKafka(loadConfig({ KAFKA_BROKERS: "127.0.0.1:9092" }));
 * assertEquals(typeof kafka.producer({ idempotent: true }).send, "function");
 * ```
 */
export function createKafka(config: Config, options: ClientOptions = {}): Kafka {
  mendRequestTimers();
  mendEncoder();
  registerDecoders();
  const kafka = new Kafka({
    clientId: "tickertape",
    brokers: config.kafka.brokers,
    ...clientSecurity(config),
    connectionTimeout: 5_000,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: options.retries ?? 4 },
    // The client's notices (partitioner, limited retries) are for its developers; what goes wrong
    // comes back as an error.
    logLevel: logLevel.NOTHING,
  });
  return withErrors(kafka, config);
}

/** Has the methods of a client fail with errors that say what to do. */
function withErrors<Client extends object>(client: Client, config: Config): Client {
  return new Proxy(client, {
    get: (target, name) => {
      const member = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...args: unknown[]) => {
        const result = member.apply(target, args);
        if (FACTORIES.has(name)) return withErrors(result, config);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          throw kafkaError(error, config.kafka);
        });
      };
    },
  });
}
