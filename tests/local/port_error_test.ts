import { assert, assertEquals, assertMatch } from "@std/assert";
import { portError } from "../../lib/local/port_error.ts";

Deno.test("a port the system keeps to itself is told as that, with what lists such ports", async () => {
  // What Windows answers for a port of an excluded range, WSAEACCES.
  const refused = new Deno.errors.PermissionDenied("An attempt was made … (os error 10013)");
  const error = await portError(refused, "Kafka", "--kafka-port", 9092, () => true);
  assertEquals(error?.code, "PORT_NOT_ALLOWED");
  assertMatch(error!.message, /port 9092/);
  assertMatch(error!.remedy, /netsh.*\n.*--kafka-port 0/);
});

Deno.test("a folder that may not be written to is not told as a port", async () => {
  const refused = new Deno.errors.PermissionDenied(
    "Permission denied (os error 13): mkdir 'kafka'",
  );
  const free = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  free.close();
  assertEquals(await portError(refused, "Kafka", "--kafka-port", free.addr.port), undefined);
});

Deno.test("what is no failure to listen stays what it is", async () => {
  assert(await portError(new TypeError("other"), "Kafka", "--kafka-port", 1) === undefined);
});
