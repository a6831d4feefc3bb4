import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { GetDatabasesCommand, GlueClient } from "@aws-sdk/client-glue";
import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { awsClientOptions, s3ClientOptions } from "../lib/aws.ts";
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

Deno.test("a signature of another time is the clock's fault, not the key's", () => {
  const codeOf = (name: string, message: string) => {
    const error = Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 403 } });
    const failure = awsFailure(loadConfig({}), "look", error);
    assert(failure instanceof TickertapeError);
    return failure.code;
  };
  const times = "20261104T062952Z is now earlier than 20261104T064452Z (20261104T064952Z - 5 min.)";
  const later = "20261104T092200Z is still later than 20261104T092115Z (20261104T091615Z + 5 min.)";
  assertEquals(codeOf("SignatureDoesNotMatch", `Signature expired: ${times}`), "AWS_CLOCK_SKEW");
  assertEquals(
    codeOf("InvalidSignatureException", `Signature not yet current: ${later}`),
    "AWS_CLOCK_SKEW",
  );
  assertEquals(
    codeOf(
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
    ),
    "AWS_CLOCK_SKEW",
  );
  assertEquals(
    codeOf(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
    ),
    "AWS_BAD_CREDENTIALS",
  );
});

Deno.test("a service's own fault is no matter of settings, and passes", () => {
  const failure = (target: Record<string, string>, name: string, httpStatusCode: number) => {
    const error = Object.assign(new Error("It failed"), { name, $metadata: { httpStatusCode } });
    const failed = awsFailure(loadConfig(target), "look", error);
    assert(failed instanceof TickertapeError);
    return failed;
  };
  const own = failure({}, "InternalServiceException", 500);
  assertEquals([own.code, own.retriable], ["AWS_FAULT", true]);
  assertStringIncludes(own.remedy, "stack.log");
  const away = failure(
    {
      PIPELINE_TARGET: "aws",
      KAFKA_BROKERS: "127.0.0.1:9092",
      AWS_REGION: "eu-west-1",
      S3_DATA_BUCKET: "prices",
      GLUE_ROLE: "crawler",
      ATHENA_RESULTS_BUCKET: "answers",
    },
    "SomethingNew",
    503,
  );
  assertEquals([away.code, away.retriable], ["AWS_FAULT", true]);
  assertStringIncludes(away.remedy, "wait");
  assertEquals(failure({}, "ValidationException", 400).code, "AWS_ERROR");
});

Deno.test("an answer that is not AWS's is told as one, whichever protocol was expected", async () => {
  const page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><p>Sign in</html>";
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(page, { status: 501, headers: { "content-type": "text/html" } }),
  );
  const endpoint = `http://127.0.0.1:${server.addr.port}`;
  const config = loadConfig({ AWS_ENDPOINT_URL: endpoint });
  const glue = new GlueClient({ ...awsClientOptions(config), maxAttempts: 1 });
  const s3 = new S3Client({ ...s3ClientOptions(config), maxAttempts: 1 });
  for (
    const ask of [
      () => glue.send(new GetDatabasesCommand({})),
      () => s3.send(new CreateBucketCommand({ Bucket: "prices" })),
    ]
  ) {
    const failure = awsFailure(config, "look", await assertRejects(ask));
    assert(failure instanceof TickertapeError);
    assertEquals(failure.code, "AWS_OTHER_ANSWER");
    assertEquals(
      failure.message,
      `Could not look: what answers at ${endpoint} is no service of AWS's`,
    );
  }
  glue.destroy();
  s3.destroy();
});
