/**
 * The embedded Kafka broker.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { openBroker } from "../broker.ts";
import { createBudget } from "./budget.ts";
import { serveConnection } from "./connection.ts";

/** How the broker is started. */
export interface KafkaOptions {
  /** Address to listen at; loopback alone is taken. */
  hostname?: string;
  /** Port to listen at; 0 picks a free one. */
  port: number;
  /** Folder with the logs. */
  dir: string;
  /** Database with topics, groups and offsets. */
  db: DatabaseSync;
  /** The broker's settings under Kafka's names, such as `message.max.bytes`. */
  settings?: Record<string, string | number | boolean>;
  /** Told of failures that no client caused; by default they go to standard error. */
  onError?: (error: unknown) => void;
}

/** A running broker. */
export interface KafkaServer {
  host: string;
  port: number;
  /** Ends all connections and closes the logs. What was acknowledged is kept. */
  close(): Promise<void>;
}

/** Memory for all requests of more than 1 MB that are being read or worked on. */
const LARGE_REQUESTS_BYTES = 512 * 1024 * 1024;

/** Memory for all answers that are on their way; a fetch gets no more than is left of it. */
const ANSWERS_BYTES = 256 * 1024 * 1024;

/** How long no connection is accepted after one could not be. */
const ACCEPT_PAUSE_MS = 100;

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/**
 * Starts the broker.
 *
 * What it acknowledges is with the operating system: it outlives the process, however that ends,
 * but not a power cut.
 *
 * @param options Where to listen, where to keep the state, and settings
 * @returns The running broker
 * @throws {ProtocolError} A setting is unknown, or has a value that cannot be used
 * @throws {Deno.errors.AddrInUse} Something else listens at the port
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DatabaseSync } from "node:sqlite";
 *
 * const dir = await Deno.makeTempDir();
 * const db = new DatabaseSync(":memory:");
 * const kafka = await startKafka({ port: 0, dir, db });
 * assertEquals(kafka.host, "127.0.0.1");
 * await kafka.close();
 * db.close();
 * await Deno.remove(dir, { recursive: true });
 * ```
 */
export function startKafka(options: KafkaOptions): Promise<KafkaServer> {
  const { hostname = "127.0.0.1", port, dir, db, settings = {} } = options;
  const onError = options.onError ?? logError;
  if (!LOOPBACK.includes(hostname)) {
    return Promise.reject(new Error(`The broker listens on loopback alone, not on '${hostname}'`));
  }
  const overrides = Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, String(value)]),
  );
  const broker = openBroker({ db, dir, host: hostname, overrides, report: onError });
  let listener: Deno.TcpListener;
  try {
    listener = Deno.listen({ hostname, port });
  } catch (error) {
    broker.close();
    return Promise.reject(error);
  }
  broker.port = listener.addr.port;
  const budgets = {
    requests: createBudget(LARGE_REQUESTS_BYTES),
    answers: createBudget(ANSWERS_BYTES),
  };
  const stopping = new AbortController();
  const connections = new Set<Promise<void>>();
  const retention = setInterval(() => {
    try {
      broker.topics.applyRetention(Date.now());
      broker.groups.sweep();
      broker.quotas.sweep();
    } catch (error) {
      onError(error);
    }
  }, Number(broker.config("log.retention.check.interval.ms")));
  let compacting: Promise<void> | undefined;
  let compaction: ReturnType<typeof setTimeout>;
  const compactLater = () => {
    compaction = setTimeout(() => {
      compacting = broker.topics.compact(Date.now()).finally(() => {
        if (!stopping.signal.aborted) compactLater();
      });
    }, Number(broker.config("log.cleaner.backoff.ms")));
  };
  compactLater();

  const accepting = (async () => {
    while (!stopping.signal.aborted) {
      try {
        const conn = await listener.accept();
        const served: Promise<void> = serveConnection(
          conn,
          broker,
          budgets,
          stopping.signal,
          onError,
        ).catch(onError).finally(() => connections.delete(served));
        connections.add(served);
      } catch (error) {
        if (stopping.signal.aborted) return;
        // Such as too many open files: it passes when connections close.
        onError(error);
        await new Promise((resolve) => setTimeout(resolve, ACCEPT_PAUSE_MS));
      }
    }
  })();

  return Promise.resolve({
    host: hostname,
    port: broker.port,
    async close() {
      clearInterval(retention);
      clearTimeout(compaction);
      stopping.abort();
      listener.close();
      broker.groups.close();
      await accepting;
      await Promise.all(connections);
      broker.close();
      await compacting;
    },
  });
}

function logError(error: unknown): void {
  // deno-lint-ignore no-console -- the place of last resort for what no caller hears of
  console.error("kafka:", error);
}
