/**
 * `CreateWorkGroup`
 * @module
 */
import type { WorkGroup } from "@aws-sdk/client-athena";
import type { Operation } from "../context.ts";
import { invalidRequest, optionalText, requiredText, structure } from "./input.ts";
import { PRIMARY } from "./work_groups.ts";

const MIN_CUTOFF_BYTES = 10_000_000;

/** Checks the configuration of a work group. */
export function checkConfiguration(configuration: Record<string, unknown>): void {
  const cutoff = configuration["BytesScannedCutoffPerQuery"];
  if (cutoff !== undefined && (typeof cutoff !== "number" || cutoff < MIN_CUTOFF_BYTES)) {
    throw invalidRequest(
      `1 validation error detected: Value '${
        String(cutoff)
      }' at 'configuration.bytesScannedCutoffPerQuery' failed to satisfy constraint: Member must have value greater than or equal to ${MIN_CUTOFF_BYTES}`,
    );
  }
  const location = structure(configuration, "ResultConfiguration")["OutputLocation"];
  if (location !== undefined && !/^s3:\/\/[^/]+/.test(String(location))) {
    throw invalidRequest("outputLocation is not a valid S3 path.", "INVALID_OUTPUT_LOCATION");
  }
}

export const createWorkGroup: Operation = (context, input) => {
  const name = requiredText(input, "Name");
  if (!/^[a-zA-Z0-9._-]{1,128}$/.test(name)) {
    throw invalidRequest(`Invalid WorkGroup name: ${name}`);
  }
  if (name === "primary" || context.workGroups.get(name)) {
    throw invalidRequest(`WorkGroup ${name} is already created`, "WORKGROUP_ALREADY_EXISTS");
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
  const tags = input["Tags"];
  if (Array.isArray(tags) && tags.length > 0) context.tags.put(`workgroup/${name}`, tags);
  return {};
};
