/**
 * `StartQueryExecution`
 * @module
 */
import type { AthenaContext, Input, Operation } from "../context.ts";
import { QueryError } from "../errors.ts";
import { resultName, statementType, substatementType } from "../executions/classify.ts";
import type { Execution } from "../executions/model.ts";
import { Cursor } from "../sql/cursor.ts";
import type { Expression } from "../sql/ast.ts";
import { parseExpression } from "../sql/expressions.ts";
import { parseStatement, type Statement } from "../sql/statements.ts";
import { invalidRequest, optionalText, requiredText, structure, texts } from "./input.ts";
import { previousResult, reuseKey, reuseSettings } from "./result_reuse.ts";
import { getGroup } from "./work_groups.ts";
import { checkStart } from "./start_checks.ts";

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
      `1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: Member must have length ${
        token.length < 32 ? "greater than or equal to 32" : "less than or equal to 128"
      }`,
    );
  }
  const group = getGroup(context, optionalText(input, "WorkGroup") ?? "primary");
  if (group.State === "DISABLED") {
    throw invalidRequest(`WorkGroup ${group.Name} is disabled.`, "WORKGROUP_DISABLED");
  }
  const folder = outputFolder(context, input, group);
  const statement = parsed(sql);
  const database = databaseName(
    optionalText(structure(input, "QueryExecutionContext"), "Database"),
  );
  checkStart(statement, database, context);
  const resultReuse = reuseSettings(input);
  const asked = JSON.stringify([
    sql,
    structure(input, "QueryExecutionContext"),
    structure(input, "ResultConfiguration"),
  ]);
  const known = token === undefined ? undefined : context.executions.byToken(token);
  if (known?.asked === asked) return { QueryExecutionId: known.QueryExecutionId };
  if (known) {
    throw invalidRequest("Idempotent parameters do not match", "IDEMPOTENT_PARAMETER_MISMATCH");
  }
  const given = texts(input, "ExecutionParameters");
  const parameters = executionParameters(given);
  const configuration = group.Configuration ?? {};
  const id = crypto.randomUUID();
  const catalog = optionalText(structure(input, "QueryExecutionContext"), "Catalog") ??
    "awsdatacatalog";
  const { text, statement: run } = executed(context, group.Name, sql, statement);
  const reuse = reuseKey(
    run,
    [sql, text, given, database, catalog.toLowerCase(), folder],
    input,
    group,
  );
  const previous = previousResult(context, reuse, group.Name, resultReuse);
  const execution: Execution = {
    QueryExecutionId: id,
    Query: sql,
    StatementType: statementType(statement),
    SubstatementType: substatementType(statement),
    ResultConfiguration: {
      OutputLocation: previous?.ResultConfiguration?.OutputLocation ??
        folder + resultName(run, id),
    },
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: resultReuse },
    QueryExecutionContext: {
      ...(database === undefined ? {} : { Database: database }),
      Catalog: catalog,
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

function parsed(sql: string): Statement {
  try {
    return parseStatement(sql);
  } catch (error) {
    if (error instanceof RangeError) {
      throw invalidRequest(
        "line 1:1: statement is too large (stack overflow while parsing)",
        "MALFORMED_QUERY",
      );
    }
    if (!(error instanceof QueryError)) throw error;
    // What is understood but refused fails like any other query, when it runs.
    if (error.code !== "SYNTAX_ERROR") return { kind: "refused", error };
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
