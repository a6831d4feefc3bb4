import type {
  BatchDeletePartitionRequest,
  BatchDeletePartitionResponse,
} from "@aws-sdk/client-glue";
import { eachPartition } from "../partition_values.ts";
import { listOf, NAME, structure, VALUES } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Deletes several partitions; those that do not exist are reported. */
export const batchDeletePartition = operation<
  BatchDeletePartitionRequest,
  BatchDeletePartitionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionsToDelete: listOf(structure({ Values: VALUES }, ["Values"]), { min: 0, max: 25 }),
  }, ["DatabaseName", "TableName", "PartitionsToDelete"]),
  (context, { DatabaseName = "", TableName = "", PartitionsToDelete = [] }) => {
    requireTable(context, DatabaseName, TableName);
    const errors = eachPartition(PartitionsToDelete, ({ Values }) => Values, ({ Values = [] }) => {
      if (context.catalog.partition(DatabaseName, TableName, Values) === undefined) {
        throw notFound("Cannot find partition.");
      }
      context.catalog.deletePartitions(DatabaseName, TableName, [Values]);
    });
    return { Errors: errors };
  },
);
