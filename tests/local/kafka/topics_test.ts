import { assertEquals } from "@std/assert";
import { createTables } from "../../../lib/local/kafka/tables.ts";
import { TOPIC_CONFIGS } from "../../../lib/local/kafka/config/topic_keys.ts";
import { openTopics } from "../../../lib/local/kafka/topics.ts";
import { openDatabase } from "../../../lib/local/database.ts";

const fail = (error: unknown) => {
  throw error;
};

Deno.test("topics whose names are as long as names get, or differ in case alone, are made and deleted", async () => {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-topics-" });
  const db = openDatabase(":memory:");
  createTables(db);
  const topics = openTopics(db, dir, (name) => TOPIC_CONFIGS[name].fallback, fail);
  const names = ["x".repeat(249), "A", "a", "nul"];
  for (const name of names) topics.create(name, 2, {});
  const folders = [...Deno.readDirSync(dir)].map(({ name }) => name.toLowerCase());
  assertEquals(new Set(folders).size, 2 * names.length);
  for (const name of names) topics.delete(topics.get(name)!);
  assertEquals([...Deno.readDirSync(dir)], []);
  topics.close();
  db.close();
  await Deno.remove(dir, { recursive: true });
});
