import { assert, assertEquals, assertRejects } from "@std/assert";
import { GetDatabasesCommand, GlueClient } from "@aws-sdk/client-glue";
import { awsClientOptions } from "../lib/aws.ts";
import { awsFailure } from "../lib/aws_failure.ts";
import { loadConfig } from "../lib/config.ts";
import { TickertapeError } from "../lib/errors.ts";

Deno.test("a server that takes requests and answers none is given up", async () => {
  const answered = Promise.withResolvers<Response>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => answered.promise,
  );
  const config = loadConfig({ AWS_ENDPOINT_URL: `http://127.0.0.1:${server.addr.port}` });
  const { requestHandler, ...options } = awsClientOptions(config);
  const client = new GlueClient({
    ...options,
    maxAttempts: 1,
    requestHandler: { ...requestHandler, requestTimeout: 50 },
  });
  const error = await assertRejects(() => client.send(new GetDatabasesCommand({})));
  const failure = awsFailure(config, "list", error);
  assert(failure instanceof TickertapeError);
  assertEquals(failure.code, "AWS_UNREACHABLE");
  client.destroy();
  answered.resolve(new Response());
  await server.shutdown();
});
