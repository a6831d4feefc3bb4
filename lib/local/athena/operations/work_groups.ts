/**
 * Looks work groups up.
 * @module
 */
import type { WorkGroup } from "@aws-sdk/client-athena";
import type { AthenaContext } from "../context.ts";
import { invalidRequest } from "./input.ts";

/** The engine that runs queries. */
export const ENGINE_VERSION = {
  SelectedEngineVersion: "AUTO",
  EffectiveEngineVersion: "Athena engine version 3",
};

/** The work group every account has. */
export const PRIMARY: WorkGroup & { Name: string } = {
  Name: "primary",
  State: "ENABLED",
  Description: "",
  Configuration: {
    ResultConfiguration: {},
    EnableMinimumEncryptionConfiguration: false,
    EnforceWorkGroupConfiguration: false,
    PublishCloudWatchMetricsEnabled: false,
    RequesterPaysEnabled: false,
    EngineVersion: ENGINE_VERSION,
  },
};

/** A work group. */
export function getGroup(context: AthenaContext, name: string): WorkGroup & { Name: string } {
  const group = context.workGroups.get(name);
  if (group) return group;
  if (name === "primary") return PRIMARY;
  throw invalidRequest("WorkGroup is not found.");
}

/** A work group as the API shows it; dates were kept as text. */
export function shownGroup(group: WorkGroup & { Name: string }): WorkGroup & { Name: string } {
  const { Description: description, ...rest } = group;
  return {
    ...rest,
    ...(description ? { Description: description } : {}),
    CreationTime: new Date(group.CreationTime ?? 0),
  };
}
