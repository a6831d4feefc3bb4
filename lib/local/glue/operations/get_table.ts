import type { GetTableRequest, GetTableResponse } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Shows a table. */
export const getTable = operation<GetTableRequest, GetTableResponse>(
  structure({ DatabaseName: NAME, Name: NAME }, ["DatabaseName", "Name"]),
  (context, { DatabaseName = "", Name = "" }) => ({
    Table: requireTable(context, DatabaseName, Name),
  }),
);
