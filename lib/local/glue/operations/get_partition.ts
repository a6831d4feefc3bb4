import type { GetPartitionRequest, GetPartitionResponse } from "@aws-sdk/client-glue";
import { NAME, structure, VALUES } from "../shapes.ts";
import { operation, requirePartition } from "./operation.ts";

/** Shows a partition. */
export const getPartition = operation<GetPartitionRequest, GetPartitionResponse>(
  structure({ DatabaseName: NAME, TableName: NAME, PartitionValues: VALUES }, [
    "DatabaseName",
    "TableName",
    "PartitionValues",
  ]),
  (context, { DatabaseName = "", TableName = "", PartitionValues = [] }) => {
    const partition = requirePartition(context, DatabaseName, TableName, PartitionValues);
    return { Partition: partition };
  },
);
