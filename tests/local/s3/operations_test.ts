import * as sdk from "@aws-sdk/client-s3";
import { assert, assertEquals } from "@std/assert";
import { s3Operations } from "../../../lib/local/s3/mod.ts";

Deno.test("the operations are ones of S3's API, each once", () => {
  // A form's upload is for browsers: the SDK only signs one.
  const commands = s3Operations.filter((name) => name !== "PostObject");
  for (const name of commands) assert(`${name}Command` in sdk, name);
  assertEquals(new Set(s3Operations).size, s3Operations.length);
});
