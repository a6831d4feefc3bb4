import { assertEquals, assertMatch } from "@std/assert";
import { loadConfig } from "../../lib/config.ts";
import { diskCheck, roomFinding } from "../../lib/doctor/checks/disk.ts";

Deno.test("a disk without room is told of before anything fails on it", () => {
  assertEquals(roomFinding("/data", 5_000_000_000), {
    status: "ok",
    detail: "4,768 MB are free for /data",
  });
  const full = roomFinding("/data", 4096);
  assertEquals([full.status, full.detail], [
    "fail",
    "Only 0 MB are free for /data, too little to store records and answers",
  ]);
});

Deno.test("the disk is that of the data folder, and of nothing on AWS", async () => {
  const look = async (settings: Record<string, string>) =>
    await diskCheck.run(loadConfig(settings), AbortSignal.abort());
  const dataDir = await Deno.makeTempDir();
  assertMatch((await look({ TICKERTAPE_DATA_DIR: dataDir })).detail, /^[\d,]+ MB are free for /);
  await Deno.remove(dataDir);
  assertMatch((await look({ TICKERTAPE_DATA_DIR: dataDir })).detail, / is made by the stack$/);
  const aws = { ...loadConfig({}), target: "aws" } as const;
  const { detail } = await diskCheck.run(aws, AbortSignal.abort());
  assertEquals(detail, "nothing is kept on this machine");
});
