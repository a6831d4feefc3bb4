/**
 * `deno task programs`: brings the programs that the conformance tests run. The tests run at the same
 * time, and would otherwise bring the same ones to the same place.
 * @module
 */
import { runTask } from "../../scripts/cli/task.ts";
import { kafkaTools, VERSIONS } from "./clients/kafka_tools.ts";
import { hasJavaAndMaven, hasPython, kafkaJars, PYTHON_PACKAGES, pythonWith } from "./tools.ts";
import { trinoJars } from "./athena/trino.ts";

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

await runTask({
  name: "programs",
  summary: "Brings the clients and servers that conformance runs, as far as pip and mvn are here.",
  example: "programs",
  run: async () => {
    await Promise.all([bringPythonPackages(), bringJars()]);
  },
});
