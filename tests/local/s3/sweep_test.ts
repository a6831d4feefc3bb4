import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { openDatabase } from "../../../lib/local/database.ts";
import { createObjectStore } from "../../../lib/local/s3/mod.ts";

Deno.test("a start deletes files no object has, and nothing else", async () => {
  const dir = await Deno.makeTempDir();
  const db = openDatabase(":memory:");
  const objects = join(dir, "objects");
  const first = createObjectStore(db, objects);
  first.buckets.create("bucket", "us-east-1");
  await first.put("bucket", "k", new Uint8Array(3));
  const kept = first.filePath("bucket", "k");
  await first.close();
  const orphan = join(objects, "ab", "ab".repeat(16));
  const foreign = [join(objects, ".DS_Store"), join(objects, "ab", "notes.txt")];
  await Deno.mkdir(join(objects, "ab"), { recursive: true });
  for (const file of [orphan, ...foreign]) await Deno.writeTextFile(file, "left behind");
  const second = createObjectStore(db, objects);
  await second.swept;
  const there = await Promise.all(
    [kept, orphan, ...foreign].map((file) => Deno.stat(file).then(() => true, () => false)),
  );
  assertEquals(there, [true, false, true, true]);
  await second.close();
  db.close();
  await Deno.remove(dir, { recursive: true });
});

Deno.test("the file of a replaced object stays for a while for those who read it", async () => {
  const dir = await Deno.makeTempDir();
  const db = openDatabase(":memory:");
  const store = createObjectStore(db, dir);
  store.buckets.create("bucket", "us-east-1");
  await store.put("bucket", "k", new TextEncoder().encode("old"));
  const file = store.filePath("bucket", "k");
  await store.put("bucket", "k", new TextEncoder().encode("new"));
  assertEquals(await Deno.readTextFile(file), "old");
  assertEquals(await Deno.readTextFile(store.filePath("bucket", "k")), "new");
  await store.close();
  assertEquals(await Deno.stat(file).then(() => true, () => false), false);
  db.close();
  await Deno.remove(dir, { recursive: true });
});
