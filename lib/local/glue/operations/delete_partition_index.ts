import type { DeletePartitionIndexRequest } from "@aws-sdk/client-glue";
import { NAME, structure } from "../shapes.ts";
import { notFound, operation, requireTable } from "./operation.ts";

/** Takes an index from a table. */
export const deletePartitionIndex = operation<DeletePartitionIndexRequest, object>(
  structure({ DatabaseName: NAME, TableName: NAME, IndexName: NAME }, [
    "DatabaseName",
    "TableName",
    "IndexName",
  ]),
  (context, { DatabaseName = "", TableName = "", IndexName = "" }) => {
    const table = requireTable(context, DatabaseName, TableName);
    if (!context.indexes.delete(table, IndexName)) {
      throw notFound(`Index with the given indexName : ${IndexName} does not exist.`);
    }
    return {};
  },
);
