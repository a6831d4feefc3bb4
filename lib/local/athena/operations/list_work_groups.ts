/**
 * `ListWorkGroups`
 * @module
 */
import type { Operation } from "../context.ts";
import { page } from "./input.ts";
import { getGroup, shownGroup } from "./work_groups.ts";

export const listWorkGroups: Operation = (context, input) => {
  const others = context.workGroups.list().filter((group) => group.Name !== "primary");
  const all = [getGroup(context, "primary"), ...others].map(shownGroup).map((group) => ({
    Name: group.Name,
    State: group.State,
    Description: group.Description ?? "",
    CreationTime: group.CreationTime,
    EngineVersion: group.Configuration?.EngineVersion,
  })).sort((a, b) => a.Name < b.Name ? -1 : 1);
  const { items, next } = page(all, input, 50);
  return { WorkGroups: items, ...next };
};
