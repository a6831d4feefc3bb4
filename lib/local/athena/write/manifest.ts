/**
 * The data manifest: which objects a statement wrote.
 * @module
 */
import type { Execution } from "../executions/model.ts";
import type { Runtime } from "../executions/query.ts";
import { parseLocation } from "../tables/location.ts";

/**
 * Writes a statement's manifest beside its results, as `<query id>-manifest.csv`.
 *
 * @param execution The statement, which wrote the objects
 * @param uris The objects it wrote
 * @param runtime What statements work with
 * @returns Where the manifest is
 * @see https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html
 */
export async function writeManifest(
  execution: Execution,
  uris: readonly string[],
  { store }: Runtime,
): Promise<string> {
  const output = execution.ResultConfiguration?.OutputLocation ?? "";
  const results = output.slice(0, output.lastIndexOf("/") + 1);
  const manifest = `${results}${execution.QueryExecutionId}-manifest.csv`;
  const { bucket, prefix } = parseLocation(manifest);
  const lines = uris.map((uri) => `${uri}\n`).join("");
  await store.put(bucket, prefix.replace(/\/$/, ""), new TextEncoder().encode(lines));
  return manifest;
}
