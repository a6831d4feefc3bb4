import type { GetTableVersionsRequest, GetTableVersionsResponse } from "@aws-sdk/client-glue";
import { CATALOG_PAGE_SIZE, NAME, structure, TOKEN } from "../shapes.ts";
import { operation, pageOf, requireTable } from "./operation.ts";

/** Lists the versions of a table, newest first. */
export const getTableVersions = operation<GetTableVersionsRequest, GetTableVersionsResponse>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    NextToken: TOKEN,
    MaxResults: CATALOG_PAGE_SIZE,
  }, ["DatabaseName", "TableName"]),
  (context, input) => {
    const { DatabaseName = "", TableName = "" } = input;
    requireTable(context, DatabaseName, TableName);
    const versions = context.catalog.tableVersions(DatabaseName, TableName);
    const { items, token } = pageOf(versions, input);
    return {
      TableVersions: items.map((table) => ({ Table: table, VersionId: table.VersionId })),
      ...token,
    };
  },
);
