/**
 * `StartQueryExecution`
 * @module
 */
import { AwsError } from "../../aws_error.ts";
import type { AthenaContext, Input, Operation } from "../context.ts";
import { QueryError } from "../errors.ts";
import { resultExtension, statementType, substatementType } from "../executions/classify.ts";
import type { Execution } from "../executions/model.ts";
import { Cursor } from "../sql/cursor.ts";
import type { Expression } from "../sql/ast.ts";
import { parseExpression } from "../sql/expressions.ts";
import { parseStatement, type Statement } from "../sql/statements.ts";
import { invalidRequest, optionalText, requiredText, structure, texts } from "./input.ts";
import { getGroup } from "./work_groups.ts";

const MAX_QUERY_BYTES = 262_144;

export const startQueryExecution: Operation = (context, input) => {
  const sql = requiredText(input, "QueryString");
  const bytes = new TextEncoder().encode(sql).length;
  if (bytes > MAX_QUERY_BYTES) {
    throw invalidRequest(
      `1 validation error detected: Value at 'queryString' failed to satisfy constraint: Member must have length less than or equal to ${MAX_QUERY_BYTES}`,
    );
  }
  const token = optionalText(input, "ClientRequestToken");
  if (token !== undefined && (token.length < 32 || token.length > 128)) {
    throw invalidRequest(
      `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length ${
        token.length < 32 ? "greater than or equal to 32" : "less than or equal to 128"
      }`,
    );
  }
  const known = token === undefined ? undefined : context.executions.byToken(token);
  if (known) {
    if (known.Query === sql) return { QueryExecutionId: known.QueryExecutionId };
    throw invalidRequest("Idempotent parameters do not match", "IDEMPOTENT_PARAMETERS_MISMATCH");
  }
  const group = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  if (group.State === "DISABLED") {
    throw invalidRequest(`WorkGroup ${group.Name} is disabled.`, "WORKGROUP_DISABLED");
  }
  const statement = parsed(sql);
  const parameters = executionParameters(texts(input, "ExecutionParameters"));
  const configuration = group.Configuration ?? {};
  const id = crypto.randomUUID();
  const database = databaseName(
    optionalText(structure(input, "QueryExecutionContext"), "Database"),
  );
  const execution: Execution = {
    QueryExecutionId: id,
    Query: sql,
    StatementType: statementType(statement),
    SubstatementType: substatementType(statement),
    ResultConfiguration: {
      OutputLocation: `${outputFolder(context, input, group)}${id}.${
        extension(context, group.Name, statement)
      }`,
    },
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } },
    QueryExecutionContext: {
      ...(database === undefined ? {} : { Database: database }),
      Catalog: optionalText(structure(input, "QueryExecutionContext"), "Catalog") ??
        "awsdatacatalog",
    },
    Status: { State: "QUEUED", SubmissionDateTime: new Date() },
    Statistics: {
      QueryQueueTimeInMillis: 0,
      ResultReuseInformation: { ReusedPreviousResult: false },
    },
    WorkGroup: group.Name,
    EngineVersion: {
      SelectedEngineVersion: "AUTO",
      EffectiveEngineVersion: "Athena engine version 3",
    },
    ...(parameters.length ? { ExecutionParameters: texts(input, "ExecutionParameters") } : {}),
  };
  context.executions.add(execution, token);
  context.runner.start(execution, {
    statement,
    parameters,
    database,
    cutoff: configuration.BytesScannedCutoffPerQuery,
  });
  return { QueryExecutionId: id };
};

/** A database as the catalog knows it: awswrangler puts it in backquotes for DDL. */
function databaseName(given: string | undefined): string | undefined {
  return given?.replace(/^`(.*)`$/, "$1").toLowerCase();
}

/** A prepared SELECT that is executed gives CSV. */
function extension(context: AthenaContext, group: string, statement: Statement): string {
  if (statement.kind !== "execute") return resultExtension(statement);
  const prepared = context.statements.get(`${group}/${statement.name.value}`);
  try {
    return prepared ? resultExtension(parseStatement(prepared.QueryStatement ?? "")) : "csv";
  } catch (error) {
    if (error instanceof QueryError) return "csv";
    throw error;
  }
}

function parsed(sql: string): Statement {
  try {
    return parseStatement(sql);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new AwsError(
        "InvalidRequestException",
        "line 1:1: statement is too large (stack overflow while parsing)",
        400,
        {
          AthenaErrorCode: "MALFORMED_QUERY",
        },
      );
    }
    if (!(error instanceof QueryError)) throw error;
    // What is understood but refused fails like any other query, when it runs.
    if (error.code !== "SYNTAX_ERROR") return { kind: "refused", error };
    throw new AwsError("InvalidRequestException", error.detail, 400, {
      AthenaErrorCode: "MALFORMED_QUERY",
    });
  }
}

function executionParameters(values: readonly string[]): Expression[] {
  return values.map((value) => {
    const literal = (text: string) => {
      const cursor = new Cursor(text);
      const expression = parseExpression(cursor);
      if (cursor.peek().kind !== "end") throw cursor.mismatch("<EOF>");
      return expression;
    };
    try {
      const expression = literal(value);
      // A bare word is text, as Athena takes it.
      if (expression.kind !== "name") return expression;
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
    }
    return { kind: "string", value, position: { line: 1, column: 1 } };
  });
}

function outputFolder(
  context: AthenaContext,
  input: Input,
  group: ReturnType<typeof getGroup>,
): string {
  const own = group.Configuration?.ResultConfiguration?.OutputLocation;
  const enforced = group.Configuration?.EnforceWorkGroupConfiguration && own !== undefined;
  const asked = optionalText(structure(input, "ResultConfiguration"), "OutputLocation");
  const location = enforced ? own : asked ?? own;
  if (!location) {
    throw invalidRequest(
      "No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.",
      "INVALID_INPUT",
    );
  }
  const found = /^s3:\/\/([^/]+)(\/.*)?$/.exec(location);
  if (!found) {
    throw invalidRequest(`outputLocation is not a valid S3 path.`, "INVALID_OUTPUT_LOCATION");
  }
  if (!context.store.hasBucket(found[1] as string)) {
    throw invalidRequest(
      `Unable to verify/create output bucket ${found[1]}`,
      "INVALID_OUTPUT_LOCATION",
    );
  }
  return location.replace(/\/?$/, "/");
}
