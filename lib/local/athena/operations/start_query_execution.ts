/**
 * `StartQueryExecution`
 * @module
 */
import type { QueryExecutionContext, ResultConfiguration } from "@aws-sdk/client-athena";
import type { AthenaContext, Input, Operation } from "../context.ts";
import { QueryError } from "../errors.ts";
import { resultName, statementType, substatementType } from "../executions/classify.ts";
import type { Execution } from "../executions/model.ts";
import { Cursor } from "../sql/cursor.ts";
import type { Expression } from "../sql/ast.ts";
import { parseExpression } from "../sql/expressions.ts";
import { onlyStatement } from "../sql/only_statement.ts";
import { parseStatement, type Statement } from "../sql/statements.ts";
import { invalidRequest, optionalText, requiredText, structure, texts } from "./input.ts";
import { previousResult, reuseKey, reuseSettings } from "./result_reuse.ts";
import { getGroup } from "./work_groups.ts";
import { reportedQuery } from "./reported_query.ts";
import { checkStart } from "./start_checks.ts";

const MAX_QUERY_BYTES = 262_144;
const MAX_TOKEN_BYTES = 128;

export const startQueryExecution: Operation = (context, input) => {
  const sql = requiredText(input, "QueryString");
  if (bytesOf(sql) > MAX_QUERY_BYTES) {
    throw invalidRequest(
      "1 validation error detected: Value at 'queryString' failed to satisfy constraint: " +
        `Member must have length less than or equal to ${MAX_QUERY_BYTES}`,
    );
  }
  const token = optionalText(input, "ClientRequestToken");
  if (token === undefined) throw invalidRequest("clientRequestToken is null or empty");
  if (bytesOf(token) > MAX_TOKEN_BYTES) {
    throw invalidRequest(`clientRequestToken exceeds maximum allowed length ${MAX_TOKEN_BYTES}`);
  }
  const group = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  if (group.State === "DISABLED") {
    throw invalidRequest(`WorkGroup ${group.Name} is disabled.`, "WORKGROUP_DISABLED");
  }
  const folder = outputFolder(context, input, group);
  const { text: written, statement } = parsed(sql);
  const { Database: namedDatabase, Catalog: namedCatalog } = structure(
    input,
    "QueryExecutionContext",
  ) as QueryExecutionContext;
  const database = databaseName(namedDatabase);
  const { ofView } = checkStart(statement, database, context);
  const reported = reportedQuery(written, statement, ofView);
  const resultReuse = reuseSettings(input);
  const asked = JSON.stringify([
    sql,
    structure(input, "QueryExecutionContext"),
    structure(input, "ResultConfiguration"),
  ]);
  const known = context.executions.byToken(token);
  if (known?.asked === asked) return { QueryExecutionId: known.QueryExecutionId };
  if (known) {
    throw invalidRequest("Idempotent parameters do not match", "IDEMPOTENT_PARAMETER_MISMATCH");
  }
  const given = texts(input, "ExecutionParameters");
  const parameters = executionParameters(given);
  const configuration = group.Configuration ?? {};
  const id = crypto.randomUUID();
  const { text, statement: run } = executed(context, group.Name, written, statement);
  const reuse = reuseKey(
    run,
    [sql, text, given, database, namedCatalog?.toLowerCase() ?? "awsdatacatalog", folder],
    input,
    group,
  );
  const previous = previousResult(context, reuse, group.Name, resultReuse);
  const execution: Execution = {
    QueryExecutionId: id,
    Query: reported.text,
    StatementType: statementType(statement),
    SubstatementType: ofView ? "DESC_VIEW" : substatementType(statement),
    ResultConfiguration: {
      ...resultConfiguration(input, group),
      OutputLocation: previous?.ResultConfiguration?.OutputLocation ??
        folder + resultName(run, id),
    },
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: resultReuse },
    QueryExecutionContext: {
      ...shownDatabase(reported.database ?? namedDatabase),
      ...(namedCatalog === undefined ? {} : { Catalog: namedCatalog.toLowerCase() }),
    },
    Status: { State: "QUEUED", SubmissionDateTime: new Date() },
    Statistics: {
      QueryQueueTimeInMillis: 0,
      ResultReuseInformation: { ReusedPreviousResult: false },
    },
    WorkGroup: group.Name,
    asked,
    ...(reuse === undefined ? {} : { reuse }),
    EngineVersion: {
      SelectedEngineVersion: "AUTO",
      EffectiveEngineVersion: "Athena engine version 3",
    },
    ...(given.length ? { ExecutionParameters: given } : {}),
  };
  context.executions.add(execution, token);
  context.runner.start(execution, {
    statement,
    parameters,
    database,
    cutoff: configuration.BytesScannedCutoffPerQuery,
    previous,
  });
  return { QueryExecutionId: id };
};

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function shownDatabase(name: string | undefined): Pick<QueryExecutionContext, "Database"> {
  return name === undefined ? {} : { Database: name };
}

/** What was asked of a result beside its place. */
function resultConfiguration(
  input: Input,
  group: ReturnType<typeof getGroup>,
): Partial<ResultConfiguration> {
  const own = group.Configuration?.ResultConfiguration;
  const asked = structure(input, "ResultConfiguration") as ResultConfiguration;
  const { OutputLocation: _, ...rest } =
    (group.Configuration?.EnforceWorkGroupConfiguration ? own : asked) ?? {};
  return rest;
}

/** A database as the catalog knows it: awswrangler puts it in backquotes for DDL. */
function databaseName(given: string | undefined): string | undefined {
  return given?.replace(/^`(.*)`$/, "$1").toLowerCase();
}

/** The statement whose result it is: of one that executes another, the other. */
function executed(
  context: AthenaContext,
  group: string,
  sql: string,
  statement: Statement,
): { text: string; statement: Statement } {
  const written = { text: sql, statement };
  if (statement.kind !== "execute") return written;
  const text = context.statements.get(`${group}/${statement.name.value}`)?.QueryStatement;
  try {
    return text === undefined ? written : { text, statement: parseStatement(text) };
  } catch (error) {
    if (error instanceof QueryError) return written;
    throw error;
  }
}

function parsed(sql: string): { text: string; statement: Statement } {
  let text = sql;
  try {
    text = onlyStatement(sql);
    return { text, statement: parseStatement(text) };
  } catch (error) {
    if (error instanceof RangeError) {
      throw invalidRequest(
        "line 1:1: statement is too large (stack overflow while parsing)",
        "MALFORMED_QUERY",
      );
    }
    if (!(error instanceof QueryError)) throw error;
    // What is understood but refused fails like any other query, when it runs.
    if (error.code !== "SYNTAX_ERROR") return { text, statement: { kind: "refused", error } };
    throw invalidRequest(error.detail, "MALFORMED_QUERY");
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
    throw invalidRequest("outputLocation is not a valid S3 path.");
  }
  if (!context.store.hasBucket(found[1] as string)) {
    throw invalidRequest(
      `Unable to verify/create output bucket ${found[1]}`,
      "INVALID_OUTPUT_LOCATION",
    );
  }
  return location.replace(/\/?$/, "/");
}
