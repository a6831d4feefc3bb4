/**
 * `CreatePreparedStatement`, `GetPreparedStatement`, `BatchGetPreparedStatement`,
 * `ListPreparedStatements`, `UpdatePreparedStatement`, `DeletePreparedStatement`
 * @module
 */
import { AwsError } from "../../aws_error.ts";
import type { AthenaContext, Input, Operation, StoredStatement } from "../context.ts";
import { invalidRequest, optionalText, page, requiredText, texts } from "./input.ts";
import { getGroup } from "./work_groups.ts";

function keyOf(context: AthenaContext, input: Input): { key: string; group: string; name: string } {
  const { Name: group } = getGroup(context, requiredText(input, "WorkGroup"));
  const name = requiredText(input, "StatementName");
  return { key: `${group}/${name}`, group, name };
}

function find(context: AthenaContext, input: Input): { key: string; statement: StoredStatement } {
  const { key, name } = keyOf(context, input);
  const statement = context.statements.get(key);
  if (statement) return { key, statement };
  throw new AwsError("ResourceNotFoundException", `PreparedStatement ${name} was not found`, 400, {
    ResourceName: name,
  });
}

/** Dates were kept as text. */
function shown(statement: StoredStatement): StoredStatement {
  const { LastModifiedTime: time } = statement;
  return { ...statement, ...(time ? { LastModifiedTime: new Date(time) } : {}) };
}

export const createPreparedStatement: Operation = (context, input) => {
  const { key, group, name } = keyOf(context, input);
  if (context.statements.get(key)) {
    throw invalidRequest(
      `PreparedStatement ${name} already exists`,
      "PREPARED_STATEMENT_ALREADY_EXISTS",
    );
  }
  context.statements.put(key, {
    StatementName: name,
    WorkGroupName: group,
    QueryStatement: requiredText(input, "QueryStatement"),
    Description: optionalText(input, "Description") ?? "",
    LastModifiedTime: new Date(),
  });
  return {};
};

export const getPreparedStatement: Operation = (context, input) => ({
  PreparedStatement: shown(find(context, input).statement),
});

export const batchGetPreparedStatement: Operation = (context, input) => {
  const { Name: group } = getGroup(context, requiredText(input, "WorkGroup"));
  const found = texts(input, "PreparedStatementNames").map((name) => ({
    name,
    statement: context.statements.get(`${group}/${name}`),
  }));
  return {
    PreparedStatements: found.flatMap(({ statement }) => statement ? [shown(statement)] : []),
    UnprocessedPreparedStatementNames: found.filter(({ statement }) => !statement).map((
      { name },
    ) => ({
      StatementName: name,
      ErrorCode: "STATEMENT_NOT_FOUND",
      ErrorMessage: `PreparedStatement ${name} was not found`,
    })),
  };
};

export const listPreparedStatements: Operation = (context, input) => {
  const { Name: group } = getGroup(context, requiredText(input, "WorkGroup"));
  const all = context.statements.list().filter((statement) => statement.WorkGroupName === group);
  const { items, next } = page(all, input, 50);
  return {
    PreparedStatements: items.map(shown).map(({ StatementName, LastModifiedTime }) => ({
      StatementName,
      LastModifiedTime,
    })),
    ...next,
  };
};

export const updatePreparedStatement: Operation = (context, input) => {
  const { key, statement } = find(context, input);
  context.statements.put(key, {
    ...statement,
    QueryStatement: requiredText(input, "QueryStatement"),
    Description: optionalText(input, "Description") ?? statement.Description ?? "",
    LastModifiedTime: new Date(),
  });
  return {};
};

export const deletePreparedStatement: Operation = (context, input) => {
  context.statements.delete(find(context, input).key);
  return {};
};
