import { assert, assertEquals, assertMatch } from "@std/assert";
import { asArgument, describeStack } from "../../../scripts/local/endpoints.ts";

const STACK = {
  kafka: "127.0.0.1:9092",
  aws: "http://127.0.0.1:4566",
  dataDir: "C:\\Stock prices\\stack",
  pid: 1,
};

Deno.test("the commands of a stack are PowerShell's on Windows, and a POSIX shell's elsewhere", () => {
  const windows = describeStack(STACK, "", "windows");
  assertMatch(windows, /\$env:AWS_ENDPOINT_URL="http:\/\/127\.0\.0\.1:4566"/);
  assert(!windows.includes("export "));
  assertMatch(describeStack(STACK, "", "darwin"), /export AWS_ENDPOINT_URL=http:.* \\\n/);
});

Deno.test("a folder with a space is one argument", () => {
  assertEquals(asArgument(STACK.dataDir), '"C:\\Stock prices\\stack"');
  assertEquals(asArgument("/srv/prices/.local"), "/srv/prices/.local");
});
