/**
 * A broker for the tests of the broker, and connections that speak its protocol byte by byte.
 * @module
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Kafka, logLevel, Partitioners } from "kafkajs";
import recordBatch from "kafkajs/src/protocol/recordBatch/v0/index.js";
import Record from "kafkajs/src/protocol/recordBatch/record/v0/index.js";
import { mendRequestTimers } from "../../../lib/kafka_client/quiet.ts";
import { openDatabase } from "../../../lib/local/database.ts";
import { startKafka } from "../../../lib/local/kafka/mod.ts";
import { APIS } from "../../../lib/local/kafka/api/table.ts";
import { readMessage, writeMessage } from "../../../lib/local/kafka/protocol/codec.ts";
import {
  offsetCommitRequest,
  offsetCommitResponse,
} from "../../../lib/local/kafka/protocol/messages/offset_commit.ts";
import { createReader } from "../../../lib/local/kafka/protocol/reader.ts";
import type { Draft, Fields, Message, Values } from "../../../lib/local/kafka/protocol/schema.ts";
import { createWriter } from "../../../lib/local/kafka/protocol/writer.ts";

/** Settings under Kafka's names. */
export type Settings = { [name: string]: string | number | boolean };

/** A broker of a test's own. */
export interface TestBroker extends AsyncDisposable {
  readonly port: number;
  /** Folder with the logs. */
  readonly logs: string;
  /** Failures the broker was not to blame a client for. */
  readonly errors: unknown[];
  kafka(): Kafka;
  /** Closes the broker and starts it again on the same state. */
  restart(settings?: Settings): Promise<void>;
}

/** Starts a broker in a temporary folder. */
export async function testBroker(settings: Settings = {}): Promise<TestBroker> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-kafka-" });
  const logs = join(dir, "kafka");
  const errors: unknown[] = [];
  const start = async (settings: Settings) => {
    const db = openDatabase(join(dir, "state.db"));
    const onError = (error: unknown) => void errors.push(error);
    const server = await startKafka({ port: 0, dir: logs, db, settings, onError });
    return {
      port: server.port,
      stop: async () => {
        await server.close();
        db.close();
      },
    };
  };
  let running = await start(settings);
  return {
    get port() {
      return running.port;
    },
    logs,
    errors,
    kafka: () => kafkaAt(running.port),
    async restart(next = settings) {
      await running.stop();
      running = await start(next);
    },
    async [Symbol.asyncDispose]() {
      await running.stop();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

/** kafkajs, quiet. */
export function kafkaAt(port: number): Kafka {
  mendRequestTimers();
  return new Kafka({
    clientId: "test",
    brokers: [`127.0.0.1:${port}`],
    logLevel: logLevel.NOTHING,
    // By itself it gives up after a second, which a busy machine may need.
    connectionTimeout: 60_000,
    retry: { initialRetryTime: 50, maxRetryTime: 200, retries: 3 },
  });
}

/** Partitions as Java's client does, and says nothing about it. */
export const createPartitioner = Partitioners.DefaultPartitioner;

/** A broker in a process of its own, so that it can be killed. */
export interface BrokerProcess {
  port: number;
  pid: number;
  /** What it said on standard error, once it is killed, where that is piped. */
  said: Promise<string>;
  /** Ends it at once, with no chance to tidy up. */
  kill(): Promise<void>;
}

/** Starts a broker process on a folder. */
export async function brokerProcess(
  dir: string,
  settings: Settings = {},
  { stderr = "inherit" }: { stderr?: "inherit" | "null" | "piped" } = {},
): Promise<BrokerProcess> {
  const script = fileURLToPath(new URL("broker_process.ts", import.meta.url));
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=local", script, dir, JSON.stringify(settings)],
    stdout: "piped",
    stderr,
    stdin: "null",
  }).spawn();
  const said = stderr === "piped" ? new Response(child.stderr).text() : Promise.resolve("");
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The broker process ended before it answered");
    text += value;
  }
  let killed = false;
  return {
    port: JSON.parse(text).port,
    pid: child.pid,
    said,
    async kill() {
      if (killed) return;
      killed = true;
      child.kill("SIGKILL");
      await child.status;
      await reader.cancel();
    },
  };
}

/** A connection that speaks the protocol. */
export interface RawConnection extends Disposable {
  conn: Deno.TcpConn;
  /** Sends bytes behind their size. */
  sendFrame(bytes: Uint8Array): Promise<void>;
  /** Receives a frame without its size; `undefined` where the connection is closed. */
  receiveFrame(): Promise<Uint8Array | undefined>;
  /** Sends a request, and returns what awaits its answer. */
  send<Q extends Fields, A extends Fields>(
    request: Message<Q>,
    response: Message<A>,
    version: number,
    body: Draft<Q>,
  ): Promise<() => Promise<Values<A>>>;
  /** Sends a request and receives its answer. */
  call<Q extends Fields, A extends Fields>(
    request: Message<Q>,
    response: Message<A>,
    version: number,
    body: Draft<Q>,
  ): Promise<Values<A>>;
}

