import { assert, assertEquals } from "@std/assert";
import { startPosition } from "../../../lib/sink/group/positions.ts";
import { type SinkRules, sinkRules } from "../../../lib/sink/ranges/rules.ts";
import { check } from "./check.ts";
import { asShipped, type Subject, Violation, World } from "./world.ts";

const SCHEDULES = Number(Deno.env.get("SIMULATION_SCHEDULES") ?? 3_000);
const FIRST_SEED = Number(Deno.env.get("SIMULATION_SEED") ?? 1);

/** Runs one schedule; gives what the sink did wrong, if anything. */
function violation(seed: number, subject: Subject): string | undefined {
  const world = new World(seed, subject);
  try {
    world.run();
    check(world);
    return undefined;
  } catch (error) {
    if (error instanceof Violation) return error.message;
    throw error;
  }
}

Deno.test("the sink keeps its promise under every schedule", () => {
  const begun = performance.now();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SCHEDULES; seed++) {
    assertEquals(violation(seed, asShipped), undefined, `seed ${seed}`);
  }
  const perSecond = SCHEDULES / (performance.now() - begun) * 1000;
  console.warn(`${SCHEDULES} schedules, ${Math.round(perSecond)} a second`);
});

/** Each rule, broken in one way: what the sink would be without it. */
const broken: Record<string, Partial<SinkRules>> = {
  "1: an object starts by counting records, not where the one before ended": {
    nextStart: (range) => range.firstOffset + BigInt(range.records + range.deadLetters),
  },
  "1: an object goes on into a later hour": {
    rotates: (range, record, limits) =>
      sinkRules.rotates(range, { ...record, hour: range.hour }, limits),
  },
  "2: an object replaces one that is there": { putCondition: () => undefined },
  "3: after a conflict writing goes on one offset further": {
    resolveConflict: (range) => ({ goOnAt: range.firstOffset + 1n }),
  },
  "3: after a conflict the object is taken to hold what is buffered": {
    resolveConflict: (range) => ({ goOnAt: range.nextOffset }),
  },
  "3: a fingerprint is not looked at": {
    resolveConflict: (range, _fingerprint, found) =>
      sinkRules.resolveConflict(range, found?.fingerprint ?? "", found),
  },
  "4: what is buffered is committed": { committable: (_storedTo, bufferedTo) => bufferedTo },
  "5: a rejected object is left out": { keepsRejected: () => false },
  "6: dead letters are not stored": { storesDeadLetters: () => false },
  "7: fetching never pauses": { mustPause: () => false },
};

for (const [name, rules] of Object.entries(broken)) {
  Deno.test(`broken is noticed: ${name}`, () => {
    assertNoticed({ ...asShipped, rules: { ...sinkRules, ...rules } });
  });
}

Deno.test("broken is noticed: 4: the starting position is not committed", () => {
  assertNoticed({
    ...asShipped,
    start: (...args) => ({ ...startPosition(...args), commit: false }),
  });
});

function assertNoticed(subject: Subject): void {
  let seed = 1;
  while (seed <= 5_000 && violation(seed, subject) === undefined) seed++;
  assert(seed <= 5_000, "5,000 schedules passed, as if the rule were not needed");
}
