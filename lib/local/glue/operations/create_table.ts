import type { CreateTableRequest } from "@aws-sdk/client-glue";
import { CALLER_ARN } from "../resources.ts";
import { NAME, structure, TABLE_INPUT } from "../shapes.ts";
import { alreadyExists, operation, requireDatabase } from "./operation.ts";

/** Makes a table. */
export const createTable = operation<CreateTableRequest, object>(
  structure({ DatabaseName: NAME, TableInput: TABLE_INPUT }, ["DatabaseName", "TableInput"]),
  (context, { DatabaseName = "", TableInput }) => {
    requireDatabase(context, DatabaseName);
    const name = TableInput?.Name ?? "";
    if (context.catalog.table(DatabaseName, name) !== undefined) throw alreadyExists("Table");
    context.catalog.putTable({
      PartitionKeys: [],
      ...TableInput,
      Name: name,
      DatabaseName,
      CreatedBy: CALLER_ARN,
    });
    return {};
  },
);
