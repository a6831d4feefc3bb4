/**
 * The files that `deno task aws` writes: `.env`, and the certificate of a broker's TLS listener.
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { type EnvOwner, withoutSettings, withSettings } from "../../lib/cloud/env_file.ts";
import { projectDir } from "../../lib/config.ts";
import { UsageError } from "../../lib/errors.ts";

/** Where a stack's certificate goes, from the project's folder. */
export function certificateFile(stackName: string): string {
  return join(".local", `${stackName}-ca.pem`);
}

/** Makes sure, before anything is made on AWS, that the settings can be written at its end. */
export async function requireWritable(envFile: string): Promise<void> {
  const path = resolve(projectDir, envFile);
  if ((await Deno.permissions.query({ name: "write", path })).state === "granted") return;
  throw new UsageError(
    `Will not write to ${envFile}: deno task aws writes to .env and to files in .local alone`,
    "Give --env-file one of those, or leave it out",
  );
}

/** Writes a stack's certificate. */
export async function saveCertificate(stackName: string, pem: string): Promise<void> {
  const file = join(projectDir, certificateFile(stackName));
  await Deno.mkdir(dirname(file), { recursive: true });
  await Deno.writeTextFile(file, pem);
}

/** Points `.env` at a stack. */
export async function pointAt(
  envFile: string,
  owner: EnvOwner,
  settings: Record<string, string>,
): Promise<void> {
  await changeEnv(envFile, (text) => withSettings(text, owner, settings));
}

/** Takes a stack's settings out of `.env`, where they are in it, and deletes its certificate. */
export async function forgetStack(envFile: string, owner: EnvOwner): Promise<void> {
  await changeEnv(envFile, (text) => withoutSettings(text, owner));
  await remove(join(projectDir, certificateFile(owner.stackName)));
}

async function changeEnv(name: string, change: (text: string) => string): Promise<void> {
  const file = resolve(projectDir, name);
  const before = await Deno.readTextFile(file).catch((error: unknown) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  const after = change(before);
  if (after === before) return;
  if (after === "") await remove(file);
  else await Deno.writeTextFile(file, after);
}

async function remove(file: string): Promise<void> {
  await Deno.remove(file).catch((error: unknown) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}
