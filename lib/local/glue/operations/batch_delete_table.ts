import type {
  BatchDeleteTableRequest,
  BatchDeleteTableResponse,
  TableError,
} from "@aws-sdk/client-glue";
import { listOf, NAME, structure } from "../shapes.ts";
import { operation, requireDatabase } from "./operation.ts";

/** Deletes several tables; those that do not exist are reported. */
export const batchDeleteTable = operation<BatchDeleteTableRequest, BatchDeleteTableResponse>(
  structure({ DatabaseName: NAME, TablesToDelete: listOf(NAME, { min: 0, max: 100 }) }, [
    "DatabaseName",
    "TablesToDelete",
  ]),
  (context, { DatabaseName = "", TablesToDelete = [] }) => {
    requireDatabase(context, DatabaseName);
    const errors: TableError[] = [];
    for (const name of TablesToDelete) {
      if (context.catalog.table(DatabaseName, name) !== undefined) {
        context.catalog.deleteTable(DatabaseName, name);
        continue;
      }
      errors.push({
        TableName: name,
        ErrorDetail: {
          ErrorCode: "EntityNotFoundException",
          ErrorMessage: `Table ${name} not found.`,
        },
      });
    }
    return { Errors: errors };
  },
);
