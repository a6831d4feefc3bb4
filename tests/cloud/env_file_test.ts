import { assertEquals } from "@std/assert";
import { withoutSettings, withSettings } from "../../lib/cloud/env_file.ts";

const OWNER = { stackName: "tickertape", region: "eu-west-1" };

Deno.test("settings written twice stand once, and the user's own lines stay", () => {
  const own = "# my own\nKAFKA_TOPIC=ticks\n";
  const first = withSettings(own, OWNER, { PIPELINE_TARGET: "aws", S3_DATA_BUCKET: "old" });
  const second = withSettings(first, OWNER, { PIPELINE_TARGET: "aws", S3_DATA_BUCKET: "new" });
  assertEquals(second.match(/S3_DATA_BUCKET=.*/g), ["S3_DATA_BUCKET=new"]);
  assertEquals(second.startsWith(own), true);
  assertEquals(withoutSettings(second, OWNER), own);
});

Deno.test("lines that were added below the settings stay", () => {
  const text = withSettings("A=1\n", OWNER, { S3_DATA_BUCKET: "old" }) + "KAFKA_PASSWORD=own\n";
  assertEquals(withoutSettings(text, OWNER), "A=1\nKAFKA_PASSWORD=own\n");
  assertEquals(
    withSettings(text, OWNER, { S3_DATA_BUCKET: "new" }).startsWith("A=1\nKAFKA_PASSWORD=own\n"),
    true,
  );
});

Deno.test("settings of another stack make way for new ones, and stay when this one goes", () => {
  const others = withSettings("", { ...OWNER, stackName: "other" }, { S3_DATA_BUCKET: "theirs" });
  assertEquals(withoutSettings(others, OWNER), others);
  assertEquals(withoutSettings(others, { ...OWNER, stackName: "othe" }), others);
  assertEquals(withoutSettings(others, { stackName: "other", region: "us-east-1" }), others);
  const ours = withSettings(others, OWNER, { S3_DATA_BUCKET: "ours" });
  assertEquals(ours.match(/S3_DATA_BUCKET=.*/g), ["S3_DATA_BUCKET=ours"]);
  assertEquals(withoutSettings(ours, OWNER), "");
});

Deno.test("a file without such a part stays as it is, byte for byte", () => {
  for (const text of ["", "A=1", "A=1\n\n\n", "A=1\r\nB=2"]) {
    assertEquals(withoutSettings(text, OWNER), text);
  }
});

Deno.test("a file whose lines end with CR LF is known again, and keeps its line ends", () => {
  const own = "# my own\r\nKAFKA_TOPIC=ticks\r\n";
  const first = withSettings(own, OWNER, { S3_DATA_BUCKET: "old" });
  const second = withSettings(first, OWNER, { S3_DATA_BUCKET: "new" });
  assertEquals(second.match(/S3_DATA_BUCKET=.*/g), ["S3_DATA_BUCKET=new"]);
  assertEquals(second.replaceAll("\r\n", "").includes("\n"), false);
  assertEquals(withoutSettings(second, OWNER), own);
});
