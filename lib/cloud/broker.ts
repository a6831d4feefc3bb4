/**
 * The instance that runs the broker: its state, and the way to it.
 * @module
 */
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import { DescribeInstanceInformationCommand } from "@aws-sdk/client-ssm";
import { TickertapeError } from "../errors.ts";
import type { CloudClients } from "./clients.ts";

/** State of the broker's instance. */
export interface BrokerState {
  /** Such as `running` or `stopped`; `missing` where AWS does not know it. */
  instance: string;
  /** When it was last started. */
  launched?: Date;
  /** Whether Session Manager can reach it. */
  reachable: boolean;
}

/**
 * Looks at the broker's instance.
 *
 * @param clients The clients
 * @param instanceId Its id
 * @returns Its state
 */
export async function brokerState(
  clients: CloudClients,
  instanceId: string,
): Promise<BrokerState> {
  const described = await clients.ec2.send(
    new DescribeInstancesCommand({
      Filters: [{ Name: "instance-id", Values: [instanceId] }],
    }),
  );
  const instance = described.Reservations?.[0]?.Instances?.[0];
  const managed = await clients.ssm.send(
    new DescribeInstanceInformationCommand({
      Filters: [{ Key: "InstanceIds", Values: [instanceId] }],
    }),
  );
  return {
    instance: instance?.State?.Name ?? "missing",
    ...(instance?.LaunchTime ? { launched: instance.LaunchTime } : {}),
    reachable: managed.InstanceInformationList?.[0]?.PingStatus === "Online",
  };
}

/**
 * Opens a port-forwarding session from this machine's loopback to the broker's, and holds it until
 * the signal. The AWS command line and its Session Manager plugin carry it.
 *
 * @param instanceId Id of the instance
 * @param region Region it is in
 * @param port Port at both ends
 * @param signal Ends the session
 * @throws {TickertapeError} The AWS command line or the plugin is missing, or the session failed
 */
export async function tunnel(
  instanceId: string,
  region: string,
  port: number,
  signal: AbortSignal,
): Promise<void> {
  await requireProgram("aws", "https://docs.aws.amazon.com/cli/latest/userguide/");
  await requireProgram(
    "session-manager-plugin",
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html",
  );
  const session = new Deno.Command("aws", {
    args: [
      ...["ssm", "start-session", "--region", region, "--target", instanceId],
      ...["--document-name", "AWS-StartPortForwardingSession"],
      ...["--parameters", `portNumber=${port},localPortNumber=${port}`],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  const end = () => {
    try {
      session.kill();
    } catch (error) {
      // Ctrl-C reaches it by itself, too: it may have ended already.
      if (!(error instanceof TypeError)) throw error;
    }
  };
  signal.addEventListener("abort", end, { once: true });
  const status = await session.status;
  signal.removeEventListener("abort", end);
  if (signal.aborted || status.success) return;
  throw new TickertapeError({
    code: "TUNNEL_FAILED",
    message: `The session to ${instanceId} ended with exit code ${status.code}`,
    remedy:
      `See what the AWS command line said above; port ${port} must be free on this machine.\n` +
      "deno task aws status tells whether the instance is up.",
    retriable: true,
  });
}

async function requireProgram(name: string, manual: string): Promise<void> {
  try {
    await new Deno.Command(name, { args: ["--version"], stdout: "null", stderr: "null" }).output();
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    throw new TickertapeError({
      code: "PROGRAM_MISSING",
      message: `Could not open the tunnel: '${name}' is not installed`,
      remedy: `Install it: ${manual}`,
      cause,
    });
  }
}
