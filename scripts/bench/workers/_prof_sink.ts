import "/tmp/perf/prof.ts";
/**
 * The sink, timed from the last look at it before its first record until the last one is stored and
 * committed: how long the client takes to leave its group is not the sink's speed. Arguments: format,
 * records.
 */
import { loadConfig } from "../../../lib/config.ts";
import { consume, type ObjectFormat } from "../../../lib/sink/mod.ts";

const [format = "jsonl", count = "1"] = Deno.args;
let start = performance.now();
let end: number | undefined;
const summary = await consume(loadConfig(), {
  format: format as ObjectFormat,
  count: Number(count),
  onProgress: ({ bufferedBytes, records }) => {
    if (bufferedBytes + records === 0) start = performance.now();
    if (records >= Number(count)) end ??= performance.now();
  },
});
const seconds = ((end ?? performance.now()) - start) / 1000;
const { records, objects, bytes } = summary;
const line = JSON.stringify({ records, objects, bytes, seconds });
Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));
await (globalThis as any).__report(); Deno.exit();
