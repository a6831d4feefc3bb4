import type { DeletePartitionRequest } from "@aws-sdk/client-glue";
import { NAME, structure, VALUES } from "../shapes.ts";
import { operation, requirePartition } from "./operation.ts";

/** Deletes a partition. */
export const deletePartition = operation<DeletePartitionRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionValues: VALUES }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [] }) => {
    requirePartition(context, DatabaseName, TableName, PartitionValues);
    context.catalog.deletePartitions(DatabaseName, TableName, [PartitionValues]);
    return {};
  },
);
