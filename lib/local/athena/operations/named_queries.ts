/**
 * `GetNamedQuery`, `BatchGetNamedQuery`, `ListNamedQueries`, `UpdateNamedQuery`, `DeleteNamedQuery`
 * @module
 */
import type { AthenaContext, Operation } from "../context.ts";
import { invalidRequest, optionalText, page, requiredText, texts } from "./input.ts";
import { getGroup } from "./work_groups.ts";

function find(context: AthenaContext, id: string) {
  const query = context.namedQueries.get(id);
  if (query) return query;
  throw invalidRequest(`NamedQuery ${id} was not found`, "NAMED_QUERY_NOT_FOUND");
}

export const getNamedQuery: Operation = (context, input) => ({
  NamedQuery: find(context, requiredText(input, "NamedQueryId")),
});

export const batchGetNamedQuery: Operation = (context, input) => {
  const found = texts(input, "NamedQueryIds").map((id) => ({
    id,
    query: context.namedQueries.get(id),
  }));
  return {
    NamedQueries: found.flatMap(({ query }) => query ? [query] : []),
    UnprocessedNamedQueryIds: found.filter(({ query }) => !query).map(({ id }) => ({
      NamedQueryId: id,
      ErrorCode: "NAMED_QUERY_NOT_FOUND",
      ErrorMessage: `NamedQuery ${id} was not found`,
    })),
  };
};

export const listNamedQueries: Operation = (context, input) => {
  const { Name } = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  const ids = context.namedQueries.list().filter((query) => query.WorkGroup === Name)
    .map((query) => query.NamedQueryId);
  const { items, next } = page(ids, input, 50);
  return { NamedQueryIds: items, ...next };
};

export const updateNamedQuery: Operation = (context, input) => {
  const query = find(context, requiredText(input, "NamedQueryId"));
  context.namedQueries.put(query.NamedQueryId, {
    ...query,
    Name: requiredText(input, "Name"),
    QueryString: requiredText(input, "QueryString"),
    Description: optionalText(input, "Description") ?? query.Description ?? "",
  });
  return {};
};

export const deleteNamedQuery: Operation = (context, input) => {
  const { NamedQueryId } = find(context, requiredText(input, "NamedQueryId"));
  context.namedQueries.delete(NamedQueryId);
  return {};
};
