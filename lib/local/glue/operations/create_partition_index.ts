import type { CreatePartitionIndexRequest } from "@aws-sdk/client-glue";
import { describeIndex } from "../partition_indexes.ts";
import { NAME, PARTITION_INDEX, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Gives a table an index over its partitions. */
export const createPartitionIndex = operation<CreatePartitionIndexRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionIndex: PARTITION_INDEX }, [
    "DatabaseName",
    "TableName",
    "PartitionIndex",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionIndex }) => {
    const table = requireTable(context, DatabaseName, TableName);
    const { indexes } = context;
    if (PartitionIndex !== undefined) {
      indexes.put(table, describeIndex(table, PartitionIndex, indexes.of(table)));
    }
    return {};
  },
);
