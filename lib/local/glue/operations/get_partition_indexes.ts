import type { GetPartitionIndexesRequest, GetPartitionIndexesResponse } from "@aws-sdk/client-glue";
import { NAME, structure, TOKEN } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Lists the indexes over a table's partitions: three at most, so that they are one page. */
export const getPartitionIndexes = operation<
  GetPartitionIndexesRequest,
  GetPartitionIndexesResponse
>(
  structure({ DatabaseName: NAME, TableName: NAME, NextToken: TOKEN }, [
    "DatabaseName",
    "TableName",
  ]),
  (context, { DatabaseName = "", TableName = "" }) => ({
    PartitionIndexDescriptorList: context.indexes.of(
      requireTable(context, DatabaseName, TableName),
    ),
  }),
);
