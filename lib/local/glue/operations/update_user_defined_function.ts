import type { UpdateUserDefinedFunctionRequest } from "@aws-sdk/client-glue";
import { FUNCTION_INPUT, NAME, structure } from "../shapes.ts";
import { operation, requireFunction } from "./operation.ts";

/** Changes a function; its name stays. */
export const updateUserDefinedFunction = operation<UpdateUserDefinedFunctionRequest, object>(
  structure({ DatabaseName: NAME, FunctionName: NAME, FunctionInput: FUNCTION_INPUT }, [
    "DatabaseName",
    "FunctionName",
    "FunctionInput",
  ]),
  (context, { DatabaseName = "", FunctionName = "", FunctionInput }) => {
    const { CreateTime } = requireFunction(context, DatabaseName, FunctionName);
    context.functions.put(DatabaseName, { ...FunctionInput, FunctionName, CreateTime });
    return {};
  },
);
