import type { DeleteTableRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Deletes a table with its partitions. */
export const deleteTable = operation<DeleteTableRequest, object>(
  structure({ DatabaseName: NAME, Name: NAME }, ["DatabaseName", "Name"]),
  (context, { DatabaseName = "", Name = "" }) => {
    requireTable(context, DatabaseName, Name);
    context.catalog.deleteTable(DatabaseName, Name);
    return {};
  },
);
