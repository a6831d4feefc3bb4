/**
 * The tunnel by AWS's own Session Manager plugin, to a real broker whose only listener is on the
 * instance's loopback: what `deno task aws up` makes without `--public`.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";
import { projectDir } from "../../../lib/config.ts";
import { freePort, hasProgram } from "../tools.ts";
import { end, SIGNED_IN, summary } from "./aws_task.ts";
import { canRunBroker, withSecuredBroker } from "./broker.ts";
import { startSessionManager } from "./session_manager.ts";

const ignore = !(await canRunBroker()) || !(await hasProgram("session-manager-plugin"));
if (ignore) {
  console.warn("skipped: a real tunnel, which needs session-manager-plugin, java, mvn, openssl");
}

const PROCESS = fileURLToPath(new URL("../../cloud/tunnel_process.ts", import.meta.url));

function run(script: string, args: string[], env: Record<string, string>): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", script === PROCESS ? "-P=cloud" : "-P=client", script, ...args],
    cwd: projectDir,
    env: { ...SIGNED_IN, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

Deno.test({ name: "records go through the real plugin to a real broker", ignore }, async () => {
  const port = freePort();
  // As the instance's broker does, it tells clients the tunnel's end to come back to.
  const advertised = ({ tlsPort }: { tlsPort: number }) =>
    `advertised.listeners=PLAINTEXT://127.0.0.1:${port},SASL_SSL://127.0.0.1:${tlsPort}\n`;
  await withSecuredBroker(advertised, async (broker) => {
    await using service = startSessionManager(broker.port);
    const tunnel = run(PROCESS, [service.url, String(port)], {});
    const reader = tunnel.stderr.pipeThrough(new TextDecoderStream()).getReader();
    assertStringIncludes((await reader.read()).value ?? "", "open");

    const env = { KAFKA_BROKERS: `127.0.0.1:${port}`, TICKERTAPE_DATA_DIR: "no-such-folder" };
    const produced = await end(
      run("scripts/produce.ts", ["--count", "2000", "--rate", "max", "--json"], env),
    );
    assertEquals(produced.code, 0, produced.err);
    assertEquals(summary(produced).produced, 2_000);
    const { checks } = summary(await end(run("scripts/doctor.ts", ["--json"], env)));
    const found = (name: string) => checks.find((check: { name: string }) => check.name === name);
    assertStringIncludes(found("advertised address").detail, `is at 127.0.0.1:${port}`);
    assertEquals(found("topic").status, "ok");

    const second = await end(run(PROCESS, [service.url, String(port)], {}));
    assertEquals(second.code, 1);
    assertStringIncludes(second.err, `127.0.0.1:${port} is taken`);

    tunnel.kill("SIGINT");
    assertEquals((await tunnel.status).code, 0);
    await tunnel.stdout.cancel();
    await reader.cancel();
    assert(service.asked.includes("flag"), "the plugin did not end the session itself");
    assertEquals(service.asked.filter((operation) => operation !== "flag"), [
      "StartSession",
      "TerminateSession",
    ]);
    Deno.listen({ hostname: "127.0.0.1", port }).close();
  });
});
