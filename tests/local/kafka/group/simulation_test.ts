/** Members that come, go, crash and lose answers: no partition is ever two members'. */
import { assert, assertEquals } from "@std/assert";
import { createConsumerGroup } from "../../../../lib/local/kafka/group/consumer/group.ts";
import {
  each,
  NONE,
  type Partitions,
  size,
} from "../../../../lib/local/kafka/group/consumer/partitions.ts";
import { ProtocolError } from "../../../../lib/local/kafka/protocol/errors.ts";

interface Client {
  id: string;
  epoch: number;
  owned: Partitions;
  topics: string[];
  /** Whether the broker may not know yet what the client has. */
  hasNews: boolean;
  /** Whether its last answer was lost: then it tells all, and is told all. */
  lostAnswer?: boolean;
}

/** Numbers that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function simulate(seed: number, assignor: string): void {
  const random = seeded(seed);
  const below = (end: number) => Math.floor(random() * end);
  const topics = ["s", "t", "u"].map((name) => ({
    id: `id-${name}`,
    name,
    partitions: 1 + below(7),
  }));
  const group = createConsumerGroup({
    groupId: "g",
    epoch: 1,
    topics: () => topics,
    maxSize: () => 100,
    sessionTimeoutMs: () => 45_000,
    onEpoch: () => {},
  });
  let clients: Client[] = [];
  let made = 0;

  function beat(client: Client, losesAnswer = false): void {
    const isFull = client.epoch === 0 || client.lostAnswer || random() < 0.2;
    const tells = isFull || client.hasNews || random() < 0.3;
    try {
      const answer = group.heartbeat({
        memberId: client.id,
        memberEpoch: client.epoch,
        instanceId: null,
        rackId: null,
        clientId: "c",
        clientHost: "/127.0.0.1",
        rebalanceTimeoutMs: isFull ? 60_000 : -1,
        topicNames: tells ? client.topics : null,
        topicRegex: null,
        assignor,
        owned: client.epoch === 0 ? NONE : tells ? client.owned : null,
      });
      client.lostAnswer = losesAnswer;
      if (losesAnswer) return;
      client.hasNews = answer.assigned !== undefined;
      client.epoch = answer.memberEpoch;
      client.owned = answer.assigned ?? client.owned;
    } catch (error) {
      assert(error instanceof ProtocolError && error.error === "FENCED_MEMBER_EPOCH", `${error}`);
      // It gives everything up, and tells the broker that it comes anew.
      Object.assign(client, { epoch: 0, owned: NONE, hasNews: true });
      group.expel(client.id, null);
    }
    checkOwners();
  }

  function checkOwners(): void {
    const owners = new Map<string, string>();
    for (const { id, owned } of clients) {
      for (const [topicId, index] of each(owned)) {
        const key = `${topicId} ${index}`;
        assertEquals(
          owners.get(key),
          undefined,
          `${key} is ${owners.get(key)}'s and ${id}'s, seed ${seed}`,
        );
        owners.set(key, id);
      }
    }
  }

  const subscription = () => topics.filter(() => random() < 0.7).map(({ name }) => name);
  for (let step = 0; step < 300; step++) {
    const client = clients[below(clients.length)];
    const dice = random();
    if (client === undefined || dice < 0.06 && clients.length < 8) {
      clients.push({
        id: `m${made++}`,
        epoch: 0,
        owned: NONE,
        topics: subscription(),
        hasNews: true,
      });
      beat(clients.at(-1)!);
    } else if (!group.members.some(({ memberId }) => memberId === client.id)) {
      beat(client);
    } else if (dice < 0.09) {
      clients = clients.filter((other) => other !== client);
      group.leave({ memberId: client.id, memberEpoch: -1, instanceId: null });
    } else if (dice < 0.12) {
      // It is gone, and its session ends.
      clients = clients.filter((other) => other !== client);
      group.expel(client.id, null);
    } else if (dice < 0.15) {
      Object.assign(client, { topics: subscription(), hasNews: true });
      beat(client);
    } else if (dice < 0.17) {
      topics[below(topics.length)]!.partitions++;
    } else {
      beat(client, random() < 0.1);
    }
  }
  for (let round = 0; round < 10; round++) for (const client of clients) beat(client);
  assertEquals(group.state, clients.length === 0 ? "Empty" : "Stable", `seed ${seed}`);
  const wanted = topics.filter(({ name }) =>
    clients.some((client) => client.topics.includes(name))
  );
  assertEquals(
    clients.reduce((sum, { owned }) => sum + size(owned), 0),
    wanted.reduce((sum, { partitions }) => sum + partitions, 0),
    `seed ${seed}: all is read`,
  );
  for (const { owned, topics: names, id } of clients) {
    for (const [topicId] of each(owned)) assert(names.includes(topicId.slice("id-".length)), id);
  }
  // With the same subscription nobody has two more than another.
  if (assignor === "uniform") {
    for (const client of clients) Object.assign(client, { topics: ["s", "t", "u"], hasNews: true });
    for (let round = 0; round < 10; round++) for (const client of clients) beat(client);
    const sizes = clients.map(({ owned }) => size(owned));
    assert(Math.max(...sizes, 0) - Math.min(...sizes) <= 1 || clients.length === 0, `seed ${seed}`);
  }
  group.close();
}

for (const assignor of ["uniform", "range"]) {
  Deno.test(`no partition is ever two consumers', and in the end each is one's: ${assignor}`, () => {
    for (let seed = 1; seed <= 150; seed++) simulate(seed, assignor);
  });
}
