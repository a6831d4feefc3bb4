/**
 * One question to the Kafka cluster.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { createKafka } from "../kafka_client/client.ts";

/**
 * Asks the cluster something, without patience: a check says soon what is wrong.
 *
 * @param config The pipeline's settings
 * @param ask What to ask
 * @returns The answer
 * @throws {TickertapeError} The cluster cannot be reached, or refuses
 */
export async function askCluster<T>(config: Config, ask: (admin: Admin) => Promise<T>): Promise<T> {
  // The client tries one bootstrap broker at a time: with so many tries, each has its turn.
  const retries = config.kafka.brokers.length - 1;
  const admin = createKafka(config, { retries }).admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}
