/**
 * Questions to a broker whose answers by Apache Kafka are known.
 * @module
 */
import { APIS } from "../../../../lib/local/kafka/api/table.ts";
import { connectRaw, type RawConnection } from "../helpers.ts";

/** Asks a broker, and gives its answer. */
export type Ask = (api: string, version: number, body: Fields) => Promise<Fields>;

/** Fields of a request or an answer. */
export type Fields = Record<string, unknown>;

/** A topic of one partition, with five records. */
export interface Topic {
  name: string;
  id: string;
}

/** A question, or a talk of several; its result is compared. */
export type Probe = (ask: Ask, topic: Topic) => Promise<unknown>;

/** A body, or how one is made for the topic that is there. */
type Body = Fields | ((topic: Topic) => Fields | Promise<Fields>);

/**
 * A probe of one question.
 *
 * @param api Name of the API
 * @param version Version to ask in
 * @param body What to ask
 */
export function one(api: string, version: number, body: Body): Probe {
  return async (ask, topic) =>
    shape(await ask(api, version, typeof body === "function" ? await body(topic) : body));
}

/** The same question in several versions, by their name. */
export function each(
  name: string,
  api: string,
  versions: readonly number[],
  body: Body,
): Record<string, Probe> {
  return Object.fromEntries(
    versions.map((version) => [`${name}, version ${version}`, one(api, version, body)]),
  );
}

/** Asks over one connection. */
export async function withAsk<T>(port: number, work: (ask: Ask) => Promise<T>): Promise<T> {
  using raw = await connectRaw(port);
  return await work(askOver(raw));
}

function askOver(raw: RawConnection): Ask {
  return async (name, version, body) => {
    const { request, response } = APIS.find((api) => api.name === name)!;
    return await raw.call(request, response, version, body) as Fields;
  };
}

/** A value in an answer: `get(answer, "topics", 0, "errorCode")`. */
export function get(answer: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Fields)[key], answer);
}

/** Fields that differ from broker to broker, from run to run, or are words. */
const VOLATILE = new Set([
  ...["throttleTimeMs", "clusterId", "host", "port", "topicId", "producerId", "logAppendTimeMs"],
  ...["logDir", "partitionSize", "totalBytes", "usableBytes", "sessionId"],
  ...["errorMessage", "batchIndexErrorMessage", "nodeEndpoints", "currentLeader", "lastTimestamp"],
]);

/** Fields of which alone is told whether there is anything: each member has another id. */
const NAMES = new Set(["memberId", "leader"]);

/** An answer without what is different each time, as JSON has it: bytes are their number. */
export function shape(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([name, field]) => field !== undefined && !VOLATILE.has(name))
      .map(([name, field]) => [name, NAMES.has(name) && field ? "someone" : shape(field)]),
  );
}
