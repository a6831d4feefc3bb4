import type { CreateUserDefinedFunctionRequest } from "@aws-sdk/client-glue";
import { FUNCTION_INPUT, NAME, structure } from "../shapes.ts";
import { alreadyExists, invalid, operation, requireDatabase } from "./operation.ts";

/** Makes a function. */
export const createUserDefinedFunction = operation<CreateUserDefinedFunctionRequest, object>(
  structure({ DatabaseName: NAME, FunctionInput: FUNCTION_INPUT }, [
    "DatabaseName",
    "FunctionInput",
  ]),
  (context, { DatabaseName = "", FunctionInput = {} }) => {
    requireDatabase(context, DatabaseName);
    const { FunctionName = "" } = FunctionInput;
    if (FunctionName === "") throw invalid("FunctionName is required.");
    if (context.functions.get(DatabaseName, FunctionName) !== undefined) {
      throw alreadyExists("Function");
    }
    context.functions.put(DatabaseName, FunctionInput);
    return {};
  },
);
