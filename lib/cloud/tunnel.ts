/**
 * The way to the broker: a port-forwarding session of AWS Systems Manager, carried by its plugin.
 * @module
 */
import {
  StartSessionCommand,
  type StartSessionCommandInput,
  TargetNotConnected,
  TerminateSessionCommand,
} from "@aws-sdk/client-ssm";
import type { AwsSettings } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";

const PLUGIN = "session-manager-plugin";

const MANUAL = "https://docs.aws.amazon.com/systems-manager/latest/userguide/" +
  "session-manager-working-with-install-plugin.html";

/** The last release that takes a session's token from its arguments alone, where others see it. */
const OLD_PLUGIN = "1.2.497.0";

/** Variable that the plugin takes the session from. */
const SESSION_VARIABLE = "AWS_SSM_START_SESSION_RESPONSE";

/** Milliseconds the plugin has to end after it was asked to. */
const END_MS = 5_000;

/** Which way to open, and until when. */
export interface TunnelOptions {
  /** Id of the broker's instance. */
  instanceId: string;
  /** Port at both ends. */
  port: number;
  /** How AWS is reached, for when the plugin has to take the session up again. */
  aws: Partial<AwsSettings>;
  /** Ends the session. */
  signal: AbortSignal;
  /** Called once the port is open. */
  onOpen: () => void;
}

/**
 * Makes sure that Session Manager's plugin is installed, and is new enough to keep a secret.
 *
 * @throws {TickertapeError} It is missing or too old
 */
export async function requirePlugin(): Promise<void> {
  const version = await pluginVersion();
  if (isNewer(version, OLD_PLUGIN)) return;
  throw new TickertapeError({
    code: "PROGRAM_OLD",
    message: `Could not open the tunnel: '${PLUGIN}' is ${version}, which shows the session's ` +
      "token to everyone on this machine",
    remedy: `Install a newer one: ${MANUAL}`,
  });
}

/**
 * Opens a port-forwarding session from this machine's loopback to the broker's, and holds it until
 * the signal.
 *
 * @param clients The clients
 * @param options Which way
 * @throws {TickertapeError} The port is taken, the instance cannot be reached, or the session ended
 */
export async function tunnel(clients: CloudClients, options: TunnelOptions): Promise<void> {
  const { instanceId, port } = options;
  requireFreePort(port);
  const request: StartSessionCommandInput = {
    Target: instanceId,
    DocumentName: "AWS-StartPortForwardingSession",
    Parameters: { portNumber: [String(port)], localPortNumber: [String(port)] },
  };
  const { SessionId, StreamUrl, TokenValue } = await startSession(clients, request);
  try {
    const args = [
      SESSION_VARIABLE,
      await clients.ssm.config.region(),
      "StartSession",
      options.aws.profile ?? "",
      JSON.stringify(request),
      options.aws.endpoint ?? "",
    ];
    await runPlugin(args, JSON.stringify({ SessionId, StreamUrl, TokenValue }), options);
  } finally {
    await clients.ssm.send(new TerminateSessionCommand({ SessionId }));
  }
}

async function startSession(clients: CloudClients, request: StartSessionCommandInput) {
  try {
    return await clients.ssm.send(new StartSessionCommand(request));
  } catch (cause) {
    if (!(cause instanceof TargetNotConnected)) throw cause;
    throw new TickertapeError({
      code: "TUNNEL_NOT_READY",
      message: `Could not open the tunnel: Session Manager does not reach ${request.Target}`,
      remedy: "An instance takes a minute or two after its start: try again then.\n" +
        "deno task aws status tells whether it runs and can be reached.",
      retriable: true,
      cause,
    });
  }
}

/** Runs the plugin until the signal; that it ends by itself is a failure, whatever its exit code. */
async function runPlugin(args: string[], session: string, options: TunnelOptions): Promise<void> {
  const plugin = new Deno.Command(PLUGIN, {
    args,
    env: { [SESSION_VARIABLE]: session, SSM_PLUGIN_LOCAL_HOST: "127.0.0.1" },
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    // Of the signals that the plugin ends a session at, Windows can send none.
    plugin.kill(Deno.build.os === "windows" ? "SIGTERM" : "SIGINT");
    timer = setTimeout(() => plugin.kill("SIGKILL"), END_MS);
  };
  if (options.signal.aborted) end();
  options.signal.addEventListener("abort", end, { once: true });
  let said = "";
  for await (const part of plugin.stdout.pipeThrough(new TextDecoderStream())) {
    const opened = /^Port \d+ opened/m;
    if (!opened.test(said) && opened.test(said + part)) options.onOpen();
    said += part;
  }
  await plugin.status;
  options.signal.removeEventListener("abort", end);
  clearTimeout(timer);
  if (!options.signal.aborted) throw ended(said, options);
}

function ended(said: string, { instanceId, port }: TunnelOptions): TickertapeError {
  const last = said.trim().split("\n").at(-1) || "the plugin gives no reason";
  return new TickertapeError({
    code: "TUNNEL_ENDED",
    message: `The tunnel from 127.0.0.1:${port} to ${instanceId} ended: ${last}`,
    remedy: "Open it again: deno task aws tunnel. Session Manager ends one that nothing used for " +
      "20 minutes;\ndeno task aws status tells whether the instance is up.",
    retriable: true,
  });
}

function requireFreePort(port: number): void {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    throw new TickertapeError({
      code: "PORT_TAKEN",
      message: `Could not open the tunnel: 127.0.0.1:${port} is taken`,
      remedy: "A tunnel may be open already. If it is the embedded stack: deno task local --stop",
      cause,
    });
  }
}

async function pluginVersion(): Promise<string> {
  try {
    const { stdout } = await new Deno.Command(PLUGIN, { args: ["--version"] }).output();
    return new TextDecoder().decode(stdout).trim();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new TickertapeError({
      code: "PROGRAM_MISSING",
      message: `Could not open the tunnel: '${PLUGIN}' is not installed`,
      remedy: `Install it: ${MANUAL}`,
      cause,
    });
  }
}

function isNewer(version: string, than: string): boolean {
  const others = than.split(".").map(Number);
  const at = version.split(".").map(Number);
  const differing = others.findIndex((other, index) => at[index] !== other);
  return differing !== -1 && (at[differing] ?? 0) > (others[differing] ?? 0);
}
