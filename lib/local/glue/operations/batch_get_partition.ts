import type { BatchGetPartitionRequest, BatchGetPartitionResponse } from "@aws-sdk/client-glue";
import { listOf, NAME, structure, VALUES } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Shows several partitions; those that do not exist are left out. */
export const batchGetPartition = operation<BatchGetPartitionRequest, BatchGetPartitionResponse>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    PartitionsToGet: listOf(structure({ Values: VALUES }, ["Values"]), { min: 0, max: 1000 }),
  }, ["DatabaseName", "TableName", "PartitionsToGet"]),
  (context, { DatabaseName = "", TableName = "", PartitionsToGet = [] }) => {
    requireTable(context, DatabaseName, TableName);
    const found = PartitionsToGet.map(({ Values = [] }) =>
      context.catalog.partition(DatabaseName, TableName, Values)
    );
    return {
      Partitions: found.filter((partition) => partition !== undefined),
      UnprocessedKeys: [],
    };
  },
);
