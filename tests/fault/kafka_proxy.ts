/**
 * A TCP proxy in front of a broker, which cuts connections when told to, and now and then by chance.
 * @module
 */
import { connect, createServer, type Socket } from "node:net";
import { Buffer } from "node:buffer";
import type { AddressInfo } from "node:net";

/** A running proxy. */
export interface KafkaProxy {
  /** `host:port` to connect to. */
  address: string;
  /** Connections cut so far. */
  cuts: number;
  /** Probability that an answer of the broker is lost, and the connection with it. */
  loss: number;
  /** Cuts all connections that are open. */
  cutAll(): void;
  close(): Promise<void>;
}

/** Answers larger than this hold records, and no broker's address. */
const LARGEST_READDRESSED = 8192;

/**
 * Starts a proxy. The broker's address in its answers is replaced by the proxy's own, so that the
 * client keeps coming through it.
 *
 * @param brokerPort Port of the broker, on the loopback
 * @param random Gives numbers from 0 to 1
 * @param spoil Changes an answer of the broker
 * @returns The proxy
 */
export async function startKafkaProxy(
  brokerPort: number,
  random: () => number,
  spoil: (frame: Buffer) => void = () => {},
): Promise<KafkaProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const broker = connect(brokerPort, "127.0.0.1");
    const end = () => {
      client.destroy();
      broker.destroy();
      open.delete(client);
    };
    open.add(client);
    for (const socket of [client, broker]) {
      socket.on("error", end);
      socket.on("close", end);
      socket.setNoDelay(true);
    }
    client.on("data", (bytes) => broker.write(bytes));
    let rest: Buffer = Buffer.alloc(0);
    broker.on("data", (bytes: Buffer) => {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
        const frame = rest.subarray(0, 4 + rest.readInt32BE(0));
        rest = rest.subarray(frame.length);
        spoil(frame);
        if (random() < proxy.loss) {
          proxy.cuts++;
          return end();
        }
        client.write(readdressed(frame, brokerPort, port));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: KafkaProxy = {
    address: `127.0.0.1:${port}`,
    cuts: 0,
    loss: 0,
    cutAll() {
      proxy.cuts += open.size;
      for (const socket of open) socket.destroy();
    },
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

/** An address is a host with its length before it, and a port as an int32. */
function readdressed(frame: Buffer, from: number, to: number): Buffer {
  if (frame.length > LARGEST_READDRESSED) return frame;
  const copy = Buffer.from(frame);
  const host = "127.0.0.1";
  for (let at = copy.indexOf(host); at >= 0; at = copy.indexOf(host, at + 1)) {
    const portAt = at + host.length;
    if (portAt + 4 <= copy.length && copy.readInt32BE(portAt) === from) {
      copy.writeInt32BE(to, portAt);
    }
  }
  return copy;
}
