/**
 * HTTP requests that go straight to their server, as those of the AWS clients do.
 *
 * Deno's `fetch` sends requests by the proxy that `HTTP_PROXY` names, also to this very machine.
 * @module
 */
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

/** What a server answered. */
export interface DirectResponse {
  status: number;
  /** Headers, by name in lower case. */
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/**
 * Sends a request without a body, by no proxy.
 *
 * @param url Where to
 * @param options Method, headers, and what ends the waiting
 * @returns The answer, whatever its status
 * @throws {Error} Nothing answers there, or not HTTP, or the signal was aborted
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const options = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
 * const server = Deno.serve(options, () => new Response("here"));
 * const { status, text } = await requestDirectly(`http://127.0.0.1:${server.addr.port}/`);
 * assertEquals([status, text], [200, "here"]);
 * await server.shutdown();
 * ```
 */
export function requestDirectly(
  url: string,
  options: { method?: string; headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<DirectResponse> {
  const send = new URL(url).protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    // Without an agent no connection stays open behind the answer.
    const sent = send(url, { ...options, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => text += part);
      response.on("error", reject);
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}
