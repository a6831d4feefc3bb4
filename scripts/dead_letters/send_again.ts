/**
 * Sending dead letters again, each once, however often that is asked.
 *
 * The record itself is the proof that a letter was sent: its header names the letter. So a run that
 * was cut off between sending and noting it down leaves no doubt behind; the topic is looked through
 * from where that run began.
 * @module
 */
import type { Config } from "../../lib/config.ts";
import { createKafka } from "../../lib/kafka_client/client.ts";
import { ensureTopic } from "../../lib/kafka/mod.ts";
import { resendDeadLetters, type StoredDeadLetter } from "../../lib/sink/mod.ts";
import { readSpans } from "../../lib/sink/verify/topic.ts";
import { claimLedger, type Ledger } from "./ledger.ts";
import { LETTER_HEADER, nameOf } from "./letter_names.ts";

/** What is sent, and where to. */
export interface SendAgainOptions {
  /** Where to; the topic the letters come from by default. */
  topic?: string;
  /** Which of them. */
  only: (letter: StoredDeadLetter) => boolean;
  /** Also those that were sent before. */
  all?: boolean;
  signal: AbortSignal;
  /** How long a claim of another run is watched. */
  abandonedMs?: number;
  /** Told what is waited for. */
  onWait?: (what: string) => void;
}

/** What was sent again. */
export interface SendAgainSummary {
  topic: string;
  sent: number;
  /** Letters that were left out, because they had been sent before. */
  sentBefore: number;
}

/** How often a claim is made good: much more often than another run needs to give it up. */
const KEEP_MS = 2_000;

/**
 * Sends dead letters to a topic again. What an earlier run sent there is left out.
 *
 * @param config Brokers, bucket, prefix and topic
 * @param options Which letters, and where to
 * @returns How many were sent, and how many left out
 * @throws {TickertapeError} Another run is at it, or the bucket or the topic cannot be used
 */
export async function sendAgain(
  config: Config,
  options: SendAgainOptions,
): Promise<SendAgainSummary> {
  const { topic = config.kafka.topic, onWait = () => {} } = options;
  const ledger = await claimLedger(config, topic, {
    abandonedMs: options.abandonedMs,
    onWait: () => onWait("Another run has not ended: is it still sending?"),
  });
  const lost = new AbortController();
  const keeping = setInterval(
    () => void ledger.keep().catch((error) => lost.abort(error)),
    KEEP_MS,
  );
  const signal = AbortSignal.any([options.signal, lost.signal]);
  try {
    const isSettled = await settle(config, topic, ledger, { ...options, signal });
    const summary = isSettled
      ? await sendNew(config, topic, ledger, { ...options, signal })
      : { sent: 0, sentBefore: 0 };
    lost.signal.throwIfAborted();
    await ledger.close(isSettled);
    return { topic, ...summary };
  } catch (error) {
    // What this run sent is found by the next one, whether or not the claim can be given back.
    await ledger.close(false).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(keeping);
  }
}

async function sendNew(
  config: Config,
  topic: string,
  { sent }: Ledger,
  { only, all = false, signal }: SendAgainOptions,
): Promise<Omit<SendAgainSummary, "topic">> {
  let sentBefore = 0;
  // A letter is noted down once the next one is asked for: only then is it known to be sent.
  let underWay: string | undefined;
  const note = () => {
    if (underWay !== undefined) sent.add(underWay);
    underWay = undefined;
  };
  const summary = await resendDeadLetters(config, {
    topic,
    signal,
    only: (letter) => {
      note();
      if (!only(letter)) return false;
      const name = nameOf(letter);
      if (sent.has(name) && !all) {
        sentBefore++;
        return false;
      }
      underWay = name;
      return true;
    },
  });
  note();
  return { sent: summary.sent, sentBefore };
}

/**
 * Looks for what runs sent that did not come to note it down, and notes where this one begins.
 *
 * @returns Whether it came to its end
 */
async function settle(
  config: Config,
  topic: string,
  ledger: Ledger,
  { signal, onWait = () => {} }: SendAgainOptions,
): Promise<boolean> {
  const target = { ...config, kafka: { ...config.kafka, topic } };
  await ensureTopic(target);
  const kafka = createKafka(target);
  const admin = kafka.admin();
  await admin.connect();
  try {
    const offsets = await admin.fetchTopicOffsets(topic);
    const begin = ledger.unsettled;
    if (begin !== undefined) {
      const spans = offsets.map(({ partition, low, high }) => ({
        partition,
        from: startOf(BigInt(low), BigInt(high), begin[partition]),
        to: BigInt(high),
      }));
      if (spans.some(({ from, to }) => from < to)) {
        onWait(`Looking through '${topic}' for what was sent before`);
      }
      await readSpans(target, kafka, admin, spans, (_, records) => {
        for (const { headers } of records) {
          const name = headers?.[LETTER_HEADER]?.toString();
          if (name?.startsWith(`${config.kafka.topic}/`)) ledger.sent.add(name);
        }
      }, signal);
    }
    if (signal.aborted) return false;
    await ledger.keep(Object.fromEntries(offsets.map(({ partition, high }) => [partition, high])));
    return true;
  } finally {
    await admin.disconnect();
  }
}

/** Where to look from; a topic that was made again since begins anew. */
function startOf(low: bigint, high: bigint, noted: string | undefined): bigint {
  const from = BigInt(noted ?? low);
  return from < low || from > high ? low : from;
}
