/**
 * An HTTP proxy in front of S3, which refuses, delays, and loses answers by chance.
 * @module
 */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { Buffer } from "node:buffer";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/** What is done to a request. */
export type S3Fault =
  /** 500, 503, or 409 where something is put; and nothing is done. */
  | "refused"
  /** It is carried out, and its answer never comes. */
  | "lost"
  /** It is carried out, and the answer is a 500. */
  | "500 after the write"
  /** It is carried out, but late. */
  | "late"
  /** It is carried out, and its answer comes late. */
  | "slow";

/** A running proxy. */
export interface S3Proxy {
  url: string;
  /** Probability that a request meets a fault. */
  probability: number;
  /** Faults so far. */
  faults: Record<S3Fault, number>;
  close(): Promise<void>;
}

const KINDS: S3Fault[] = ["refused", "lost", "500 after the write", "late", "slow"];
const REFUSALS = [[500, "InternalError"], [503, "SlowDown"]] as const;
/** Only what is written on a condition meets it. */
const CONFLICT = [409, "ConditionalRequestConflict"] as const;
const LONGEST_DELAY_MS = 3_000;

/**
 * Starts a proxy.
 *
 * @param target Port of S3, on the loopback
 * @param random Gives numbers from 0 to 1
 * @returns The proxy
 */
export async function startS3Proxy(target: number, random: () => number): Promise<S3Proxy> {
  const serve = async (incoming: IncomingMessage, answer: ServerResponse) => {
    const body = Buffer.concat(await Array.fromAsync(incoming));
    const fault = random() < proxy.probability
      ? KINDS[Math.floor(random() * KINDS.length)]
      : undefined;
    if (fault) proxy.faults[fault]++;
    const delay = random() * LONGEST_DELAY_MS;
    if (fault === "refused") {
      const refusals = incoming.method === "PUT" ? [...REFUSALS, CONFLICT] : REFUSALS;
      const [status, code] = refusals[Math.floor(random() * refusals.length)]!;
      return refuse(answer, status, code);
    }
    if (fault === "late") await sleep(delay);
    const { status, headers, bytes } = await forward(target, incoming, body);
    if (fault === "lost") return void incoming.socket.destroy();
    if (fault === "500 after the write") return refuse(answer, 500, "InternalError");
    if (fault === "slow") await sleep(delay);
    answer.writeHead(status, headers).end(bytes);
  };
  const server = createServer((incoming, answer) => {
    // A stack that is down cuts the connection, as it would without a proxy.
    serve(incoming, answer).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const proxy: S3Proxy = {
    url: `http://127.0.0.1:${port}`,
    probability: 0,
    faults: { "refused": 0, "lost": 0, "500 after the write": 0, "late": 0, "slow": 0 },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return proxy;
}

function refuse(answer: ServerResponse, status: number, code: string): void {
  const text =
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>by chance</Message></Error>`;
  answer.writeHead(status, { "content-type": "application/xml" }).end(text);
}

interface Forwarded {
  status: number;
  headers: IncomingMessage["headers"];
  bytes: Buffer;
}

function forward(port: number, incoming: IncomingMessage, body: Buffer): Promise<Forwarded> {
  const { method, url: path, headers } = incoming;
  return new Promise((resolve, reject) => {
    const onward = request({ host: "127.0.0.1", port, method, path, headers }, async (answer) => {
      try {
        const bytes = Buffer.concat(await Array.fromAsync(answer));
        resolve({ status: answer.statusCode ?? 500, headers: answer.headers, bytes });
      } catch (error) {
        reject(error);
      }
    });
    onward.on("error", reject);
    onward.end(body);
  });
}
