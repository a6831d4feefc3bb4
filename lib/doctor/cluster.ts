/**
 * One question to the Kafka cluster.
 * @module
 */
import type { Admin } from "kafkajs";
import type { Config } from "../config.ts";
import { createKafka } from "../kafka/client.ts";

/**
 * Asks the cluster something, without trying again: a check says soon what is wrong.
 *
 * @param config The pipeline's settings
 * @param ask What to ask
 * @returns The answer
 * @throws {TickertapeError} The cluster cannot be reached, or refuses
 */
export async function askCluster<T>(config: Config, ask: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = createKafka(config, { retries: 0 }).admin();
  try {
    await admin.connect();
    return await ask(admin);
  } finally {
    await admin.disconnect();
  }
}
