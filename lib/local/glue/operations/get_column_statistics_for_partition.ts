import type {
  GetColumnStatisticsForPartitionRequest,
  GetColumnStatisticsForPartitionResponse,
} from "@aws-sdk/client-glue";
import { listOf, NAME, structure, VALUES } from "../shapes.ts";
import { operation, requirePartition } from "./operation.ts";

/** Shows the statistics of a partition's columns; columns that have none are reported. */
export const getColumnStatisticsForPartition = operation<
  GetColumnStatisticsForPartitionRequest,
  GetColumnStatisticsForPartitionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionValues: VALUES,
    ColumnNames: listOf(NAME, { min: 0, max: 100 }),
  }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
    "ColumnNames",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [], ColumnNames = [] }) => {
    requirePartition(context, DatabaseName, TableName, PartitionValues);
    return context.statistics.get({
      database: DatabaseName,
      table: TableName,
      partition: PartitionValues,
    }, ColumnNames);
  },
);
