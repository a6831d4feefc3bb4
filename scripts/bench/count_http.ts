/**
 * An HTTP proxy that counts requests by their method.
 * @module
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { count, type CountingProxy, listen } from "./counting.ts";

/**
 * Starts a proxy in front of a service on the loopback. It changes nothing: signatures stay true, for
 * the client's `Host` is passed on.
 *
 * @param url Where the service answers
 * @returns The proxy
 */
export async function countHttpRequests(url: string): Promise<CountingProxy> {
  const { hostname, port } = new URL(url);
  const counts = new Map<string, number>();
  const server = createServer((incoming, answer) => {
    count(counts, incoming.method ?? "");
    // Where one side breaks off, so does the other.
    forward(incoming, answer, { host: hostname, port }).catch(() => incoming.socket.destroy());
  });
  return {
    address: `127.0.0.1:${await listen(server)}`,
    counts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function forward(
  incoming: IncomingMessage,
  answer: ServerResponse,
  to: { host: string; port: string },
): Promise<void> {
  const { method, url: path, headers } = incoming;
  const onward = request({ ...to, method, path, headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once("response", resolve).once("error", reject);
  });
  const [from] = await Promise.all([answered, pipeline(incoming, onward)]);
  answer.writeHead(from.statusCode ?? 502, from.headers);
  await pipeline(from, answer);
}
