import { GetDatabaseCommand, GlueClient } from "@aws-sdk/client-glue";
import { AthenaClient, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { assertEquals, assertMatch } from "@std/assert";
import { startAwsServer } from "../../lib/local/aws_server.ts";
import { AwsError } from "../../lib/local/aws_error.ts";
import type { JsonService } from "../../lib/local/types.ts";

/** A service that answers with what it was asked, or fails as it was asked to. */
function echo(target: string): JsonService {
  return {
    target,
    handle(operation, input) {
      if (operation === "GetDatabase") {
        throw new AwsError("EntityNotFoundException", `Database ${input.Name} not found.`);
      }
      if (operation === "StartQueryExecution") {
        throw new AwsError("InvalidRequestException", "line 1:1: mismatched input", 400, {
          AthenaErrorCode: "MALFORMED_QUERY",
        });
      }
      if (operation === "Fault") throw new TypeError("a fault");
      return Promise.resolve({
        operation,
        input,
        time: new Date(1_500),
        count: 2n,
        bytes: new Uint8Array([104, 105]),
      });
    },
    close: () => Promise.resolve(),
  };
}

async function withServer(
  test: (url: string, faults: string[]) => Promise<void>,
): Promise<void> {
  const faults: string[] = [];
  const server = startAwsServer({
    port: 0,
    services: [echo("AWSGlue"), echo("AmazonAthena")],
    s3: () => Promise.resolve(new Response("s3")),
    control: (_request, path) => new Response(`control ${path}`),
    log: (line) => void faults.push(line),
  });
  try {
    await test(server.url, faults);
  } finally {
    await server.close();
  }
}

function json(url: string, target: string, body: string): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "x-amz-target": target, "content-type": "application/x-amz-json-1.1" },
    body,
  });
}

const credentials = { accessKeyId: "a", secretAccessKey: "b" };

