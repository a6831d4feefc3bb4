/**
 * `CreateWorkGroup`
 * @module
 */
import type { Tag, WorkGroup } from "@aws-sdk/client-athena";
import type { Operation } from "../context.ts";
import { invalidRequest, optionalText, requiredText, structure } from "./input.ts";
import { PRIMARY } from "./work_groups.ts";

/** Members of a configuration for what this Athena does not do. */
const NOT_HERE = [
  "ManagedQueryResultsConfiguration",
  "ManagedQueryResultsConfigurationUpdates",
  "IdentityCenterConfiguration",
  "MonitoringConfiguration",
  "EngineConfiguration",
  "QueryResultsS3AccessGrantsConfiguration",
];

/** Checks the configuration of a work group. */
export function checkConfiguration(configuration: Record<string, unknown>): void {
  const refused = NOT_HERE.find((name) => configuration[name] !== undefined);
  if (refused !== undefined) throw invalidRequest(`${refused} is not supported`);
  const location = structure(configuration, "ResultConfiguration")["OutputLocation"];
  if (location !== undefined && !/^s3:\/\/[^/]+/.test(String(location))) {
    throw invalidRequest("outputLocation is not a valid S3 path.");
  }
}

export const createWorkGroup: Operation = (context, input) => {
  const name = requiredText(input, "Name");
  if (name === "primary" || context.workGroups.get(name)) {
    throw invalidRequest("WorkGroup is already created");
  }
  const configuration = structure(input, "Configuration");
  checkConfiguration(configuration);
  context.workGroups.put(name, {
    Name: name,
    State: "ENABLED",
    Description: optionalText(input, "Description") ?? "",
    Configuration: {
      ...PRIMARY.Configuration,
      EnforceWorkGroupConfiguration: true,
      ...configuration as WorkGroup["Configuration"],
    },
    CreationTime: new Date(),
  });
  const tags = (input["Tags"] ?? []) as Tag[];
  if (tags.length > 0) context.tags.put(`workgroup/${name}`, tags);
  return {};
};
