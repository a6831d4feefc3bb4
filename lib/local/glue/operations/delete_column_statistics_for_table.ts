import type { DeleteColumnStatisticsForTableRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Deletes the statistics of a column of a table, where there are any. */
export const deleteColumnStatisticsForTable = operation<
  DeleteColumnStatisticsForTableRequest,
  object
>(
  structure({ DatabaseName: NAME, TableName: NAME, ColumnName: NAME }, [
    "DatabaseName",
    "TableName",
    "ColumnName",
  ]),
  (context, { DatabaseName = "", TableName = "", ColumnName = "" }) => {
    requireTable(context, DatabaseName, TableName);
    context.statistics.delete({ database: DatabaseName, table: TableName }, ColumnName);
    return {};
  },
);
