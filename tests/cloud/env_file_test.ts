import { assertEquals } from "@std/assert";
import { withSettings } from "../../lib/cloud/env_file.ts";

Deno.test("settings written twice stand once, and the user's own lines stay", () => {
  const own = "# my own\nKAFKA_TOPIC=ticks\n";
  const first = withSettings(own, { PIPELINE_TARGET: "aws", S3_DATA_BUCKET: "old" });
  const second = withSettings(first, { PIPELINE_TARGET: "aws", S3_DATA_BUCKET: "new" });
  assertEquals(second.match(/S3_DATA_BUCKET=.*/g), ["S3_DATA_BUCKET=new"]);
  assertEquals(second.startsWith(own), true);
  assertEquals(withSettings(second, undefined), own);
});

Deno.test("a file that held nothing else is empty again", () => {
  assertEquals(withSettings(withSettings("", { A: "1" }), undefined), "");
});

Deno.test("a file whose lines end with CR LF is known again, and keeps its line ends", () => {
  const own = "# my own\r\nKAFKA_TOPIC=ticks\r\n";
  const first = withSettings(own, { S3_DATA_BUCKET: "old" });
  const second = withSettings(first, { S3_DATA_BUCKET: "new" });
  assertEquals(second.match(/S3_DATA_BUCKET=.*/g), ["S3_DATA_BUCKET=new"]);
  assertEquals(second.replaceAll("\r\n", "").includes("\n"), false);
  assertEquals(withSettings(second, undefined), own);
});
