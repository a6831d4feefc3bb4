/**
 * `deno task programs`: brings the programs that the conformance tests run. The tests run at the same
 * time, and would otherwise bring the same ones to the same place.
 * @module
 */
import { kafkaTools, VERSIONS } from "./clients/kafka_tools.ts";
import { hasJavaAndMaven, hasPython, kafkaJars, PYTHON_PACKAGES, pythonWith } from "./tools.ts";
import { trinoJars } from "./trino/trino.ts";

async function bringPythonPackages(): Promise<void> {
  if (!(await hasPython())) return;
  for (const group of Object.keys(PYTHON_PACKAGES)) {
    await pythonWith(group as keyof typeof PYTHON_PACKAGES);
  }
}

async function bringJars(): Promise<void> {
  if (!(await hasJavaAndMaven())) return;
  await kafkaJars();
  for (const version of VERSIONS) await kafkaTools(version);
  await trinoJars();
}

await Promise.all([bringPythonPackages(), bringJars()]);
