import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { projectDir } from "../lib/config.ts";
import { findMisnamed, SETTING_NAMES } from "../lib/setting_names.ts";

for (
  const [name, nearest] of [
    ["KAFKA_BROKER", "KAFKA_BROKERS"],
    ["KAKFA_BROKERS", "KAFKA_BROKERS"],
    ["kafka_brokers", "KAFKA_BROKERS"],
    ["KAFKA_GROUPID", "KAFKA_GROUP_ID"],
    ["PIPELINE_TRAGET", "PIPELINE_TARGET"],
    ["S3_DATA_BUKET", "S3_DATA_BUCKET"],
    ["ATHENA_RESULT_BUCKET", "ATHENA_RESULTS_BUCKET"],
    ["KAFKA_SASL", "KAFKA_SASL_MECHANISM"],
    ["TICKERTAPE_DATA", "TICKERTAPE_DATA_DIR"],
    ["AWS_ACCESS_KEY_ID", undefined],
    ["GLUE_SOMETHING_ELSE", undefined],
  ] as const
) {
  Deno.test(`${name} is no setting${nearest ? `; ${nearest} may be meant` : ""}`, () => {
    assertEquals(findMisnamed([name]), [nearest ? { name, nearest } : { name }]);
  });
}

Deno.test("settings, and other programs' variables, are let be", () => {
  assertEquals(findMisnamed([...SETTING_NAMES, "PATH", "COMPOSE_PROFILES", "PORT", "S3", ""]), []);
});

Deno.test("the names are those that the settings read", async () => {
  const source = await Deno.readTextFile(join(projectDir, "lib", "config.ts"));
  const read = [...source.matchAll(/(?:(?:get|need|bucket|oneOf)\(\s*"|env\.)([A-Z][A-Z0-9_]+)/g)];
  assertEquals([...new Set(read.map(([, name]) => name))].sort(), SETTING_NAMES.toSorted());
});
