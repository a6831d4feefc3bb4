/**
 * The embedded Kafka broker.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import { openBroker } from "../broker.ts";
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
  const broker = openBroker({ db, dir, host: hostname, overrides });
  let listener: Deno.TcpListener;
  try {
    listener = Deno.listen({ hostname, port });
  } catch (error) {
    broker.close();
    return Promise.reject(error);
  }
  broker.port = listener.addr.port;
  const connections = new Map<Deno.TcpConn, Promise<void>>();
  const retention = setInterval(() => {
    try {
      broker.topics.applyRetention(Date.now());
    } catch (error) {
      onError(error);
    }
  }, Number(broker.config("log.retention.check.interval.ms")));

  const accepting = (async () => {
    for await (const conn of listener) {
      const served = serveConnection(conn, broker, onError)
        .catch(onError)
        .finally(() => connections.delete(conn));
      connections.set(conn, served);
    }
  })();

  return Promise.resolve({
    host: hostname,
    port: broker.port,
    async close() {
      clearInterval(retention);
      listener.close();
      await accepting;
      broker.groups.close();
      for (const conn of connections.keys()) {
        try {
          conn.close();
        } catch (error) {
          if (!(error instanceof Deno.errors.BadResource)) throw error;
        }
      }
      await Promise.all(connections.values());
      broker.close();
    },
  });
}

function logError(error: unknown): void {
  // deno-lint-ignore no-console -- the place of last resort for what no caller hears of
  console.error("kafka:", error);
}
