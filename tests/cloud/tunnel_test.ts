import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../free_port.ts";
import { type Answers, Fault, scriptedAws } from "../scripted_aws.ts";

/** A stand-in for the plugin is a script, which Windows starts by no name of its own. */
const ignore = Deno.build.os === "windows";
if (ignore) console.warn("skipped: the tunnel's tests, whose plugin is a shell script");

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const SESSION = { SessionId: "test-0123", StreamUrl: "wss://eu-west-1/stream", TokenValue: "AAEA" };
const ANSWERS: Answers = { "AmazonSSM.StartSession": () => SESSION };

interface Tunnel {
  process: Deno.ChildProcess;
  /** Operations that AWS was asked for. */
  asked(): string[];
  /** What the plugin was called with. */
  called(): Promise<{ args: string[]; session: unknown; host: string }>;
  /** Waits for words on standard error. */
  said(words: string): Promise<void>;
  /** Waits for the end. */
  ended(): Promise<{ code: number; err: string }>;
}

/** Runs a tunnel from a port to an echo, with a stand-in for the plugin on the path. */
async function withTunnel(
  options: { answers?: Answers; env?: Record<string, string>; path?: string; port?: number },
  body: (tunnel: Tunnel, port: number) => Promise<void>,
): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-tunnel-" });
  await using aws = scriptedAws(options.answers ?? ANSWERS);
  const echo = echoServer();
  await Deno.writeTextFile(
    join(dir, "session-manager-plugin"),
    `#!/bin/sh\nexec '${Deno.execPath()}' run -q -A '${here("session_manager_plugin.ts")}' "$@"\n`,
    { mode: 0o755 },
  );
  const port = options.port ?? freePort();
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-q", "-P=cloud", here("tunnel_process.ts")],
      ...[aws.config.aws.endpoint ?? "", String(port)],
    ],
    env: {
      PATH: options.path ?? [dir, Deno.env.get("PATH")].join(delimiter),
      STANDIN_RECORD: join(dir, "called.json"),
      STANDIN_TARGET: String(echo.port),
      ...options.env,
    },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const reader = process.stderr.pipeThrough(new TextDecoderStream()).getReader();
  let err = "";
  const read = async (): Promise<boolean> => {
    const { value, done } = await reader.read();
    err += value ?? "";
    return !done;
  };
  try {
    await body({
      process,
      asked: () => aws.calls.map(({ operation }) => operation.replace("AmazonSSM.", "")),
      called: async () => JSON.parse(await Deno.readTextFile(join(dir, "called.json"))),
      said: async (words) => {
        while (!err.includes(words)) assert(await read(), err);
      },
      ended: async () => {
        while (await read());
        return { code: (await process.status).code, err };
      },
    }, port);
  } finally {
    while (await read());
    await process.status;
    echo.close();
    await Deno.remove(dir, { recursive: true });
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test({ name: `the tunnel carries a port until ${signal}`, ignore }, async () => {
    await withTunnel({}, async (tunnel, port) => {
      await tunnel.said("open");
      assertEquals(await echoed(port, "ticks"), "ticks");
      const { args, session, host } = await tunnel.called();
      assertEquals(args.slice(1, 4), ["eu-west-1", "StartSession", "class"]);
      assertEquals(JSON.parse(args[4]!), {
        Target: "i-0123",
        DocumentName: "AWS-StartPortForwardingSession",
        Parameters: { portNumber: [String(port)], localPortNumber: [String(port)] },
      });
      assertEquals(session, SESSION);
      assertEquals(host, "127.0.0.1");
      // Arguments are for everyone on the machine to see.
      assert(!args.join(" ").includes(SESSION.TokenValue));
      tunnel.process.kill(signal);
      assertEquals(await tunnel.ended(), { code: 0, err: "open\n" });
      assertEquals(tunnel.asked(), ["StartSession", "TerminateSession"]);
      assert(!listens(port), "the plugin is left running");
    });
  });
}

Deno.test({ name: "a port that is taken is told, and no session is begun", ignore }, async () => {
  const taken = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  await withTunnel({ port: taken.addr.port }, async (tunnel) => {
    const { code, err } = await tunnel.ended();
    assertEquals(code, 1);
    assertStringIncludes(err, `127.0.0.1:${taken.addr.port} is taken`);
    assertEquals(tunnel.asked(), []);
  });
  taken.close();
});

for (const when of ["before", "after"]) {
  const words = { before: "unable to determine SessionType", after: "test-0123 timed out" }[when]!;
  Deno.test({ name: `a session that ends ${when} the port is open fails`, ignore }, async () => {
    await withTunnel({ env: { STANDIN_ENDS: when } }, async (tunnel) => {
      const { code, err } = await tunnel.ended();
      assertEquals(code, 1);
      assertStringIncludes(err, words);
      assertStringIncludes(err, "deno task aws tunnel");
      assertEquals(tunnel.asked(), ["StartSession", "TerminateSession"]);
    });
  });
}

Deno.test({ name: "an instance that Session Manager does not reach is told", ignore }, async () => {
  const answers = {
    "AmazonSSM.StartSession": () => new Fault("TargetNotConnected", "i-0123 is not connected."),
  };
  await withTunnel({ answers }, async (tunnel) => {
    const { code, err } = await tunnel.ended();
    assertEquals(code, 1);
    assertStringIncludes(err, "does not reach i-0123");
    assertStringIncludes(err, "deno task aws status");
  });
});

Deno.test("without the plugin nothing is begun, and where it is to be had is told", async () => {
  await withTunnel({ path: "" }, async (tunnel) => {
    const { code, err } = await tunnel.ended();
    assertEquals(code, 1);
    assertStringIncludes(err, "'session-manager-plugin' is not installed");
    assertStringIncludes(err, "https://docs.aws.amazon.com/systems-manager/");
    assertEquals(tunnel.asked(), []);
  });
});

Deno.test({ name: "a plugin that shows the token to others is refused", ignore }, async () => {
  for (const version of ["1.2.497.0", "unknown"]) {
    await withTunnel({ env: { STANDIN_VERSION: version } }, async (tunnel) => {
      const { code, err } = await tunnel.ended();
      assertEquals(code, 1);
      assertStringIncludes(err, "Install a newer one");
      assertEquals(tunnel.asked(), []);
    });
  }
});

function echoServer(): { port: number; close(): void } {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  (async () => {
    for await (const connection of listener) {
      await Promise.allSettled([connection.readable.pipeTo(connection.writable)]);
    }
  })();
  return { port: listener.addr.port, close: () => listener.close() };
}

async function echoed(port: number, text: string): Promise<string> {
  using connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(text));
  const answer = new Uint8Array(text.length);
  await connection.read(answer);
  return new TextDecoder().decode(answer);
}

function listens(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return false;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return true;
    throw error;
  }
}
