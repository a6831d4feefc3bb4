import { assert, assertEquals } from "@std/assert";
import { createKafka } from "../../lib/kafka_client/client.ts";
import {
  type Assignment,
  createMembership,
  type Membership,
} from "../../lib/sink/group/membership.ts";
import { type Services, services } from "./services.ts";
import { until } from "../until.ts";

/** A member of the group, with the assignments that it was given. */
async function member(
  { config }: Services,
): Promise<{ membership: Membership; assignments: Assignment[] }> {
  const assignments: Assignment[] = [];
  const membership = await createMembership(createKafka(config), {
    groupId: config.kafka.groupId,
    topic: config.kafka.topic,
    fromBeginning: true,
    sessionTimeoutMs: 10_000,
  }, {
    assigned(assignment) {
      assert(assignments.every(({ over }) => over.aborted), "the one before is not over");
      assignments.push(assignment);
    },
    records: () => Promise.resolve(undefined),
    lostPosition: () => {},
    contact: () => {},
    fetched: () => {},
    crashed: () => {},
    failed: (error) => {
      throw error;
    },
  });
  membership.join();
  return { membership, assignments };
}

Deno.test("an assignment is over before the next begins, and commits nothing after", async () => {
  await using test = await services();
  await test.createTopic(2);
  const one = await member(test);
  await until(() => one.assignments.length === 1);
  const [first] = one.assignments as [Assignment];
  assertEquals(first.partitions.toSorted(), [0, 1]);
  const commit = (assignment: Assignment) =>
    one.membership.commit(assignment, new Map([[0, 0n]]), () => "");
  assertEquals(await commit(first), true);

  const two = await member(test);
  await until(() => one.assignments.length === 2 && two.assignments.length === 1);
  assertEquals([first.over.aborted, await commit(first)], [true, false]);
  const second = one.assignments[1]!;
  assertEquals(second.partitions.length, 1);
  assertEquals(await commit(second), true);
  await Promise.all([one.membership.leave(), two.membership.leave()]);
  assertEquals(second.over.aborted, true);
});
