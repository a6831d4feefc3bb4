import type {
  UpdateColumnStatisticsForPartitionRequest,
  UpdateColumnStatisticsForPartitionResponse,
} from "@aws-sdk/client-glue";
import { COLUMN_STATISTICS } from "../column_statistics_shape.ts";
import { NAME, structure, VALUES } from "../shapes.ts";
import { operation, requirePartition } from "./operation.ts";

/** Keeps statistics of a partition's columns. */
export const updateColumnStatisticsForPartition = operation<
  UpdateColumnStatisticsForPartitionRequest,
  UpdateColumnStatisticsForPartitionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionValues: VALUES,
    ColumnStatisticsList: COLUMN_STATISTICS,
  }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
    "ColumnStatisticsList",
  ]),
  (
    context,
    { DatabaseName = "", TableName = "", PartitionValues = [], ColumnStatisticsList = [] },
  ) => {
    requirePartition(context, DatabaseName, TableName, PartitionValues);
    context.statistics.put(
      { database: DatabaseName, table: TableName, partition: PartitionValues },
      ColumnStatisticsList,
    );
    return { Errors: [] };
  },
);
