import { assertEquals } from "@std/assert";
import { hourOf, objectKey, parseObjectKey } from "../../lib/sink/object_key.ts";

const naming = { prefix: "a/b", topic: "t+1", partition: 4, format: "parquet" } as const;

Deno.test("a name tells its range again", () => {
  const hour = hourOf(Date.parse("2023-12-31T23:59:59.999Z"));
  const key = objectKey(naming, "data", 12n, hour);
  assertEquals(key, "a/b/dt=2023-12-31/hour=23/t+1+4+00000000000000000012.parquet");
  const parsed = { kind: "data" as const, topic: "t+1", partition: 4, firstOffset: 12n };
  assertEquals(parseObjectKey(key, naming), parsed);
  const dead = objectKey(naming, "dead", 12n, hour);
  assertEquals(dead, "dead_letter/a/b/dt=2023-12-31/hour=23/t+1+4+00000000000000000012.jsonl.gz");
  assertEquals(parseObjectKey(dead, naming), { ...parsed, kind: "dead" });
  assertEquals(parseObjectKey("a/b/dt=2023-12-31/hour=23/else.txt", naming), undefined);
  assertEquals(parseObjectKey("else", naming), undefined);
});

Deno.test("a bucket without a prefix, and times that no folder can name", () => {
  const bare = { ...naming, prefix: "", format: "json" } as const;
  assertEquals(
    objectKey(bare, "data", 3n, hourOf(-1)),
    "dt=1970-01-01/hour=00/stock_market_4_3.json",
  );
  assertEquals(
    objectKey(bare, "dead", 3n, hourOf(Number.MAX_SAFE_INTEGER)),
    "dead_letter/dt=9999-12-31/hour=23/t+1+4+00000000000000000003.jsonl.gz",
  );
});
