/**
 * `DeleteWorkGroup`
 * @module
 */
import type { Operation } from "../context.ts";
import { invalidRequest, requiredText } from "./input.ts";
import { getGroup } from "./work_groups.ts";

export const deleteWorkGroup: Operation = (context, input) => {
  const { Name: name } = getGroup(context, requiredText(input, "WorkGroup"));
  if (name === "primary") throw invalidRequest("The primary workgroup cannot be deleted");
  const queries = context.namedQueries.list().filter((query) => query.WorkGroup === name);
  const statements = context.statements.list().filter((one) => one.WorkGroupName === name);
  if (queries.length + statements.length > 0 && input["RecursiveDeleteOption"] !== true) {
    throw invalidRequest("WorkGroup is not empty");
  }
  for (const query of queries) context.namedQueries.delete(query.NamedQueryId);
  for (const one of statements) context.statements.delete(`${name}/${one.StatementName}`);
  context.workGroups.delete(name);
  context.tags.delete(`workgroup/${name}`);
  return {};
};
