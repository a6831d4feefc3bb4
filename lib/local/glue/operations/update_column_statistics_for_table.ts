import type {
  UpdateColumnStatisticsForTableRequest,
  UpdateColumnStatisticsForTableResponse,
} from "@aws-sdk/client-glue";
import { COLUMN_STATISTICS } from "../column_statistics_shape.ts";
import { NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Keeps statistics of a table's columns. */
export const updateColumnStatisticsForTable = operation<
  UpdateColumnStatisticsForTableRequest,
  UpdateColumnStatisticsForTableResponse
>(
  structure({ DatabaseName: NAME, TableName: NAME, ColumnStatisticsList: COLUMN_STATISTICS }, [
    "DatabaseName",
    "TableName",
    "ColumnStatisticsList",
  ]),
  (context, { DatabaseName = "", TableName = "", ColumnStatisticsList = [] }) => {
    requireTable(context, DatabaseName, TableName);
    context.statistics.put({ database: DatabaseName, table: TableName }, ColumnStatisticsList);
    return { Errors: [] };
  },
);
