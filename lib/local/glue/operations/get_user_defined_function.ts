import type {
  GetUserDefinedFunctionRequest,
  GetUserDefinedFunctionResponse,
} from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireFunction } from "./operation.ts";

/** Shows a function. */
export const getUserDefinedFunction = operation<
  GetUserDefinedFunctionRequest,
  GetUserDefinedFunctionResponse
>(
  structure({ DatabaseName: NAME, FunctionName: NAME }, ["DatabaseName", "FunctionName"]),
  (context, { DatabaseName = "", FunctionName = "" }) => ({
    UserDefinedFunction: requireFunction(context, DatabaseName, FunctionName),
  }),
);
