import { assertEquals, assertMatch } from "@std/assert";
import { TickertapeError, UsageError } from "../lib/errors.ts";

Deno.test("an error carries its code, its remedy and its cause", () => {
  const cause = new Error("connection refused");
  const error = new TickertapeError({
    code: "BROKER_DOWN",
    message: "Could not reach 127.0.0.1:9092",
    remedy: "Start it with: deno task local",
    retriable: true,
    cause,
  });
  assertEquals(error.code, "BROKER_DOWN");
  assertEquals(error.remedy, "Start it with: deno task local");
  assertEquals(error.retriable, true);
  assertEquals(error.cause, cause);
});

Deno.test("a usage error is not retriable and has no cause of its own", () => {
  const error = new UsageError("--rate takes a number, not 'fast'", "Try --rate 50");
  assertEquals([error.code, error.retriable, error.cause], ["USAGE", false, undefined]);
});

Deno.test("the stack says what to do, before where it happened", () => {
  const error = new UsageError("--rate takes a number, not 'fast'", "Try --rate 50");
  const [what, remedy, frame = ""] = (error.stack ?? "").split("\n");
  assertEquals(what, "UsageError: --rate takes a number, not 'fast'");
  assertEquals(remedy, "→ Try --rate 50");
  assertMatch(frame, /^ +at .*errors_test\.ts:/);
});
