/** How fast clients may send and read. @module */
import { outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  alterClientQuotasRequest,
  alterClientQuotasResponse,
} from "../protocol/messages/alter_client_quotas.ts";
import {
  describeClientQuotasRequest,
  describeClientQuotasResponse,
} from "../protocol/messages/describe_client_quotas.ts";
import type { Read } from "../protocol/schema.ts";
import {
  type LimitName,
  LIMITS,
  type Limits,
  type QuotaEntity,
  type Quotas,
} from "../quota/quotas.ts";
import { api, type RequestContext } from "./api.ts";

type Component = Read<typeof describeClientQuotasRequest>["components"][number];
type Entry = Read<typeof alterClientQuotasRequest>["entries"][number];

/** How a filter names whose quotas it wants (KIP-546). */
const MATCHES = { exact: 0, all: 1, any: 2 } as const;

/** Kinds of names an entity is made of, with ours; nobody's address has quotas here. */
const TYPES: Record<string, keyof QuotaEntity | undefined> = {
  "user": "user",
  "client-id": "clientId",
  "ip": undefined,
};

/** Limits of Kafka's that nobody would keep to here. */
const NOT_KEPT = ["request_percentage", "controller_mutation_rate", "connection_creation_rate"];

export const describeClientQuotas = api({
  key: 48,
  name: "DescribeClientQuotas",
  versions: [0, 1],
  request: describeClientQuotasRequest,
  response: describeClientQuotasResponse,
  handle({ components, strict }, { broker }: RequestContext) {
    const { errorCode, errorMessage, value } = outcomeOf(() => {
      checkComponents(components);
      return broker.quotas.all().filter(({ entity }) => isWanted(entity, components, strict));
    });
    const entries = value?.map(({ entity, limits }) => ({
      entity: Object.entries(TYPES).flatMap(([entityType, name]) =>
        name === undefined || entity[name] === undefined
          ? []
          : [{ entityType, entityName: entity[name] }]
      ),
      values: Object.entries(limits).map(([key, value]) => ({ key, value })),
    }));
    return { errorCode, errorMessage, entries: entries ?? null };
  },
});

export const alterClientQuotas = api({
  key: 49,
  name: "AlterClientQuotas",
  versions: [0, 1],
  request: alterClientQuotasRequest,
  response: alterClientQuotasResponse,
  handle: ({ entries, validateOnly }, { broker }: RequestContext) => ({
    entries: entries.map((entry) => {
      const { errorCode, errorMessage } = outcomeOf(() =>
        alter(broker.quotas, entry, validateOnly)
      );
      const named = new Map(entry.entity.map((part) => [part.entityType, part]));
      return { errorCode, errorMessage, entity: [...named.values()] };
    }),
  }),
});

function checkComponents(components: readonly Component[]): void {
  const types = components.map(({ entityType }) => entityType);
  const again = types.find((type, i) => types.indexOf(type) !== i);
  if (again !== undefined) {
    throw new ProtocolError(
      "INVALID_REQUEST",
      `Entity type ${again} cannot appear more than once in the filter`,
    );
  }
  for (const { entityType, matchType, match } of components) {
    if (entityType === "") {
      throw new ProtocolError("INVALID_REQUEST", "Unexpected empty filter component entity type");
    }
    if (!Object.hasOwn(TYPES, entityType)) {
      throw new ProtocolError(
        "UNSUPPORTED_VERSION",
        `Custom entity type '${entityType}' not supported`,
      );
    }
    if (matchType === MATCHES.exact ? match === null : match !== null) {
      throw new ProtocolError(
        "INVALID_REQUEST",
        `Request specified ${matchType} as match type, with match '${match}'`,
      );
    }
    if (!Object.values<number>(MATCHES).includes(matchType)) {
      throw new ProtocolError("INVALID_REQUEST", `Unknown match type ${matchType}`);
    }
  }
  if (types.includes("ip") && types.length > 1) {
    throw new ProtocolError(
      "INVALID_REQUEST",
      "Invalid entity filter component combination, IP filter component should not be used with " +
        "user or clientId filter component.",
    );
  }
}

function isWanted(entity: QuotaEntity, components: readonly Component[], strict: boolean): boolean {
  const named = components.every(({ entityType, matchType, match }) => {
    const name = TYPES[entityType];
    const value = name && entity[name];
    if (value === undefined) return false;
    return matchType === MATCHES.any || value === (matchType === MATCHES.exact ? match : null);
  });
  const parts = Object.values(entity).filter((value) => value !== undefined).length;
  return named && (!strict || parts === components.length);
}

function alter(quotas: Quotas, { entity: parts, ops }: Entry, validateOnly: boolean): void {
  const entity = entityOf(parts);
  const limits: Limits = { ...quotas.of(entity) };
  for (const { key, value, remove } of ops) {
    if (remove) {
      delete limits[key as LimitName];
    } else {
      const name = limitNamed(key);
      if (value <= 0) {
        throw new ProtocolError("INVALID_REQUEST", `Quota ${key} must be greater than 0`);
      }
      if (!Number.isInteger(value)) {
        throw new ProtocolError("INVALID_REQUEST", `Quota ${key} must be an integral value`);
      }
      limits[name] = value;
    }
  }
  if (!validateOnly) quotas.set(entity, limits);
}

function limitNamed(key: string): LimitName {
  const name = LIMITS.find((name) => name === key);
  if (name !== undefined) return name;
  throw new ProtocolError(
    "INVALID_REQUEST",
    NOT_KEPT.includes(key)
      ? `This broker would not keep to ${key}: it limits ${LIMITS.join(" and ")} alone.`
      : `Invalid configuration key ${key}`,
  );
}

function entityOf(parts: Entry["entity"]): QuotaEntity {
  const refuse = (message: string) => {
    throw new ProtocolError("INVALID_REQUEST", message);
  };
  if (parts.length === 0) refuse("Invalid empty client quota entity");
  const entity: { -readonly [K in keyof QuotaEntity]: QuotaEntity[K] } = {};
  for (const { entityType, entityName } of parts) {
    if (!Object.hasOwn(TYPES, entityType)) {
      refuse(`Unhandled client quota entity type: ${entityType}`);
    }
    if (entityName === "") refuse(`Empty ${entityType} not supported`);
    const name = TYPES[entityType];
    if (name === undefined) {
      throw new ProtocolError(
        "INVALID_REQUEST",
        "This broker does not count connections: it has no quotas of addresses.",
      );
    }
    // The last one counts.
    entity[name] = entityName;
  }
  return entity;
}
