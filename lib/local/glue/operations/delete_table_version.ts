import type { DeleteTableVersionRequest } from "@aws-sdk/client-glue";
import { NAME, structure, TEXT } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Deletes an older version of a table. */
export const deleteTableVersion = operation<DeleteTableVersionRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, VersionId: TEXT }, [
    "DatabaseName",
    "TableName",
    "VersionId",
  ]),
  (context, { DatabaseName = "", TableName = "", VersionId = "" }) => {
    requireTable(context, DatabaseName, TableName);
    if (!context.catalog.deleteTableVersion(DatabaseName, TableName, VersionId)) {
      throw notFound("Version not found.");
    }
    return {};
  },
);
