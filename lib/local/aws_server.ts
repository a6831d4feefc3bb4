/**
 * The HTTP server of the embedded AWS services: S3, Glue, Athena and STS at one loopback port.
 * @module
 */
import { AwsError } from "./aws_error.ts";
import { handleJson } from "./aws/json_protocol.ts";
import { handleSts } from "./aws/sts.ts";
import type { JsonService } from "./types.ts";

/** What the server is made of. */
export interface AwsServerOptions {
  /** Port to listen at on 127.0.0.1; 0 picks one. */
  port: number;
  /** Services behind the AWS JSON protocol. */
  services: readonly JsonService[];
  /** S3: answers everything that is not another service's. */
  s3: (request: Request) => Promise<Response>;
  /** Answers paths below `/_tickertape/`, which can be no bucket. */
  control: (request: Request, path: string) => Promise<Response> | Response;
  /** Takes a line about a fault of the server. */
  log: (line: string) => void;
}

/** A running server. */
export interface AwsServer {
  port: number;
  /** URL of all its services. */
  url: string;
  /** Stops listening; answers under way get a moment to finish. */
  close(): Promise<void>;
}

/** Path of the stack's own requests; the underscore keeps it apart from every bucket's name. */
const CONTROL_PATH = "/_tickertape/";

/** How long a stop waits for answers under way. */
const CLOSE_MS = 2_000;

/**
 * Starts the server. It listens on 127.0.0.1 alone, and checks no signatures.
 *
 * @param options What it is made of
 * @returns The running server
 * @throws {Deno.errors.AddrInUse} The port is taken
 */
export function startAwsServer(options: AwsServerOptions): AwsServer {
  const abort = new AbortController();
  const underWay = new Set<Promise<void>>();
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: options.port,
    signal: abort.signal,
    onListen: () => {},
    onError: (error) => {
      options.log(`AWS server: ${Deno.inspect(error)}`);
      return new Response(null, { status: 500 });
    },
  }, (request, { completed }) => {
    // Whether an answer got through is the client's to know: here it is only waited for.
    const done = completed.catch(() => {}).finally(() => underWay.delete(done));
    underWay.add(done);
    return answer(request, options);
  });
  const { port } = server.addr;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async close() {
      const waited = Promise.withResolvers<void>();
      const timer = setTimeout(waited.resolve, CLOSE_MS);
      await Promise.race([Promise.all(underWay), waited.promise]);
      clearTimeout(timer);
      abort.abort();
      await server.finished;
    },
  };
}

async function answer(request: Request, options: AwsServerOptions): Promise<Response> {
  const refusal = foreign(request);
  if (refusal !== undefined) return refusal;
  if (request.headers.has("x-amz-target")) {
    return await handleJson(request, options.services, options.log);
  }
  const path = request.url.replace(/^[a-z]+:\/\/[^/?]*/i, "");
  if (path.startsWith(CONTROL_PATH)) {
    return await options.control(request, path.slice(CONTROL_PATH.length));
  }
  const type = request.headers.get("content-type") ?? "";
  if (request.method === "POST" && path === "/" && type.includes("x-www-form-urlencoded")) {
    return await handleSts(request);
  }
  return await options.s3(request);
}

/**
 * Refuses what a web page of somewhere else sends: a browser lets any page send requests to this
 * machine, by its own name for it too, and signatures are not checked.
 */
function foreign(request: Request): Response | undefined {
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const ours = (url: string) =>
    URL.canParse(url) &&
    /^(localhost|.*\.localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(url).hostname);
  if ((origin === null || ours(origin)) && (host === null || ours(`http://${host}`))) {
    return undefined;
  }
  const error = new AwsError("AccessDenied", "Requests from elsewhere are not answered", 403);
  return Response.json({ __type: error.code, message: error.message }, { status: error.status });
}
