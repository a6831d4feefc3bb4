import type { GetTableVersionRequest, GetTableVersionResponse } from "@aws-sdk/client-glue";
import { NAME, structure, TEXT } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Shows a version of a table. */
export const getTableVersion = operation<GetTableVersionRequest, GetTableVersionResponse>(
  structure({ DatabaseName: NAME, TableName: NAME, VersionId: TEXT }, [
    "DatabaseName",
    "TableName",
  ]),
  (context, { DatabaseName = "", TableName = "", VersionId }) => {
    const current = requireTable(context, DatabaseName, TableName);
    const wanted = VersionId ?? current.VersionId;
    const table = context.catalog.tableVersions(DatabaseName, TableName)
      .find((version) => version.VersionId === wanted);
    if (table === undefined) throw notFound("Version not found.");
    return { TableVersion: { Table: table, VersionId: wanted } };
  },
);
