import type { GetPartitionRequest, GetPartitionResponse } from "@aws-sdk/client-glue";
import { NAME, structure, VALUES } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Shows a partition. */
export const getPartition = operation<GetPartitionRequest, GetPartitionResponse>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionValues: VALUES }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [] }) => {
    requireTable(context, DatabaseName, TableName);
    const partition = context.catalog.partition(DatabaseName, TableName, PartitionValues);
    if (partition === undefined) throw notFound("Cannot find partition.");
    return { Partition: partition };
  },
);
