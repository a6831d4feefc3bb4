/**
 * An AWS that answers as a test says: for states that take time, and for errors that are rare.
 * @module
 */
import { type Config, loadConfig } from "../lib/config.ts";

/** An error of a service, as its JSON protocol sends it. */
export class Fault {
  constructor(readonly type: string, readonly message: string, readonly fields: object = {}) {}
}

/** Answers by operation, such as `AmazonAthena.StartQueryExecution`; S3 by its method, such as `HEAD`. */
export type Answers = Record<string, (input: Record<string, unknown>) => unknown>;

/** A scripted AWS that runs. */
export interface ScriptedAws extends AsyncDisposable {
  config: Config;
  /** Operations that were called, with their input. */
  calls: { operation: string; input: Record<string, unknown> }[];
}

/**
 * Starts one.
 *
 * @param answers What it answers
 * @returns It, with settings that lead to it
 */
export function scriptedAws(answers: Answers): ScriptedAws {
  const calls: ScriptedAws["calls"] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const operation = request.headers.get("x-amz-target") ?? request.method;
      const body = await request.text();
      const input = operation.includes(".")
        ? JSON.parse(body)
        : { url: new URL(request.url).pathname + new URL(request.url).search, body };
      calls.push({ operation, input });
      const answer = answers[operation]?.(input) ?? {};
      if (answer instanceof Response) return answer;
      if (!(answer instanceof Fault)) return Response.json(operation === "HEAD" ? null : answer);
      const { type, message, fields } = answer;
      return Response.json({ __type: type, message, Message: message, ...fields }, { status: 400 });
    },
  );
  return {
    config: loadConfig({ AWS_ENDPOINT_URL: `http://127.0.0.1:${server.addr.port}` }),
    calls,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}
