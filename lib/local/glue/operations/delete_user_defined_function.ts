import type { DeleteUserDefinedFunctionRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireFunction } from "./operation.ts";

/** Deletes a function. */
export const deleteUserDefinedFunction = operation<DeleteUserDefinedFunctionRequest, object>(
  structure({ DatabaseName: NAME, FunctionName: NAME }, ["DatabaseName", "FunctionName"]),
  (context, { DatabaseName = "", FunctionName = "" }) => {
    requireFunction(context, DatabaseName, FunctionName);
    context.functions.delete(DatabaseName, FunctionName);
    return {};
  },
);
