/**
 * An S3 server for tests, with AWS's own client and a way to send what that client would not.
 * @module
 */
import { S3Client } from "@aws-sdk/client-s3";
import { startAwsServer } from "../../../lib/local/aws_server.ts";
import { openDatabase } from "../../../lib/local/database.ts";
import { createObjectStore, createS3Handler, type S3Store } from "../../../lib/local/s3/mod.ts";

/** A server under test. */
export interface TestServer extends AsyncDisposable {
  url: string;
  port: number;
  dir: string;
  store: S3Store;
  client: S3Client;
  /** Lines the server logged: faults of its own. */
  faults: string[];
  /** Sends a request without decoding anything. */
  send(method: string, path: string, options?: SendOptions): Promise<Answer>;
  /** Sends bytes as they are (and with `cut` no more), and gives what comes back as Latin-1. */
  raw(bytes: string | Uint8Array, options?: { cut: boolean }): Promise<string>;
}

export interface SendOptions {
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Content of the first element of a name. */
  element(name: string): string | undefined;
}

/** Starts a server with one bucket, `test-bucket`. */
export async function startServer(): Promise<TestServer> {
  const dir = await Deno.makeTempDir();
  const db = openDatabase(`${dir}/state.sqlite`);
  const store = createObjectStore(db, `${dir}/objects`);
  const faults: string[] = [];
  const log = (line: string) => void faults.push(line);
  const server = startAwsServer({
    port: 0,
    services: [],
    s3: createS3Handler(store, { log }),
    control: () => new Response(null, { status: 404 }),
    log,
  });
  const client = clientOf(server.url);
  store.buckets.create(BUCKET, "us-east-1");
  return {
    ...server,
    dir,
    store,
    client,
    faults,
    send: (method, path, options) => send(server.url, method, path, options),
    raw: (bytes, options) => raw(server.port, bytes, options?.cut ?? false),
    async [Symbol.asyncDispose]() {
      client.destroy();
      await server.close();
      await store.close();
      db.close();
      await Deno.remove(dir, { recursive: true });
    },
  };
}

/** Name of the bucket that is there. */
export const BUCKET = "test-bucket";

/** AWS's client for a server. */
export function clientOf(url: string): S3Client {
  return new S3Client({
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
}

/** What an AWS client's call failed with: name and status. */
export async function failure(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "no error";
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return `${name} ${$metadata?.httpStatusCode}`;
  }
}

async function send(
  url: string,
  method: string,
  path: string,
  { headers = {}, body }: SendOptions = {},
): Promise<Answer> {
  const response = await fetch(url + path, { method, headers, body: body as BodyInit });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    element: (name) => new RegExp(`<${name}[^>]*>([^]*?)</${name}>`).exec(text)?.[1],
  };
}

async function raw(port: number, bytes: string | Uint8Array, cut: boolean): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  const sent = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  const chunks: Uint8Array[] = [];
  try {
    for (let rest = sent; rest.length > 0;) rest = rest.subarray(await connection.write(rest));
    if (cut) await connection.closeWrite();
    const buffer = new Uint8Array(65_536);
    for (let count; (count = await connection.read(buffer)) !== null;) {
      chunks.push(buffer.slice(0, count));
    }
  } catch (error) {
    // A server may hang up on bytes that are no request.
    if (
      !(error instanceof Deno.errors.ConnectionReset || error instanceof Deno.errors.BrokenPipe)
    ) {
      throw error;
    }
  }
  return chunks.map((chunk) => new TextDecoder("latin1").decode(chunk)).join("");
}
