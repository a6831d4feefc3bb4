/**
 * `ListQueryExecutions`
 * @module
 */
import type { Operation } from "../context.ts";
import { MALFORMED_TOKEN, maxResults, optionalText, tokenOf, tokenPosition } from "./input.ts";
import { getGroup } from "./work_groups.ts";

export const listQueryExecutions: Operation = (context, input) => {
  const { Name } = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  const limit = maxResults(input, 50);
  const before = tokenPosition(input, MALFORMED_TOKEN) || undefined;
  const rows = context.executions.page(Name, limit + 1, before);
  const shownRows = rows.slice(0, limit);
  const last = shownRows.at(-1);
  return {
    QueryExecutionIds: shownRows.map(({ id }) => id),
    ...(rows.length > limit && last ? { NextToken: tokenOf(last.number) } : {}),
  };
};
