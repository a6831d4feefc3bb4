/** Members that come, go, crash and lose answers: no partition is ever two members'. */
import { assert, assertEquals } from "@std/assert";
import { createConsumerGroup } from "../../../../lib/local/kafka/group/consumer/group.ts";
import {
  each,
  has,
  NONE,
  type Partitions,
  size,
} from "../../../../lib/local/kafka/group/consumer/partitions.ts";
import { ERRORS, outcomeOf, ProtocolError } from "../../../../lib/local/kafka/protocol/errors.ts";
import { assigned, subscription as subscriptionWords } from "../probes/words.ts";

interface Client {
  id: string;
  epoch: number;
  owned: Partitions;
  topics: string[];
  /** Whether the broker may not know yet what the client has. */
  hasNews: boolean;
  /** Whether its last answer was lost: then it tells all, and is told all. */
  lostAnswer?: boolean;
  /** Where it speaks the classic protocol: whether it stops reading while it joins again. */
  classic?: "eager" | "cooperative";
  /** Whether it is to join again. */
  joins?: boolean;
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

/** @param isMixed Whether some members speak the classic protocol */
async function simulate(seed: number, assignor: string, isMixed: boolean): Promise<void> {
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
    onClassicOnly: () => false,
  });
  let clients: Client[] = [];
  let made = 0;

  const ownedBy = (owned: Partitions) =>
    Object.fromEntries(
      [...owned].map(([topicId, partitions]) => [topicId.slice("id-".length), [...partitions]]),
    );

  /** A member of the classic protocol joins and syncs, or says that it is there. */
  async function beatClassic(client: Client, losesAnswer: boolean): Promise<void> {
    const who = { memberId: client.id, groupInstanceId: null, generationId: client.epoch };
    if (!client.joins) {
      const { errorCode } = outcomeOf(() => group.classic.heartbeat(who));
      client.joins = errorCode !== ERRORS.NONE;
      if (errorCode === ERRORS.ILLEGAL_GENERATION || errorCode === ERRORS.UNKNOWN_MEMBER_ID) {
        client.owned = NONE;
      }
      return;
    }
    if (client.classic === "eager") client.owned = NONE;
    const joined = await group.classic.join({
      ...who,
      clientId: "c",
      clientHost: "/127.0.0.1",
      sessionTimeoutMs: 45_000,
      rebalanceTimeoutMs: 60_000,
      protocolType: "consumer",
      protocols: [{
        name: "range",
        metadata: subscriptionWords(client.topics, ownedBy(client.owned)),
      }],
      requireMemberId: true,
      skipsAssignment: true,
    });
    assertEquals(joined.errorCode, ERRORS.NONE);
    if (losesAnswer) return;
    client.epoch = joined.generationId;
    const { errorCode, assignment } = await group.classic.sync({
      ...who,
      generationId: client.epoch,
      protocolType: "consumer",
      protocolName: "range",
      assignments: [],
    });
    if (errorCode !== ERRORS.NONE) {
      assertEquals(errorCode, ERRORS.REBALANCE_IN_PROGRESS);
      return;
    }
    const owned: Partitions = new Map(
      Object.entries(assigned(assignment)).map((
        [name, partitions],
      ) => [`id-${name}`, new Set(partitions)]),
    );
    // One that gives something up says so at once.
    client.joins = [...each(client.owned)].some(([topicId, index]) => !has(owned, topicId, index));
    client.owned = owned;
  }

  async function beat(client: Client, losesAnswer = false): Promise<void> {
    if (client.classic !== undefined) {
      await beatClassic(client, losesAnswer);
      checkOwners();
      return;
    }
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
      // The first one stays, so that the group remains one of the new protocol.
      const classic = isMixed && made > 0 && random() < 0.6;
      clients.push({
        id: `m${made++}`,
        epoch: 0,
        owned: NONE,
        topics: subscription(),
        hasNews: true,
        classic: classic ? random() < 0.5 ? "eager" : "cooperative" : undefined,
        joins: true,
      });
      await beat(clients.at(-1)!);
    } else if (!group.members.some(({ memberId }) => memberId === client.id)) {
      await beat(client);
    } else if (dice < 0.12 && !(isMixed && client.id === "m0")) {
      clients = clients.filter((other) => other !== client);
      // It says that it goes; or it is gone, and its session ends.
      if (dice < 0.09 && client.classic === undefined) {
        group.leave({ memberId: client.id, memberEpoch: -1, instanceId: null });
      } else {
        group.expel(client.id, null);
      }
    } else if (dice < 0.15) {
      Object.assign(client, { topics: subscription(), hasNews: true, joins: true });
      await beat(client);
    } else if (dice < 0.17) {
      topics[below(topics.length)]!.partitions++;
    } else {
      await beat(client, random() < 0.1);
    }
  }
  const settle = async () => {
    for (let round = 0; round < 20; round++) for (const client of clients) await beat(client);
  };
  await settle();
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
    for (const client of clients) {
      Object.assign(client, { topics: ["s", "t", "u"], hasNews: true, joins: true });
    }
    await settle();
    const sizes = clients.map(({ owned }) => size(owned));
    assert(Math.max(...sizes, 0) - Math.min(...sizes) <= 1 || clients.length === 0, `seed ${seed}`);
  }
  group.close();
}

for (const assignor of ["uniform", "range"]) {
  Deno.test(`no partition is ever two consumers', and in the end each is one's: ${assignor}`, async () => {
    for (let seed = 1; seed <= 150; seed++) await simulate(seed, assignor, false);
  });

  Deno.test(`the same among members of both protocols: ${assignor}`, async () => {
    for (let seed = 1; seed <= 100; seed++) await simulate(seed, assignor, true);
  });
}
