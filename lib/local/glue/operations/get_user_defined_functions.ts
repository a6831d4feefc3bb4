import type {
  GetUserDefinedFunctionsRequest,
  GetUserDefinedFunctionsResponse,
} from "@aws-sdk/client-glue";
import { namePattern } from "../name_pattern.ts";
import { CATALOG_PAGE_SIZE, FUNCTION_TYPE, NAME, structure, TOKEN } from "../shapes.ts";
import { operation, pageOf, requireDatabase } from "./operation.ts";

/** Lists the functions whose names match a pattern, of one database or of all. */
export const getUserDefinedFunctions = operation<
  GetUserDefinedFunctionsRequest,
  GetUserDefinedFunctionsResponse
>(
  structure({
    DatabaseName: NAME,
    Pattern: NAME,
    FunctionType: FUNCTION_TYPE,
    NextToken: TOKEN,
    MaxResults: CATALOG_PAGE_SIZE,
  }, ["Pattern"]),
  (context, input) => {
    const { DatabaseName, Pattern = "", FunctionType } = input;
    if (DatabaseName !== undefined) requireDatabase(context, DatabaseName);
    const pattern = namePattern(Pattern);
    const functions = context.functions.list(DatabaseName)
      .filter((one) => pattern.test(one.FunctionName ?? ""))
      .filter((one) => FunctionType === undefined || one.FunctionType === FunctionType);
    const { items, token } = pageOf(functions, input);
    return { UserDefinedFunctions: items, ...token };
  },
);
