import { assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { openDatabase } from "../../../lib/local/database.ts";
import { createObjectStore } from "../../../lib/local/s3/mod.ts";
import { spawnLocal } from "../stack_process.ts";

/** Objects that are acknowledged before the process is killed. */
const ACKNOWLEDGED = 150;

const md5 = (bytes: Uint8Array) => createHash("md5").update(bytes).digest("hex");

Deno.test("kill -9 during puts loses no acknowledged object and leaves none torn", async () => {
  const dataDir = await Deno.makeTempDir();
  const acknowledged = new Map<string, string>();
  await using stack = await spawnLocal("--data-dir", dataDir);
  const { aws } = stack.info;
  await (await fetch(`${aws}/crash-bucket`, { method: "PUT" })).body?.cancel();
  const enough = Promise.withResolvers<void>();
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let count = 0;; count++) {
      // Some keys are written again and again: what is there is one of the two, whole.
      const key = `w${writer}/${count % 40}`;
      const body = crypto.getRandomValues(new Uint8Array(1 + Math.floor(Math.random() * 60_000)));
      try {
        const response = await fetch(`${aws}/crash-bucket/${key}`, { method: "PUT", body });
        await response.body?.cancel();
        if (response.status !== 200) throw new Error(`Status ${response.status}`);
        acknowledged.set(key, md5(body));
        if (acknowledged.size >= ACKNOWLEDGED) enough.resolve();
      } catch {
        // The process was killed: this put is not acknowledged, and may be there or not.
        acknowledged.delete(key);
        return;
      }
    }
  });
  await enough.promise;
  await stack.kill();
  await Promise.all(writers);

  const db = openDatabase(`${dataDir}/state.sqlite`);
  const store = createObjectStore(db, `${dataDir}/objects`);
  await store.swept;
  let objects = 0;
  for (const object of store.list("crash-bucket")) {
    objects++;
    const bytes = await store.read("crash-bucket", object.key);
    assertEquals(bytes.length, object.size);
    assertEquals(md5(bytes), object.etag);
  }
  for (const [key, etag] of acknowledged) {
    assertEquals(store.head("crash-bucket", key)?.etag, etag, key);
  }
  let files = 0;
  for (const folder of Deno.readDirSync(`${dataDir}/objects`)) {
    files += [...Deno.readDirSync(`${dataDir}/objects/${folder.name}`)].length;
  }
  assertEquals(files, objects);
  await store.close();
  db.close();
  await Deno.remove(dataDir, { recursive: true });
});
