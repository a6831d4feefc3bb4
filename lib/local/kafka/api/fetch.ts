/** Reads record batches, and waits for more where there are too few. @module */
import type { Broker } from "../broker.ts";
import { endOfEpoch, type EpochEnd, LEADER_EPOCH } from "../log/leader_epoch.ts";
import type { PartitionLog } from "../log/partition_log.ts";
import { ERRORS, outcomeOf } from "../protocol/errors.ts";
import { fetchRequest, fetchResponse } from "../protocol/messages/fetch.ts";
import type { Read } from "../protocol/schema.ts";
import type { Topic } from "../topics.ts";
import { api, type RequestContext } from "./api.ts";
import { withLog } from "./log_access.ts";

type Request = Read<typeof fetchRequest>;
type WantedPartition = Request["topics"][number]["partitions"][number];

/** First version that names topics by id alone (KIP-516). */
const TOPIC_IDS_SINCE = 13;

/** Isolation level of a client that wants to hear of transactions that were aborted: there are none. */
const READ_COMMITTED = 1;

export const fetch = api({
  key: 1,
  name: "Fetch",
  versions: [4, 18],
  request: fetchRequest,
  response: fetchResponse,
  async handle(request, context: RequestContext) {
    // Sessions save bandwidth between many brokers. Here each fetch names all its partitions: the
    // answer's session 0 tells the client so. Later epochs than the first go on with one (KIP-227).
    if (request.sessionEpoch > 0) {
      return { errorCode: ERRORS.FETCH_SESSION_ID_NOT_FOUND, responses: [] };
    }
    const { broker, clientId } = context;
    const mostBytes = broker.quotas.mostAtOnce("consumer_byte_rate", clientId);
    const wanted = mostBytes === Infinity ? request : {
      ...request,
      minBytes: Math.min(request.minBytes, mostBytes),
      maxBytes: Math.min(request.maxBytes, mostBytes),
    };
    await waitForBytes(wanted, context);
    const responses = readAll(wanted, context);
    const throttleTimeMs = broker.quotas.count("consumer_byte_rate", clientId, bytesOf(responses));
    if (throttleTimeMs === 0) return { sessionId: 0, responses };
    // What it was not given, it did not read.
    broker.quotas.count("consumer_byte_rate", clientId, -bytesOf(responses));
    context.throttle(throttleTimeMs);
    return { sessionId: 0, responses: [], throttleTimeMs };
  },
});

function bytesOf(responses: ReturnType<typeof readAll>): number {
  let bytes = 0;
  for (const { partitions } of responses) {
    for (const { records } of partitions) bytes += records.length;
  }
  return bytes;
}

function topicOf(broker: Broker, version: number, topic: Request["topics"][number]) {
  return version >= TOPIC_IDS_SINCE
    ? broker.topics.byId(topic.topicId)
    : broker.topics.get(topic.topic);
}

/** Waits until there are as many bytes as the client wants, or something else to tell. */
function waitForBytes(request: Request, context: RequestContext): Promise<void> | undefined {
  if (request.maxWaitMs <= 0 || request.minBytes <= 0) return undefined;
  const logs: PartitionLog[] = [];
  let bytes = 0;
  for (const wanted of request.topics) {
    const topic = topicOf(context.broker, context.version, wanted);
    for (const partition of wanted.partitions) {
      const log = topic?.partitions[partition.partition];
      const { errorCode, diverging } = looksAt(log, partition);
      if (errorCode !== ERRORS.NONE || diverging !== undefined) return undefined;
      bytes += log!.available(partition.fetchOffset);
      if (bytes >= request.minBytes) return undefined;
      logs.push(log!);
    }
  }
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const done = () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
      context.signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, request.maxWaitMs);
    const onChange = (more: number) => {
      bytes += more;
      if (bytes >= request.minBytes) done();
    };
    for (const log of logs) stops.push(log.onChange(onChange));
    // Requests of a connection are answered in their order: a heartbeat must not wait behind this.
    stops.push(context.onNextRequest(done));
    context.signal.addEventListener("abort", done);
    if (context.signal.aborted) done();
  });
}

