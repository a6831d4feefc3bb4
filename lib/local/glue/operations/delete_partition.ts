import type { DeletePartitionRequest } from "@aws-sdk/client-glue";
import { NAME, structure, VALUES } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Deletes a partition. */
export const deletePartition = operation<DeletePartitionRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionValues: VALUES }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [] }) => {
    requireTable(context, DatabaseName, TableName);
    if (context.catalog.partition(DatabaseName, TableName, PartitionValues) === undefined) {
      throw notFound("Cannot find partition.");
    }
    context.catalog.deletePartitions(DatabaseName, TableName, [PartitionValues]);
    return {};
  },
);
