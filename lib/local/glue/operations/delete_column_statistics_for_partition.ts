import type { DeleteColumnStatisticsForPartitionRequest } from "@aws-sdk/client-glue";
import { NAME, structure, VALUES } from "../shapes.ts";
import { operation, requirePartition } from "./operation.ts";

/** Deletes the statistics of a column of a partition, where there are any. */
export const deleteColumnStatisticsForPartition = operation<
  DeleteColumnStatisticsForPartitionRequest,
  object
>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionValues: VALUES, ColumnName: NAME }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
    "ColumnName",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [], ColumnName = "" }) => {
    requirePartition(context, DatabaseName, TableName, PartitionValues);
    context.statistics.delete({
      database: DatabaseName,
      table: TableName,
      partition: PartitionValues,
    }, ColumnName);
    return {};
  },
);
