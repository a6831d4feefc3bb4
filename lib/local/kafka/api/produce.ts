/** Appends record batches to partitions. @module */
import {
  type BatchHeader,
  codecOf,
  HEADER_SIZE,
  isIntact,
  isTransactional,
  readHeader,
} from "../log/batch.ts";
import { CODECS } from "../log/codecs.ts";
import { recompressed } from "../log/recompress.ts";
import { recordsFault, recordsOf } from "../log/records.ts";
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import { produceRequest, produceResponse } from "../protocol/messages/produce.ts";
import type { Broker } from "../broker.ts";
import type { PartitionLog } from "../log/partition_log.ts";
import type { Topic } from "../topics.ts";
import { api, type RequestContext } from "./api.ts";
import { withLog } from "./log_access.ts";

/** First version whose clients know zstd (KIP-110). */
const ZSTD_SINCE = 7;

/** Errors of the log after which Kafka does not tell where it begins. */
const SAYS_NO_START = new Set<number>([
  ERRORS.MESSAGE_TOO_LARGE,
  ERRORS.RECORD_LIST_TOO_LARGE,
  ERRORS.KAFKA_STORAGE_ERROR,
]);

export const produce = api({
  key: 0,
  name: "Produce",
  versions: [3, 11],
  request: produceRequest,
  response: produceResponse,
  handle({ acks, transactionalId, topicData }, context: RequestContext) {
    const refusal = faultOf(acks, transactionalId);
    const responses = topicData.map(({ name, partitionData }) => ({
      name,
      partitionResponses: partitionData.map(({ index, records }) => {
        const checked = outcomeOf(() => {
          if (refusal !== undefined) throw refusal;
          return check(context, name, index, records ?? new Uint8Array());
        });
        const sent = checked.value === undefined
          ? checked
          : outcomeOf(() => append(context.broker, checked.value));
        return {
          index,
          errorCode: sent.errorCode,
          errorMessage: sent.errorMessage,
          recordErrors: sent.refusal?.records ?? [],
          baseOffset: sent.value?.baseOffset ?? -1n,
          logAppendTimeMs: sent.value?.appendTime ?? -1n,
          logStartOffset: checked.value === undefined || SAYS_NO_START.has(sent.errorCode)
            ? -1n
            : checked.value.log.startOffset,
        };
      }),
    }));
    const { broker, clientId, requestBytes } = context;
    const throttleTimeMs = broker.quotas.count("producer_byte_rate", clientId, requestBytes);
    if (throttleTimeMs > 0) context.throttle(throttleTimeMs);
    return acks === 0 ? undefined : { responses, throttleTimeMs };
  },
});

function faultOf(acks: number, transactionalId: string | null): ProtocolError | undefined {
  if (acks < -1 || acks > 1) {
    return new ProtocolError("INVALID_REQUIRED_ACKS", `acks is ${acks}, not -1, 0 or 1`);
  }
  return transactionalId === null ? undefined : noTransactions();
}

/** Why nothing transactional is done here. */
function noTransactions(): ProtocolError {
  return new ProtocolError(
    "TRANSACTIONAL_ID_AUTHORIZATION_FAILED",
    "This broker has no transactions: leave transactional.id unset; idempotence works without it.",
  );
}

/** A batch that is whole, and where it is to go. */
interface CheckedBatch {
  /** `<topic>-<partition>`. */
  partition: string;
  topic: Topic;
  log: PartitionLog;
  batch: Uint8Array;
  header: BatchHeader;
}

function check(
  { broker, version }: RequestContext,
  name: string,
  index: number,
  batch: Uint8Array,
): CheckedBatch {
  const topic = broker.topics.get(name);
  const log = topic?.partitions[index];
  if (topic === undefined || log === undefined) throw unknownPartition(name, index);
  const header = checkBatch(batch, version, Number(topic.config("max.message.bytes")));
  return { partition: `${name}-${index}`, topic, log, batch, header };
}

function append(broker: Broker, checked: CheckedBatch) {
  const { partition, log, header } = checked;
  if (log.isCompacted) checkKeys(checked);
  checkTimes(checked);
  const batch = asTheTopicHasIt(checked);
  const sequence = log.checkSequence(header);
  switch (sequence.verdict) {
    case "duplicate":
      return { baseOffset: sequence.baseOffset, appendTime: -1n };
    case "fenced":
      throw new ProtocolError(
        "INVALID_PRODUCER_EPOCH",
        `Producer ${header.producerId} sent epoch ${header.producerEpoch} after ${sequence.epoch}.`,
      );
    case "gap":
      throw new ProtocolError(
        "OUT_OF_ORDER_SEQUENCE_NUMBER",
        `Producer ${header.producerId} sent sequence ${header.baseSequence} to ${partition}, ` +
          `where ${sequence.expected} comes next.`,
      );
  }
  return withLog(broker, () => log.append(batch, Date.now()));
}

