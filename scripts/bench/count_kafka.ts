/**
 * A proxy in front of a Kafka broker that counts requests by their API.
 * @module
 */
import { Buffer } from "node:buffer";
import { connect, createServer, type Socket } from "node:net";
import { APIS } from "../../lib/local/kafka/mod.ts";
import { count, type CountingProxy, listen } from "./counting.ts";

const NAMES = new Map(APIS.map(({ key, name }) => [key, name]));

/** APIs whose answers name the broker's address. */
const ADDRESSED = new Set(["Metadata", "FindCoordinator", "DescribeCluster"]);

/**
 * Starts a proxy. The broker's address in its answers is replaced by the proxy's own, so that clients
 * keep coming through it.
 *
 * @param broker The broker, `127.0.0.1:port`
 * @returns The proxy
 */
export async function countKafkaRequests(broker: string): Promise<CountingProxy> {
  const brokerPort = Number(broker.split(":")[1]);
  const counts = new Map<string, number>();
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(brokerPort, "127.0.0.1");
    const end = () => {
      for (const socket of [client, upstream]) {
        socket.destroy();
        open.delete(socket);
      }
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on("error", end).on("close", end);
    }
    /** Requests whose answers name the broker, by their correlation id. */
    const addressed = new Set<number>();
    const requests = frames((frame) => {
      const key = frame.readInt16BE(4);
      const name = NAMES.get(key) ?? `API ${key}`;
      count(counts, name);
      if (ADDRESSED.has(name)) addressed.add(frame.readInt32BE(8));
      upstream.write(frame);
    });
    const answers = frames((frame) => {
      if (addressed.delete(frame.readInt32BE(4))) readdress(frame, brokerPort, port);
      client.write(frame);
    });
    client.on("data", requests);
    upstream.on("data", answers);
  });
  const port = await listen(server);
  return {
    address: `127.0.0.1:${port}`,
    counts,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Puts requests or answers together: each begins with its length as an int32. */
function frames(take: (frame: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  /** Bytes without which there is no further frame. */
  let needed = 4;
  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length < needed) return;
    const bytes = Buffer.concat(chunks);
    let at = 0;
    needed = 4;
    while (length - at >= needed) {
      needed = 4 + bytes.readInt32BE(at);
      if (length - at < needed) break;
      take(bytes.subarray(at, at + needed));
      at += needed;
      needed = 4;
    }
    chunks = [bytes.subarray(at)];
    length -= at;
  };
}

/** An address is a host with its length before it, and a port as an int32. */
function readdress(frame: Buffer, from: number, to: number): void {
  const host = Buffer.from("127.0.0.1");
  for (let at = frame.indexOf(host); at >= 0; at = frame.indexOf(host, at + 1)) {
    const portAt = at + host.length;
    if (portAt + 4 <= frame.length && frame.readInt32BE(portAt) === from) {
      frame.writeInt32BE(to, portAt);
    }
  }
}
