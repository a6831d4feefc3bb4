/**
 * A request of every API in every version, made from the messages' tables.
 * @module
 */
import type { Api } from "../../../lib/local/kafka/api/api.ts";
import { APIS } from "../../../lib/local/kafka/api/table.ts";
import type { Field, Fields } from "../../../lib/local/kafka/protocol/schema.ts";
import { batchOf, requestBytes } from "./helpers.ts";

/** A request, and what it asks. */
export interface SampleRequest {
  api: string;
  version: number;
  /** The bytes, behind their size. */
  frame: Uint8Array;
}

/** What a field is given where its kind alone does not do. */
const VALUES: Record<string, unknown> = {
  acks: -1,
  transactionalId: null,
  producerId: -1n,
  producerEpoch: -1,
  replicaId: -1,
  generationId: -1,
  generationIdOrMemberEpoch: -1,
  memberId: "",
  groupInstanceId: null,
  sessionTimeoutMs: 20,
  rebalanceTimeoutMs: 20,
  timestamp: -1n,
  numPartitions: 1,
  replicationFactor: 1,
  brokerIds: [1],
  count: 1,
  resourceType: 2,
  timeoutMs: 100,
  maxBytes: 1_000,
  partitionMaxBytes: 1_000,
  responsePartitionLimit: 10,
  endpointType: 1,
};

/** All of them, for a topic and a group `t`. */
export async function sampleRequests(): Promise<SampleRequest[]> {
  const batch = await batchOf({ keys: ["k"] });
  return APIS.flatMap((api) => {
    const [first, last] = api.versions;
    return Array.from({ length: last - first + 1 }, (_, i) => sampleOf(api, first + i, batch));
  });
}

function sampleOf(api: Api, version: number, batch: Uint8Array): SampleRequest {
  const body = requestBytes(api.request, version, structOf(api.request.fields, version, batch));
  const frame = new Uint8Array(4 + body.length);
  new DataView(frame.buffer).setInt32(0, body.length);
  frame.set(body, 4);
  return { api: api.name, version, frame };
}

function structOf(fields: Fields, version: number, batch: Uint8Array): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { since, until }]) => version >= since && version <= until)
      .map(([name, field]) => {
        const value = VALUES[name] ?? valueOf(field, version, batch);
        const isNull = VALUES[name] === null && version >= field.nullableSince;
        return [name, isNull ? null : value];
      }),
  );
}

function valueOf(field: Field, version: number, batch: Uint8Array): unknown {
  switch (field.kind) {
    case "string":
      return "t";
    case "bytes":
      return batch;
    case "array":
      return [valueOf(field.element!, version, batch)];
    case "struct":
      return structOf(field.fields!, version, batch);
    default:
      return field.kind === "uuid" ? "1".repeat(32) : field.fallback ?? 0;
  }
}
