import type { CreatePartitionRequest } from "@aws-sdk/client-glue";
import { requireValues } from "../partition_values.ts";
import { NAME, PARTITION_INPUT, structure } from "../shapes.ts";
import { alreadyExists, operation, requireTable } from "./operation.ts";

/** Makes a partition. */
export const createPartition = operation<CreatePartitionRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionInput: PARTITION_INPUT }, [
    "DatabaseName",
    "TableName",
    "PartitionInput",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionInput = {} }) => {
    const table = requireTable(context, DatabaseName, TableName);
    const values = requireValues(table, PartitionInput.Values);
    if (context.catalog.partition(DatabaseName, TableName, values) !== undefined) {
      throw alreadyExists("Partition");
    }
    context.catalog.putPartitions(DatabaseName, TableName, [PartitionInput]);
    return {};
  },
);
