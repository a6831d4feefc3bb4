/** Preflight requests of browsers, which S3 refuses without a CORS configuration; as recorded of AWS. */
import { assertEquals } from "@std/assert";
import { BUCKET, startServer } from "./server.ts";

const CASES: [path: string, headers: Record<string, string>, ...expected: unknown[]][] = [
  [
    `/${BUCKET}/k`,
    {},
    ...[400, "BadRequest", "Insufficient information. Origin request header needed."],
    ...[undefined, undefined],
  ],
  [
    `/${BUCKET}/k`,
    { origin: "http://localhost:3000", "access-control-request-method": "PUT" },
    ...[403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket."],
    ...["PUT", "BUCKET"],
  ],
  [
    `/${BUCKET}/k?uploads`,
    { origin: "http://localhost:3000" },
    ...[403, "AccessForbidden", "CORSResponse: CORS is not enabled for this bucket."],
    ...["OPTIONS", "BUCKET"],
  ],
  [
    "/no-such-bucket/k",
    { origin: "http://localhost:3000" },
    ...[403, "AccessForbidden", "CORSResponse: Bucket not found", "OPTIONS", "BUCKET"],
  ],
];

Deno.test("OPTIONS says why a page may not reach a bucket", async () => {
  await using server = await startServer();
  for (const [path, headers, ...expected] of CASES) {
    const answer = await server.send("OPTIONS", path, { headers });
    assertEquals(
      [answer.status, ...["Code", "Message", "Method", "ResourceType"].map(answer.element)],
      expected,
      path,
    );
  }
});
