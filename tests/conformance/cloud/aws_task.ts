/**
 * `deno task aws` as a process, against a moto server.
 * @module
 */
import {
  DeleteRouteTableCommand,
  DescribeRouteTablesCommand,
  DisassociateRouteTableCommand,
} from "@aws-sdk/client-ec2";
import { join } from "node:path";
import type { CloudClients } from "../../../lib/cloud/clients.ts";
import { projectDir } from "../../../lib/config.ts";
import type { Front } from "./front.ts";

/** Where the settings are written, in place of the developer's own `.env`. */
export const ENV_FILE: string = join(projectDir, ".local", `aws-test-${crypto.randomUUID()}.env`);

/** Variables of somebody who is signed in. */
export const SIGNED_IN = {
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
};

/** How the task ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Starts the task. */
export function start(
  front: Front,
  args: string[],
  env: Record<string, string> = {},
): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-q", "-P=cloud", "scripts/aws.ts", ...args, "--env-file", ENV_FILE],
    cwd: projectDir,
    env: { ...SIGNED_IN, AWS_ENDPOINT_URL: front.url, ...env },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

/** Waits for its end. */
export async function end(process: Deno.ChildProcess): Promise<Ended> {
  const { code, stdout, stderr } = await process.output();
  return { code, out: new TextDecoder().decode(stdout), err: new TextDecoder().decode(stderr) };
}

/** Runs it. */
export function run(front: Front, ...args: string[]): Promise<Ended> {
  return end(start(front, args));
}

/** The summary of a task that was run with `--json`. */
export function summary(ended: Ended) {
  return JSON.parse(ended.out.trim().split("\n").at(-1) ?? "");
}

/** moto deletes no route table with its stack, as CloudFormation does, and then keeps the network. */
export async function deleteRouteTables(clients: CloudClients): Promise<void> {
  const tables = await clients.ec2.send(new DescribeRouteTablesCommand({}));
  for (const { Associations = [], RouteTableId } of tables.RouteTables ?? []) {
    if (Associations.some((association) => association.Main)) continue;
    for (const { RouteTableAssociationId: AssociationId } of Associations) {
      await clients.ec2.send(new DisassociateRouteTableCommand({ AssociationId }));
    }
    await clients.ec2.send(new DeleteRouteTableCommand({ RouteTableId }));
  }
}
