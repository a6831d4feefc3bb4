/** A machine whose clock is off, on an AWS that looks at when a request was signed. */
import { assertEquals, assertMatch } from "@std/assert";
import { loadConfig } from "../../lib/config.ts";
import { CHECKS, runChecks } from "../../lib/doctor/mod.ts";
import { pause } from "../../lib/pause.ts";

/** How far AWS's clock is ahead, and what it bears. */
const AHEAD_MS = 20 * 60_000;
const BEARS_MS = 5 * 60_000;

Deno.test("a clock that is off is told, although the SDK puts its own requests right", async () => {
  const refused: string[] = [];
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const operation = request.headers.get("x-amz-target") ?? request.method;
      const now = Date.now() + AHEAD_MS;
      const date = { date: new Date(now).toUTCString() };
      const signed = request.headers.get("x-amz-date");
      if (signed === null || Math.abs(now - instant(signed)) < BEARS_MS) {
        return granted(operation, date);
      }
      refused.push(operation);
      return refusal(operation, date);
    },
  );
  const config = loadConfig({ AWS_ENDPOINT_URL: `http://127.0.0.1:${server.addr.port}` });
  const names = ["clock", "AWS credentials", "work group"];
  const checks = CHECKS.filter(({ name }) => names.includes(name));
  const results = await Array.fromAsync(runChecks(config, checks));
  assertEquals(results.map(({ name, status }) => [name, status]), [
    ["clock", "fail"],
    ["AWS credentials", "ok"],
    ["work group", "ok"],
  ]);
  // Less than it is by what the answer took.
  assertMatch(results[0]!.detail, /^this machine's clock is 1(1[5-9]\d|200) s behind AWS's$/);
  assertEquals(refused, ["POST", "AmazonAthena.GetWorkGroup"]);
});

/** The moment of a signature's `20261104T062952Z`. */
function instant(text: string): number {
  return Date.parse(text.replace(/^(....)(..)(..T..)(..)(..Z)$/, "$1-$2-$3:$4:$5"));
}

function granted(operation: string, headers: HeadersInit): Response {
  if (operation.includes(".")) {
    return Response.json({ WorkGroup: { State: "ENABLED" } }, { headers });
  }
  const body = "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012" +
    "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
  return new Response(operation === "HEAD" ? null : body, { headers });
}

/** As services of JSON answer, and as those of XML do. */
function refusal(operation: string, headers: HeadersInit): Response {
  const message = "Signature expired: 20261104T062952Z is now earlier than 20261104T064452Z " +
    "(20261104T064952Z - 5 min.)";
  if (operation.includes(".")) {
    const body = { __type: "InvalidSignatureException", message };
    return Response.json(body, { status: 400, headers });
  }
  const body = "<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code>" +
    `<Message>${message}</Message></Error></ErrorResponse>`;
  return new Response(body, { status: 403, headers });
}

Deno.test("an answer that comes late is no clock that is off", async () => {
  await using server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async () => {
      const date = new Date().toUTCString();
      await pause(4_000);
      return new Response(null, { headers: { date } });
    },
  );
  const config = loadConfig({ AWS_ENDPOINT_URL: `http://127.0.0.1:${server.addr.port}` });
  const check = CHECKS.filter(({ name }) => name === "clock");
  const [result] = await Array.fromAsync(runChecks(config, check));
  assertEquals(result?.detail, "this machine's clock and AWS's agree");
});
