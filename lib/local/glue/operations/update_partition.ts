import type { UpdatePartitionRequest } from "@aws-sdk/client-glue";
import { changePartition } from "../partition_values.ts";
import { BOUNDED_VALUES, NAME, PARTITION_INPUT, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Changes a partition, or gives it other values. */
export const updatePartition = operation<UpdatePartitionRequest, object>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionValueList: BOUNDED_VALUES,
    PartitionInput: PARTITION_INPUT,
  }, ["DatabaseName", "TableName", "PartitionValueList", "PartitionInput"]),
  (
    context,
    { DatabaseName = "", TableName = "", PartitionValueList = [], PartitionInput = {} },
  ) => {
    const table = requireTable(context, DatabaseName, TableName);
    changePartition(context.catalog, table, PartitionValueList, PartitionInput);
    return {};
  },
);
