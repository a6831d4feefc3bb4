/**
 * `CreateNamedQuery`
 * @module
 */
import { createHash } from "node:crypto";
import type { Operation } from "../context.ts";
import { optionalText, requiredText } from "./input.ts";
import { getGroup } from "./work_groups.ts";

export const createNamedQuery: Operation = (context, input) => {
  const group = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  const token = optionalText(input, "ClientRequestToken");
  const id = token ? namedQueryId(token) : crypto.randomUUID();
  context.namedQueries.put(id, {
    NamedQueryId: id,
    Name: requiredText(input, "Name"),
    Description: optionalText(input, "Description") ?? "",
    Database: requiredText(input, "Database"),
    QueryString: requiredText(input, "QueryString"),
    WorkGroup: group.Name,
  });
  return { NamedQueryId: id };
};

/** One id for one token: a request that is sent again makes no second query. */
function namedQueryId(token: string): string {
  const hex = createHash("sha256").update(token).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ]
    .join("-");
}
