/**
 * How fast clients may send and read (KIP-13): who is over a limit is told to wait, and waits.
 *
 * A limit is of a user, of a client id, or of both; a name of `null` stands for all that have none
 * of their own. Nobody signs in here: every client's user is `ANONYMOUS`.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { createRate, type Rate, WINDOW_SECONDS } from "./rate.ts";

/** Limits that are kept to, in bytes a second. */
export const LIMITS = ["producer_byte_rate", "consumer_byte_rate"] as const;

/** Name of a limit. */
export type LimitName = typeof LIMITS[number];

/** Limits, by their name. */
export type Limits = Partial<Record<LimitName, number>>;

/** Whose limits they are; what is left out does not matter. */
export interface QuotaEntity {
  readonly user?: string | null;
  readonly clientId?: string | null;
}

/** The quotas. */
export interface Quotas {
  all(): { entity: QuotaEntity; limits: Limits }[];
  of(entity: QuotaEntity): Limits;
  /** Sets all limits of an entity. */
  set(entity: QuotaEntity, limits: Limits): void;
  /**
   * Counts bytes of a client.
   *
   * @returns How long it has to wait, in milliseconds
   */
  count(name: LimitName, clientId: string, bytes: number): number;
  /** Bytes that a client may be given at once, lest it were told to wait for ever. */
  mostAtOnce(name: LimitName, clientId: string): number;
  /** Forgets clients that were not heard of for an hour. */
  sweep(): void;
}

const USER = "ANONYMOUS";
const IDLE_MS = 60 * 60 * 1_000;

/**
 * Opens the quotas.
 *
 * @param db Database with the broker's tables
 */
export function openQuotas(db: DatabaseSync): Quotas {
  const entries = new Map<string, { entity: QuotaEntity; limits: Limits }>();
  const rates = new Map<string, Rate>();
  for (const { entity, limits } of db.prepare("SELECT entity, limits FROM kafka_quotas").all()) {
    entries.set(entity as string, {
      entity: JSON.parse(entity as string),
      limits: JSON.parse(limits as string),
    });
  }

  /** The limit that holds for a client, and what all clients share that it holds for together. */
  function limitOf(name: LimitName, clientId: string): { limit: number; key: string } | undefined {
    for (const [entity, isClients] of levels(clientId)) {
      const limit = entries.get(keyOf(entity))?.limits[name];
      if (limit === undefined) continue;
      const shared = "user" in entity ? USER : null;
      return { limit, key: JSON.stringify([name, shared, isClients ? clientId : null]) };
    }
    return undefined;
  }

  return {
    all: () => [...entries.values()],
    of: (entity) => entries.get(keyOf(entity))?.limits ?? {},
    set(entity, limits) {
      const key = keyOf(entity);
      if (Object.keys(limits).length === 0) {
        db.prepare("DELETE FROM kafka_quotas WHERE entity = ?").run(key);
        entries.delete(key);
      } else {
        db.prepare("INSERT OR REPLACE INTO kafka_quotas VALUES (?, ?)")
          .run(key, JSON.stringify(limits));
        entries.set(key, { entity, limits });
      }
    },
    count(name, clientId, bytes) {
      if (entries.size === 0) return 0;
      const found = limitOf(name, clientId);
      if (found === undefined) return 0;
      let rate = rates.get(found.key);
      if (rate === undefined) rates.set(found.key, rate = createRate());
      const now = Date.now();
      rate.count(bytes, now);
      return rate.excessMs(found.limit, now);
    },
    mostAtOnce(name, clientId) {
      if (entries.size === 0) return Infinity;
      return (limitOf(name, clientId)?.limit ?? Infinity) * WINDOW_SECONDS;
    },
    sweep() {
      for (const [key, { lastMs }] of rates) if (Date.now() - lastMs > IDLE_MS) rates.delete(key);
    },
  };
}

/** Whose limits hold for a client, the first that has one; and whether they are each client's own. */
function levels(clientId: string): [QuotaEntity, boolean][] {
  const users = [USER, null];
  const clients = [clientId, null];
  return [
    ...users.flatMap((user): [QuotaEntity, boolean][] => [
      ...clients.map((clientId): [QuotaEntity, boolean] => [{ user, clientId }, true]),
      [{ user }, false],
    ]),
    ...clients.map((clientId): [QuotaEntity, boolean] => [{ clientId }, true]),
  ];
}

/** The same text for the same entity. */
function keyOf({ user, clientId }: QuotaEntity): string {
  return JSON.stringify({ user, clientId });
}
