/**
 * Serves a broker until it is killed: `broker_process.ts <folder> <settings>`.
 * @module
 */
import { join } from "node:path";
import { openDatabase } from "../../../lib/local/database.ts";
import { startKafka } from "../../../lib/local/kafka/mod.ts";

const [dir, settings] = Deno.args as [string, string];
await Deno.mkdir(dir, { recursive: true });
const server = await startKafka({
  port: 0,
  dir: join(dir, "kafka"),
  db: openDatabase(join(dir, "state.db")),
  settings: JSON.parse(settings),
});
await Deno.stdout.write(new TextEncoder().encode(`${JSON.stringify({ port: server.port })}\n`));