function readAll(request: Request, context: RequestContext) {
  const { broker, version } = context;
  const left = context.answerBytesLeft();
  let budget = Math.min(request.maxBytes, Number(broker.config("fetch.max.bytes")), left);
  // Where clients read too slowly for what they asked, the next one has to ask again.
  let atLeastOne = left > 0;
  const abortedTransactions = request.isolationLevel === READ_COMMITTED ? [] : null;
  return request.topics.map((wanted) => {
    const topic = topicOf(broker, version, wanted);
    return {
      topic: wanted.topic,
      topicId: wanted.topicId,
      partitions: wanted.partitions.map((partition) => {
        const answer = readOne(topic, context, partition, budget, atLeastOne);
        budget -= answer.records.length;
        context.holdAnswer(answer.records.length);
        if (answer.records.length > 0) atLeastOne = false;
        return { abortedTransactions, ...answer };
      }),
    };
  });
}

const NOTHING = new Uint8Array();

function readOne(
  topic: Topic | undefined,
  { broker, version }: RequestContext,
  wanted: WantedPartition,
  budget: number,
  atLeastOne: boolean,
) {
  const log = topic?.partitions[wanted.partition];
  const look = looksAt(log, wanted);
  const errorCode = topic === undefined && version >= TOPIC_IDS_SINCE
    ? ERRORS.UNKNOWN_TOPIC_ID
    : look.errorCode;
  if (log === undefined || errorCode !== ERRORS.NONE) {
    return { ...refused(wanted, errorCode), abortedTransactions: log === undefined ? [] : null };
  }
  const maxBytes = Math.max(0, Math.min(wanted.partitionMaxBytes, budget));
  const read = look.diverging === undefined
    ? outcomeOf(() => withLog(broker, () => log.read(wanted.fetchOffset, maxBytes, atLeastOne)))
    : undefined;
  if (read?.refusal !== undefined) return refused(wanted, read.errorCode);
  return {
    partitionIndex: wanted.partition,
    errorCode: ERRORS.NONE,
    divergingEpoch: look.diverging && {
      epoch: look.diverging.leaderEpoch,
      endOffset: look.diverging.endOffset,
    },
    highWatermark: log.nextOffset,
    lastStableOffset: log.nextOffset,
    logStartOffset: log.startOffset,
    records: read?.value ?? NOTHING,
  };
}

function refused({ partition }: WantedPartition, errorCode: number) {
  return { partitionIndex: partition, errorCode, highWatermark: -1n, records: NOTHING };
}

/**
 * What there is to say of a place in a log before anything is read there: an error, or that the
 * client's log is another one from some offset on (KIP-595).
 */
function looksAt(
  log: PartitionLog | undefined,
  { fetchOffset, currentLeaderEpoch, lastFetchedEpoch }: WantedPartition,
): { errorCode: number; diverging?: EpochEnd } {
  if (log === undefined) return { errorCode: ERRORS.UNKNOWN_TOPIC_OR_PARTITION };
  if (currentLeaderEpoch > LEADER_EPOCH) return { errorCode: ERRORS.UNKNOWN_LEADER_EPOCH };
  const isOutside = fetchOffset < log.startOffset || fetchOffset > log.nextOffset;
  if (lastFetchedEpoch >= 0) {
    const end = endOfEpoch(log, lastFetchedEpoch);
    if (end === undefined) return { errorCode: ERRORS.OFFSET_OUT_OF_RANGE };
    if (fetchOffset > end.endOffset) return { errorCode: ERRORS.NONE, diverging: end };
  }
  return { errorCode: isOutside ? ERRORS.OFFSET_OUT_OF_RANGE : ERRORS.NONE };
}
