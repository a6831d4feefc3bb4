/**
 * The Compose file as its services, for a machine without an engine to bring them up.
 * @module
 */
import { assert } from "@std/assert";
import { projectDir } from "../../../lib/config.ts";
import { pause } from "../../../lib/pause.ts";
import { pythonWith } from "../tools.ts";

/** What the tests look at of a service. */
export interface Service {
  image: string;
  command: string;
  environment: Record<string, string>;
  ports: string[];
  volumes: string[];
  working_dir: string;
  network_mode: string;
  healthcheck: { test: string[] };
}

/** Reads the file with a parser of YAML that cfn-lint brings along. */
export async function composeServices(): Promise<Record<"kafka" | "aws" | "aws-port", Service>> {
  const { env } = await pythonWith("lint");
  const read = "import json, yaml; print(json.dumps(yaml.safe_load(open('compose.yaml'))))";
  const { success, stdout, stderr } = await new Deno.Command("python3", {
    args: ["-c", read],
    cwd: projectDir,
    env,
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return JSON.parse(new TextDecoder().decode(stdout)).services;
}

/**
 * Runs a service's health check on this machine.
 *
 * @param service The service
 * @param port Port to look at in place of the container's
 * @returns Whether it finds the service healthy
 */
export async function isHealthy({ healthcheck }: Service, port: number): Promise<boolean> {
  const [kind, program = "", ...args] = healthcheck.test;
  assert(kind === "CMD", `a health check by ${kind}`);
  const { success } = await new Deno.Command(program, {
    args: args.map((arg) => arg.replace(/\d+$/, String(port))),
    stdout: "null",
    stderr: "null",
  }).output();
  return success;
}

/**
 * Waits for a service's health check to pass.
 *
 * @param service The service
 * @param port Port to look at in place of the container's
 * @param process What is to come to listen there
 * @throws {AssertionError} It has ended
 */
export async function untilHealthy(
  service: Service,
  port: number,
  process: Deno.ChildProcess,
): Promise<void> {
  let ended = false;
  process.status.then(() => ended = true);
  while (!(await isHealthy(service, port))) {
    assert(!ended, `the process for ${port} has ended`);
    await pause(250);
  }
}
