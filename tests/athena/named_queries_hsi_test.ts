/**
 * The named queries on the real Hang Seng index, beside what DuckDB and the history books say of it:
 * the exchange was closed for a week in October 1987, and opened a third lower.
 */
import { fileURLToPath } from "node:url";
import { assertEquals, assertObjectMatch } from "@std/assert";
import { namedQuery, query } from "../../lib/athena/mod.ts";
import { crawl } from "../../lib/catalog/mod.ts";
import { ensureTopic, produce } from "../../lib/kafka/mod.ts";
import { consume } from "../../lib/sink/mod.ts";
import { loadCsv, paced } from "../../lib/stock/mod.ts";
import { ownStack } from "../own_stack.ts";

const FILE = new URL("../../../shared/data/indexProcessed_hsi.csv", import.meta.url);

const ignore = !(await exists());
if (ignore) console.warn("skipped: the named queries on a real index, for ../shared is not here");

async function exists(): Promise<boolean> {
  try {
    return (await Deno.stat(FILE)).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

Deno.test({ name: "the named queries on a real index", ignore }, async (test) => {
  await using stack = await ownStack();
  const { config } = stack;
  const { records, report } = await loadCsv(fileURLToPath(FILE));
  await ensureTopic(config);
  // The first megabyte, which is all that a crawler looks at, has no volume past 32 bits.
  await produce(config, paced(records, "max"), { decimals: report.decimals });
  await consume(config, { count: records.length, untilIdleSeconds: 10 });
  await crawl(config);
  const expected: Record<string, object> = {
    total: { records: 5692, indexes: 1, first_day: "1986-12-31", last_day: "2010-01-08" },
    latest_close: { day: "2010-01-08", close: 22296.75 },
    best_and_worst_day: {
      best_day: "1997-10-29",
      best_since: "1997-10-28",
      best_percent: 18.82,
      worst_day: "1987-10-26",
      worst_since: "1987-10-19",
      worst_percent: -33.33,
    },
    volatility: { days: 5691, volatility_percent: 28.9 },
    drawdown: { day: "2008-10-27", peak: 31638.2207, close: 11015.83984, drawdown_percent: -65.18 },
    v_shapes: {
      peak_day: "2008-10-20",
      low_day: "2008-10-27",
      last_day: "2008-10-30",
      fall_percent: -28.11,
      rise_percent: 30.08,
    },
    volume_leaders: {
      days: 5692,
      average_volume: 367201616,
      highest_volume: 9799120000,
      busiest_day: "2009-01-07",
    },
    close_usd: { close: 22296.75, close_usd: 2898.5775, usd_per_unit: 0.13 },
    exactly_once: { records: 5692, duplicates: 0, gaps: 0 },
  };
  for (const [name, answer] of Object.entries(expected)) {
    await test.step(name, async () => {
      const { rows } = await query(config, namedQuery(name).sql);
      assertEquals(rows.length, 1);
      assertObjectMatch(rows[0]!, answer as Record<PropertyKey, unknown>);
    });
  }
  await test.step("moving_average", async () => {
    const { rows } = await query(config, namedQuery("moving_average").sql);
    assertEquals(rows.length, 5692 - 19);
    assertObjectMatch(rows.at(-1)!, { day: "2010-01-08", average_20: 21718.51 });
  });
});
