/**
 * A bucket of many objects.
 * @module
 */
import { paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { join } from "node:path";
import { s3ClientOptions } from "../../lib/aws.ts";
import { openDatabase } from "../../lib/local/database.ts";
import { createObjectStore } from "../../lib/local/s3/mod.ts";
import { formatCount } from "../cli/format.ts";
import type { BenchContext, Benchmark } from "./benchmark.ts";
import { counted, peakMemory, timed, took } from "./findings.ts";
import { configOf } from "./objects.ts";

const OBJECTS = 100_000;
const FULL = 1_000_000;
const BUCKET = "bench";

/** Objects written between two looks at the signal. */
const STEP = 10_000;

/** Lists all of it, and the folders at its top. */
export const loadListingBenchmark: Benchmark = {
  name: "load_listing",
  shows: "100,000 objects in a bucket (1,000,000 with --full), listed page by page",
  run: async (context) => {
    const objects = context.full ? FULL : OBJECTS;
    const dataDir = await Deno.makeTempDir({ prefix: "tickertape-bench-" });
    try {
      await fill(dataDir, objects, context);
      const stack = await context.stack({ dataDir });
      const client = new S3Client(s3ClientOptions(configOf(stack)));
      const list = async (options: { Prefix?: string; Delimiter?: string }) => {
        let keys = 0;
        let folders = 0;
        const pages = paginateListObjectsV2({ client }, { Bucket: BUCKET, ...options });
        for await (const page of pages) {
          keys += page.Contents?.length ?? 0;
          folders += page.CommonPrefixes?.length ?? 0;
          if (context.signal.aborted) break;
        }
        return { keys, folders };
      };
      try {
        context.note("lists them");
        const all = await timed(() => list({}));
        context.note("lists the folders");
        const folders = await timed(() => list({ Delimiter: "/" }));
        return [
          took(`${formatCount(objects / 1_000)} pages of 1,000 objects`, all.seconds),
          took("a page", all.seconds / (objects / 1_000)),
          counted("objects listed", all.value.keys, objects),
          took("the folders at the top", folders.seconds),
          counted("folders", folders.value.folders, objects / STEP),
          peakMemory(stack),
        ];
      } finally {
        client.destroy();
        await stack.stop();
      }
    } finally {
      await Deno.remove(dataDir, { recursive: true });
    }
  },
};

/** Writes what the store knows of objects, before a stack serves them: over the wire it takes long. */
async function fill(dataDir: string, objects: number, context: BenchContext): Promise<void> {
  const db = openDatabase(join(dataDir, "state.sqlite"));
  // It need not outlive a loss of power.
  db.exec("PRAGMA synchronous = OFF");
  const store = createObjectStore(db, join(dataDir, "objects"));
  try {
    store.buckets.create(BUCKET, "us-east-1");
    for (let at = 0; at < objects && !context.signal.aborted; at++) {
      if (at % STEP === 0) context.note(`${formatCount(at)} of ${formatCount(objects)} objects`);
      const folder = `folder-${String(Math.floor(at / STEP)).padStart(4, "0")}`;
      store.objects.commit(BUCKET, `${folder}/${String(at).padStart(20, "0")}.jsonl.gz`, {
        // Nobody reads its bytes.
        file: { id: "0".repeat(32), size: 0, keep: () => {}, discard: () => Promise.resolve() },
        etag: "d41d8cd98f00b204e9800998ecf8427e",
        checksum: { algorithm: "CRC32", value: "AAAAAA==", type: "FULL_OBJECT" },
        headers: {},
        metadata: {},
        tags: {},
      });
    }
  } finally {
    await store.close();
    db.close();
  }
}