Deno.test("a JSON service is found by its target", () =>
  withServer(async (endpoint) => {
    const response = await json(endpoint, "AWSGlue.Echo", '{"a":1}');
    assertEquals(response.status, 200);
    assertEquals(response.headers.get("content-type"), "application/x-amz-json-1.1");
    assertMatch(response.headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
    // Times are epoch seconds and blobs base64 by the protocol's documentation.
    assertEquals(await response.json(), {
      operation: "Echo",
      input: { a: 1 },
      time: 1.5,
      count: 2,
      bytes: "aGk=",
    });
  }));

Deno.test("a service's error reaches AWS's clients with name, status and members", () =>
  withServer(async (endpoint) => {
    const options = { endpoint, region: "us-east-1", credentials, maxAttempts: 1 };
    const glue = new GlueClient(options);
    const athena = new AthenaClient(options);
    // deno-lint-ignore no-explicit-any
    const errorOf = (call: Promise<unknown>) => call.then(() => undefined, (error: any) => error);
    const missing = await errorOf(glue.send(new GetDatabaseCommand({ Name: "db" })));
    assertEquals(
      [missing.name, missing.message, missing.$metadata.httpStatusCode],
      ["EntityNotFoundException", "Database db not found.", 400],
    );
    const malformed = await errorOf(
      athena.send(new StartQueryExecutionCommand({ QueryString: "selec" })),
    );
    assertEquals(
      [malformed.name, malformed.message, malformed.AthenaErrorCode],
      ["InvalidRequestException", "line 1:1: mismatched input", "MALFORMED_QUERY"],
    );
    glue.destroy();
    athena.destroy();
  }));

Deno.test("what is no request of a service gets the protocol's errors", () =>
  withServer(async (endpoint, faults) => {
    const typeOf = async (target: string, body: string) => {
      const response = await json(endpoint, target, body);
      const { __type } = await response.json();
      assertEquals(response.headers.get("x-amzn-errortype"), __type);
      return [response.status, __type];
    };
    assertEquals(await typeOf("AWSGlue.Echo", "{"), [400, "SerializationException"]);
    assertEquals(await typeOf("AWSGlue.Echo", "[]"), [400, "SerializationException"]);
    assertEquals(await typeOf("AWSGlue.Echo", "null"), [400, "SerializationException"]);
    assertEquals(await typeOf("AWSGlue.Echo", "\xff"), [400, "SerializationException"]);
    assertEquals(await typeOf("Nothing.Echo", "{}"), [400, "UnknownOperationException"]);
    assertEquals(await typeOf("nothing", "{}"), [400, "UnknownOperationException"]);
    assertEquals(
      await typeOf("AWSGlue.Echo", `"${"x".repeat(11 * 1024 * 1024)}"`),
      [413, "RequestEntityTooLargeException"],
    );
    assertEquals(faults, []);
  }));

Deno.test("a fault of a service is answered and logged, and ends nothing", () =>
  withServer(async (endpoint, faults) => {
    const response = await json(endpoint, "AWSGlue.Fault", "{}");
    assertEquals(response.status, 500);
    assertEquals((await response.json()).__type, "InternalServiceException");
    assertEquals(faults.length, 1);
    assertMatch(faults[0]!, /^AWSGlue\.Fault: TypeError: a fault/);
    assertEquals((await json(endpoint, "AWSGlue.Echo", "{}")).status, 200);
  }));

Deno.test("STS tells who the caller is", () =>
  withServer(async (endpoint) => {
    const ask = async (body: string) => {
      const response = await fetch(endpoint, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
        body,
      });
      return [response.status, await response.text()] as const;
    };
    const [status, text] = await ask("Action=GetCallerIdentity&Version=2011-06-15");
    assertEquals(status, 200);
    assertMatch(text, /<Account>000000000000<\/Account>/);
    assertMatch(text, /<Arn>arn:aws:iam::000000000000:user\/local<\/Arn>/);
    const [wrong, error] = await ask("Action=AssumeRole&Version=2011-06-15");
    assertEquals(wrong, 400);
    assertMatch(error, /<Code>InvalidAction<\/Code>/);
  }));

Deno.test("requests that a web page of elsewhere makes are refused", () =>
  withServer(async (endpoint) => {
    const { port } = new URL(endpoint);
    const statusOf = async (headers: string) => {
      using connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(port) });
      const request = `GET / HTTP/1.1\r\nConnection: close\r\n${headers}\r\n\r\n`;
      await connection.write(new TextEncoder().encode(request));
      const buffer = new Uint8Array(1_000);
      const count = await connection.read(buffer) ?? 0;
      return new TextDecoder().decode(buffer.subarray(0, count)).split(" ")[1];
    };
    assertEquals(await statusOf("Host: localhost:1"), "200");
    assertEquals(await statusOf("Host: [::1]:1\r\nOrigin: http://localhost:8888"), "200");
    assertEquals(await statusOf("Host: evil.example"), "403");
    assertEquals(await statusOf("Host: 127.0.0.1\r\nOrigin: https://evil.example"), "403");
    assertEquals(await statusOf("Host: 127.0.0.1\r\nOrigin: null"), "403");
    assertEquals(await statusOf("Host: 127.0.0.1.evil.example"), "403");
  }));

Deno.test("a client that never finishes its request does not hold up the stop", async () => {
  const server = startAwsServer({
    port: 0,
    services: [echo("AWSGlue")],
    s3: () => Promise.resolve(new Response("s3")),
    control: () => new Response(),
    log: () => {},
  });
  using connection = await Deno.connect({ hostname: "127.0.0.1", port: server.port });
  const cut = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: AWSGlue.Echo\r\n" +
    "Content-Length: 10\r\n\r\n{";
  await connection.write(new TextEncoder().encode(cut));
  // Its answer shows that the server has taken the connection above.
  assertEquals(await (await fetch(server.url)).text(), "s3");
  await server.close();
});