/** Checks that each record has a key: without one it could never be compacted. */
function checkKeys({ partition, batch, header }: CheckedBatch): void {
  const records = recordsOf(batch, header);
  if (records === undefined) {
    throw new ProtocolError("INVALID_RECORD", "The batch's records cannot be read.");
  }
  const keyless = records.flatMap(({ key }, batchIndex) => key === null ? [batchIndex] : []);
  if (keyless.length === 0) return;
  const reason =
    `Compacted topic cannot accept message without key in topic partition ${partition}`;
  throw new ProtocolError(
    "INVALID_RECORD",
    `${keyless.length} of ${records.length} records are refused: ${reason}`,
    keyless.map((batchIndex) => ({ batchIndex, batchIndexErrorMessage: reason })),
  );
}

/** Compresses a batch as its topic says, and checks that it is not too large then. */
function asTheTopicHasIt({ topic, batch, header }: CheckedBatch): Uint8Array {
  const type = topic.config("compression.type");
  const target = type === "uncompressed" ? "none" : CODECS.find((codec) => codec === type);
  let stored: Uint8Array;
  try {
    stored = recompressed(batch, header, {
      codec: target,
      levels: {
        gzip: Number(topic.config("compression.gzip.level")),
        zstd: Number(topic.config("compression.zstd.level")),
      },
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ProtocolError(
      "INVALID_RECORD",
      `The batch's records cannot be read: ${error.message}`,
    );
  }
  checkSize(stored.length, Number(topic.config("max.message.bytes")));
  const segmentBytes = Number(topic.config("segment.bytes"));
  if (stored.length <= segmentBytes) return stored;
  throw new ProtocolError(
    "RECORD_LIST_TOO_LARGE",
    `The record batch size is ${stored.length} bytes, more than the segments' ${segmentBytes}.`,
  );
}

function checkSize(bytes: number, maxBytes: number): void {
  if (bytes <= maxBytes) return;
  throw new ProtocolError(
    "MESSAGE_TOO_LARGE",
    `The record batch size is ${bytes} bytes, more than the maximum of ${maxBytes}.`,
  );
}

/** Checks what the topic's settings say of a batch's times. */
function checkTimes({ topic, batch, header }: CheckedBatch): void {
  if (topic.config("message.timestamp.type") === "LogAppendTime") return;
  const now = Date.now();
  const from = now - Number(topic.config("message.timestamp.before.max.ms"));
  const to = now + Number(topic.config("message.timestamp.after.max.ms"));
  const isOutside = (time: bigint) => time >= 0n && (Number(time) < from || Number(time) > to);
  if (!isOutside(header.baseTimestamp) && !isOutside(header.maxTimestamp)) return;
  throw new ProtocolError(
    "INVALID_TIMESTAMP",
    "One or more records have been rejected due to invalid timestamp",
    (recordsOf(batch, header) ?? []).flatMap(({ timestamp }, batchIndex) =>
      isOutside(timestamp)
        ? [{
          batchIndex,
          batchIndexErrorMessage: `Timestamp ${timestamp} is out of range: from ${from} to ${to}`,
        }]
        : []
    ),
  );
}

/** The error for a partition that is not there. */
export function unknownPartition(name: string, index: number): ProtocolError {
  return new ProtocolError(
    "UNKNOWN_TOPIC_OR_PARTITION",
    `This server does not host partition ${name}-${index}.`,
  );
}

/** Checks that the bytes are one whole batch the log may take. */
function checkBatch(batch: Uint8Array, version: number, maxBytes: number) {
  const fail = (error: "INVALID_RECORD" | "CORRUPT_MESSAGE", reason: string): never => {
    throw new ProtocolError(error, reason);
  };
  const notOne = "Produce requests must have exactly one record batch.";
  if (batch.length < HEADER_SIZE) fail("INVALID_RECORD", notOne);
  const header = readHeader(batch);
  if (header.magic < 2) fail("INVALID_RECORD", `Record format ${header.magic} is not format 2.`);
  if (header.magic > 2) fail("CORRUPT_MESSAGE", `Invalid magic found in record: ${header.magic}.`);
  if (header.size < HEADER_SIZE) {
    fail("CORRUPT_MESSAGE", `The batch says it has ${header.size} bytes, less than its header.`);
  }
  if (header.size !== batch.length) fail("INVALID_RECORD", notOne);
  checkSize(batch.length, maxBytes);
  if (!isIntact(batch, header)) fail("CORRUPT_MESSAGE", "Record is corrupt (CRC-32C differs).");
  if (isTransactional(header)) throw noTransactions();
  if (header.recordsCount < 1 || header.recordsCount !== header.lastOffsetDelta + 1) {
    fail(
      "INVALID_RECORD",
      `The batch has ${header.recordsCount} records and a last offset delta of ` +
        `${header.lastOffsetDelta}.`,
    );
  }
  if (header.producerId >= 0n && (header.producerEpoch < 0 || header.baseSequence < 0)) {
    fail("INVALID_RECORD", "A producer id stands without an epoch or a sequence.");
  }
  const codec = CODECS[codecOf(header)];
  if (codec === undefined || codec === "zstd" && version < ZSTD_SINCE) {
    throw new ProtocolError(
      "UNSUPPORTED_COMPRESSION_TYPE",
      `Codec ${codecOf(header)} cannot be sent in Produce version ${version}.`,
    );
  }
  const fault = codec === "none" ? recordsFault(batch, header) : undefined;
  if (fault !== undefined) fail("INVALID_RECORD", `The batch is malformed: ${fault}.`);
  return header;
}
