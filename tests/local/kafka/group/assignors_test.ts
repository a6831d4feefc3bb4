import { assert, assertEquals } from "@std/assert";
import {
  type Assignee,
  range,
  uniform,
} from "../../../../lib/local/kafka/group/consumer/assignors.ts";
import {
  collect,
  each,
  NONE,
  type Partitions,
  size,
} from "../../../../lib/local/kafka/group/consumer/partitions.ts";

const member = (memberId: string, topics: Record<string, number>, before = NONE): Assignee => ({
  memberId,
  instanceId: null,
  topics: Object.entries(topics).map(([id, partitions]) => ({ id, partitions })),
  before,
});

const names = (partitions: Partitions | undefined) =>
  [...each(partitions ?? NONE)].map(([topic, index]) => `${topic}${index}`).sort().join(" ");

const sizes = (shares: Map<string, Partitions>) => [...shares.values()].map(size).sort();

Deno.test("range gives neighbours, as Apache Kafka's documentation has it", () => {
  // Two topics of three partitions, two members: t0p0, t0p1, t1p0, t1p1 and t0p2, t1p2.
  const shares = range([member("c0", { s: 3, t: 3 }), member("c1", { s: 3, t: 3 })]);
  assertEquals(names(shares.get("c0")), "s0 s1 t0 t1");
  assertEquals(names(shares.get("c1")), "s2 t2");
});

Deno.test("range gives a topic to those alone who read it, instances first", () => {
  const shares = range([
    member("a", { s: 2 }),
    { ...member("z", { s: 2, t: 1 }), instanceId: "i" },
  ]);
  assertEquals(names(shares.get("z")), "s0 t0");
  assertEquals(names(shares.get("a")), "s1");
});

Deno.test("uniform gives each as many as the others, or one more", () => {
  const shares = uniform(["a", "b", "c"].map((id) => member(id, { s: 5, t: 2 })));
  assertEquals(sizes(shares), [2, 2, 3]);
  assertEquals(new Set([...shares.values()].flatMap((share) => names(share).split(" "))).size, 7);
});

Deno.test("uniform moves no more than it must when a member comes, or goes", () => {
  const topics = { s: 6 };
  const first = uniform([member("a", topics), member("b", topics)]);
  const grown = uniform([
    member("a", topics, first.get("a")),
    member("b", topics, first.get("b")),
    member("c", topics),
  ]);
  assertEquals(sizes(grown), [2, 2, 2]);
  for (const id of ["a", "b"]) {
    const kept = names(grown.get(id)).split(" ");
    assert(kept.every((name) => names(first.get(id)).split(" ").includes(name)));
  }
  const shrunk = uniform([
    member("a", topics, grown.get("a")),
    member("c", topics, grown.get("c")),
  ]);
  for (const id of ["a", "c"]) {
    for (const name of names(grown.get(id)).split(" ")) {
      assert(names(shrunk.get(id)).split(" ").includes(name));
    }
  }
  assertEquals(sizes(shrunk), [3, 3]);
});

Deno.test("uniform balances members that read different topics as far as they allow", () => {
  const shares = uniform([
    member("a", { s: 4 }, collect([["s", 0], ["s", 1], ["s", 2], ["s", 3]])),
    member("b", { s: 4, t: 2 }),
    member("c", { t: 2 }),
  ]);
  assertEquals(sizes(shares), [2, 2, 2]);
  assertEquals(names(shares.get("c")), "t0 t1");
});

Deno.test("neither gives what is no topic any more, nor anything to nobody", () => {
  for (const assignor of [range, uniform]) {
    const gone = collect([["gone", 0], ["s", 7]]);
    assertEquals(names(assignor([member("a", { s: 1 }, gone)]).get("a")), "s0");
    assertEquals(assignor([]).size, 0);
    assertEquals(names(assignor([member("a", {})]).get("a")), "");
  }
});
