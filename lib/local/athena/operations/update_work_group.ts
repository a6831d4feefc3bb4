/**
 * `UpdateWorkGroup`
 * @module
 */
import type { WorkGroupState } from "@aws-sdk/client-athena";
import type { Operation } from "../context.ts";
import { checkConfiguration } from "./create_work_group.ts";
import { optionalText, requiredText, structure } from "./input.ts";
import { getGroup } from "./work_groups.ts";

export const updateWorkGroup: Operation = (context, input) => {
  const group = getGroup(context, requiredText(input, "WorkGroup"));
  const state = optionalText(input, "State") as WorkGroupState | undefined;
  const {
    ResultConfigurationUpdates,
    RemoveBytesScannedCutoffPerQuery,
    ...updates
  } = structure(input, "ConfigurationUpdates");
  checkConfiguration(updates);
  const results = structure({ ResultConfigurationUpdates }, "ResultConfigurationUpdates");
  const output = { ...group.Configuration?.ResultConfiguration };
  const location = optionalText(results, "OutputLocation");
  if (location !== undefined) {
    checkConfiguration({ ResultConfiguration: { OutputLocation: location } });
    output.OutputLocation = location;
  }
  if (results["RemoveOutputLocation"] === true) delete output.OutputLocation;
  const configuration = { ...group.Configuration, ...updates, ResultConfiguration: output };
  if (RemoveBytesScannedCutoffPerQuery === true) delete configuration.BytesScannedCutoffPerQuery;
  context.workGroups.put(group.Name, {
    ...group,
    ...(state === undefined ? {} : { State: state }),
    Description: optionalText(input, "Description") ?? group.Description ?? "",
    Configuration: configuration,
  });
  return {};
};