/** Connects to a broker. */
export async function connectRaw(port: number): Promise<RawConnection> {
  const conn = await Deno.connect({ hostname: "127.0.0.1", port });
  let correlationId = 0;
  const sendFrame = async (bytes: Uint8Array) => {
    const frame = new Uint8Array(4 + bytes.length);
    new DataView(frame.buffer).setInt32(0, bytes.length);
    frame.set(bytes, 4);
    await writeAll(conn, frame);
  };
  const receiveFrame = async () => {
    const size = await readExactly(conn, 4);
    return size && await readExactly(conn, new DataView(size.buffer).getInt32(0));
  };
  const connection: RawConnection = {
    conn,
    sendFrame,
    receiveFrame,
    async send(request, response, version, body) {
      const id = ++correlationId;
      await sendFrame(requestBytes(request, version, body, id));
      return async () => {
        const frame = await receiveFrame();
        if (frame === undefined) throw new Error("The broker closed the connection");
        const reader = createReader(frame);
        if (reader.int32() !== id) throw new Error("The answer is another request's");
        if (version >= response.flexibleSince && apiOf(request).name !== "ApiVersions") {
          reader.skip(1);
        }
        return readMessage(response, version, reader);
      };
    },
    call: async (request, response, version, body) =>
      await (await connection.send(request, response, version, body))(),
    [Symbol.dispose]: () => conn.close(),
  };
  return connection;
}

/** The bytes of a request, with its header. */
export function requestBytes<Q extends Fields>(
  request: Message<Q>,
  version: number,
  body: Draft<Q>,
  correlationId = 1,
): Uint8Array {
  const writer = createWriter();
  writer.int16(apiOf(request).key);
  writer.int16(version);
  writer.int32(correlationId);
  writer.string("test", (w, size) => w.int16(size));
  if (version >= request.flexibleSince) writer.unsignedVarint(0);
  writeMessage(request, version, writer, body);
  return concat(writer.finish());
}

function apiOf(request: Message): { name: string; key: number } {
  return APIS.find((api) => api.request === request)!;
}

/** What a batch is made of. */
export interface BatchOptions {
  values?: (string | null)[];
  /** Keys of the values; without them no record has one. */
  keys?: (string | null)[];
  timestamp?: number;
  /** Number of kafkajs's codec: 0 for none, 1 for gzip. */
  compression?: number;
  producerId?: number;
  producerEpoch?: number;
  baseSequence?: number;
}

/** A record batch, made by kafkajs. */
export async function batchOf(options: BatchOptions = {}): Promise<Uint8Array> {
  const { values = ["value"], timestamp = Date.now() } = options;
  const encoder = await recordBatch.RecordBatch({
    compression: options.compression ?? 0,
    firstTimestamp: timestamp,
    maxTimestamp: timestamp + values.length - 1,
    producerId: options.producerId ?? -1,
    producerEpoch: options.producerEpoch ?? -1,
    firstSequence: options.baseSequence ?? -1,
    lastOffsetDelta: values.length - 1,
    records: values.map((value, i) =>
      Record({
        offsetDelta: i,
        timestampDelta: i,
        key: options.keys?.[i] ?? null,
        value,
        headers: {},
      })
    ),
  });
  return new Uint8Array(encoder.buffer);
}

/** Commits an offset in partition 0 for a group without members. */
export async function commitOffset(port: number, groupId: string, topic: string, offset: bigint) {
  using raw = await connectRaw(port);
  const { topics } = await raw.call(offsetCommitRequest, offsetCommitResponse, 8, {
    groupId,
    memberId: "",
    topics: [{ name: topic, partitions: [{ partitionIndex: 0, committedOffset: offset }] }],
  });
  const { errorCode } = topics[0]!.partitions[0]!;
  if (errorCode !== 0) throw new Error(`The commit was refused with error ${errorCode}`);
}

/** Bytes one after the other. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Writes all bytes to a connection. */
export async function writeAll(conn: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await conn.write(bytes.subarray(at));
}

async function readExactly(conn: Deno.Conn, size: number): Promise<Uint8Array | undefined> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size;) {
    const count = await conn.read(bytes.subarray(at)).catch((error: unknown) => {
      if (error instanceof Deno.errors.ConnectionReset) return null;
      throw error;
    });
    if (count === null) return undefined;
    at += count;
  }
  return bytes;
}
