/**
 * What has to be there before a record's way is measured.
 * @module
 */
import { setTimeout as sleep } from "node:timers/promises";
import { query } from "../../../lib/athena/mod.ts";
import { crawl } from "../../../lib/catalog/mod.ts";
import type { Config } from "../../../lib/config.ts";
import { TickertapeError } from "../../../lib/errors.ts";
import { createKafka } from "../../../lib/kafka_client/client.ts";

const PAUSE_MS = 20;

/** Longest wait for the sink. */
const JOIN_TIMEOUT_MS = 60_000;

/**
 * Has the crawler make the table, and adds the next hour's partition, for the hour may end meanwhile.
 *
 * @param config The stack's settings
 * @param table What the crawler will call it
 * @param signal Ends it
 */
export async function makeTable(config: Config, table: string, signal: AbortSignal): Promise<void> {
  await crawl(config, { signal });
  const [day, hour] = new Date(Date.now() + 3_600_000).toISOString().slice(0, 13).split("T");
  const sql = `ALTER TABLE ${table} ADD IF NOT EXISTS PARTITION (dt = '${day}', hour = '${hour}')`;
  await query(config, sql, { signal });
}

/**
 * Waits until the sink is at work: how long a process takes to start is no record's delay.
 *
 * @param config The sink's settings
 * @param signal Ends the waiting
 * @throws {TickertapeError} It has not joined its group in time
 */
export async function joined(config: Config, signal: AbortSignal): Promise<void> {
  const { groupId } = config.kafka;
  const admin = createKafka(config).admin();
  await admin.connect();
  try {
    const deadline = performance.now() + JOIN_TIMEOUT_MS;
    let state = "";
    while (state !== "Stable") {
      if (performance.now() > deadline) throw notJoined(groupId, state);
      await sleep(PAUSE_MS, undefined, { signal });
      state = (await admin.describeGroups([groupId])).groups[0]?.state ?? "none";
    }
  } finally {
    await admin.disconnect();
  }
}

function notJoined(groupId: string, state: string): TickertapeError {
  return new TickertapeError({
    code: "BENCH_SINK",
    message: `The sink has not joined its group ${groupId} within ${JOIN_TIMEOUT_MS / 1000} s; ` +
      `the group's state is ${state}`,
    remedy: "Run it again on a machine that does nothing else.",
  });
}
