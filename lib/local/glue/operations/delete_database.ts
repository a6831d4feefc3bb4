import type { DeleteDatabaseRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireDatabase } from "./operation.ts";

/** Deletes a database with its tables. */
export const deleteDatabase = operation<DeleteDatabaseRequest, object>(
  structure({ Name: NAME }, ["Name"]),
  (context, { Name = "" }) => {
    requireDatabase(context, Name);
    context.catalog.deleteDatabase(Name);
    return {};
  },
);
