import * as sdk from "@aws-sdk/client-s3";
import { assert, assertEquals } from "@std/assert";
import { s3Operations } from "../../../lib/local/s3/mod.ts";

Deno.test("the operations are ones of S3's API, each once", () => {
  for (const name of s3Operations) assert(`${name}Command` in sdk, name);
  assertEquals(new Set(s3Operations).size, s3Operations.length);
});
