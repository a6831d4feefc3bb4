import type {
  BatchDeleteTableVersionRequest,
  BatchDeleteTableVersionResponse,
} from "@aws-sdk/client-glue";
import { listOf, NAME, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Deletes several older versions of a table; those that are not there are reported. */
export const batchDeleteTableVersion = operation<
  BatchDeleteTableVersionRequest,
  BatchDeleteTableVersionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    VersionIds: listOf(NAME, { min: 0, max: 100 }),
  }, ["DatabaseName", "TableName", "VersionIds"]),
  (context, { DatabaseName = "", TableName = "", VersionIds = [] }) => {
    requireTable(context, DatabaseName, TableName);
    const missing = VersionIds.filter((version) =>
      !context.catalog.deleteTableVersion(DatabaseName, TableName, version)
    );
    return {
      Errors: missing.map((version) => ({
        TableName,
        VersionId: version,
        ErrorDetail: {
          ErrorCode: "EntityNotFoundException",
          ErrorMessage: "Version not found.",
        },
      })),
    };
  },
);
