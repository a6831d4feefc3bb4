/**
 * A TCP proxy in front of a broker that cuts connections at chosen requests.
 * @module
 */

/** What is done to a request: let through, or the connection is cut before or after the broker has it. */
export type Fate = "pass" | "cut before" | "cut after";

/** A running proxy. */
export interface Proxy {
  /** `host:port` to connect to. */
  address: string;
  /** Connections cut so far. */
  cuts: number;
  close(): Promise<void>;
}

const PRODUCE = 0;

/**
 * Starts a proxy. Addresses in the broker's answers are rewritten to the proxy's own, so that the
 * client keeps coming through it.
 *
 * @param broker `host:port` of the broker
 * @param fate Told the number of each produce request, from 1; says what happens to it
 * @param advertised Port that clients are sent to; by default the proxy's own
 * @returns The proxy
 */
export function startProxy(
  broker: string,
  fate: (request: number) => Fate,
  advertised?: number,
): Proxy {
  const [hostname = "", portText = ""] = broker.split(":");
  const brokerPort = Number(portText);
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const ownPort = listener.addr.port;
  const toldPort = advertised ?? ownPort;
  const open = new Set<Deno.Conn>();
  let requests = 0;
  const proxy = {
    address: `127.0.0.1:${ownPort}`,
    cuts: 0,
    close: async () => {
      listener.close();
      for (const connection of [...open]) shut(connection);
      await serving;
    },
  };
  const shut = (connection: Deno.Conn) => {
    if (open.delete(connection)) connection.close();
  };
  const serving = (async () => {
    const pairs: Promise<void>[] = [];
    for await (const client of listener) {
      open.add(client);
      pairs.push(serve(client));
    }
    await Promise.all(pairs);
  })();

  async function serve(client: Deno.Conn): Promise<void> {
    const server = await Deno.connect({ hostname, port: brokerPort });
    open.add(server);
    const lostAnswers = new Set<number>();
    const cut = () => {
      proxy.cuts++;
      shut(client);
      shut(server);
    };
    const upwards = async () => {
      for await (const frame of frames(client)) {
        const view = new DataView(frame.buffer, frame.byteOffset);
        const chosen = view.getInt16(4) === PRODUCE ? fate(++requests) : "pass";
        if (chosen === "cut before") return cut();
        if (chosen === "cut after") lostAnswers.add(view.getInt32(8));
        await writeAll(server, frame);
      }
    };
    const downwards = async () => {
      for await (const frame of frames(server)) {
        const correlationId = new DataView(frame.buffer, frame.byteOffset).getInt32(4);
        if (lostAnswers.has(correlationId)) return cut();
        await writeAll(client, readdressed(frame, hostname, brokerPort, toldPort));
      }
    };
    await Promise.allSettled([upwards(), downwards()].map((way) =>
      way.finally(() => {
        shut(client);
        shut(server);
      })
    ));
  }
  return proxy;
}

/** Requests and answers of Kafka's protocol: each begins with its length as an int32. */
async function* frames(connection: Deno.Conn): AsyncGenerator<Uint8Array> {
  let rest = new Uint8Array();
  for await (const chunk of connection.readable) {
    const bytes = new Uint8Array(rest.length + chunk.length);
    bytes.set(rest);
    bytes.set(chunk, rest.length);
    let at = 0;
    while (bytes.length - at >= 4) {
      const end = at + 4 + new DataView(bytes.buffer, at).getInt32(0);
      if (end > bytes.length) break;
      yield bytes.subarray(at, end);
      at = end;
    }
    rest = bytes.slice(at);
  }
}

/** A broker's address in an answer is its host with the length before it, and its port as an int32. */
function readdressed(frame: Uint8Array, host: string, from: number, to: number): Uint8Array {
  const name = new TextEncoder().encode(host);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  for (let at = 8; at + name.length + 4 <= frame.length; at++) {
    const here = name.every((byte, index) => frame[at + index] === byte);
    if (here && view.getInt32(at + name.length) === from) view.setInt32(at + name.length, to);
  }
  return frame;
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.length > 0) rest = rest.subarray(await connection.write(rest));
}
