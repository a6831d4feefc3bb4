import type {
  GetColumnStatisticsForTableRequest,
  GetColumnStatisticsForTableResponse,
} from "@aws-sdk/client-glue";
import { listOf, NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Shows the statistics of a table's columns; columns that have none are reported. */
export const getColumnStatisticsForTable = operation<
  GetColumnStatisticsForTableRequest,
  GetColumnStatisticsForTableResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    ColumnNames: listOf(NAME, { min: 0, max: 100 }),
  }, [
    "DatabaseName",
    "TableName",
    "ColumnNames",
  ]),
  (context, { DatabaseName = "", TableName = "", ColumnNames = [] }) => {
    requireTable(context, DatabaseName, TableName);
    return context.statistics.get({ database: DatabaseName, table: TableName }, ColumnNames);
  },
);
