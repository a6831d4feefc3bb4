import type {
  BatchCreatePartitionRequest,
  BatchCreatePartitionResponse,
} from "@aws-sdk/client-glue";
import { eachPartition, requireValues } from "../partition_values.ts";
import { listOf, NAME, PARTITION_INPUT, structure } from "../shapes.ts";
import { alreadyExists, operation, requireTable } from "./operation.ts";

/** Makes several partitions; those that exist are reported. */
export const batchCreatePartition = operation<
  BatchCreatePartitionRequest,
  BatchCreatePartitionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionInputList: listOf(PARTITION_INPUT, { min: 0, max: 100 }),
  }, ["DatabaseName", "TableName", "PartitionInputList"]),
  (context, { DatabaseName = "", TableName = "", PartitionInputList = [] }) => {
    const table = requireTable(context, DatabaseName, TableName);
    const errors = eachPartition(PartitionInputList, ({ Values }) => Values, (input) => {
      const values = requireValues(table, input.Values);
      if (context.catalog.partition(DatabaseName, TableName, values) !== undefined) {
        throw alreadyExists("Partition");
      }
      context.catalog.putPartitions(DatabaseName, TableName, [input]);
    });
    return { Errors: errors };
  },
);
