import type { UpdateTableRequest } from "@aws-sdk/client-glue";
import { AwsError } from "../../aws_error.ts";
import { BOOLEAN, NAME, structure, TABLE_INPUT, TEXT } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/**
 * Changes a table, and keeps the version before unless told not to. A writer that names the version
 * it has seen, as Iceberg does for each commit, changes no later one.
 */
export const updateTable = operation<UpdateTableRequest, object>(
  structure(
    { DatabaseName: NAME, TableInput: TABLE_INPUT, SkipArchive: BOOLEAN, VersionId: TEXT },
    ["DatabaseName", "TableInput"],
  ),
  (context, { DatabaseName = "", TableInput, SkipArchive, VersionId }) => {
    const before = requireTable(context, DatabaseName, TableInput?.Name ?? "");
    if (VersionId !== undefined && VersionId !== before.VersionId) {
      throw new AwsError(
        "ConcurrentModificationException",
        "Update table failed due to concurrent modifications.",
      );
    }
    const table = {
      PartitionKeys: [],
      ...TableInput,
      Name: before.Name,
      DatabaseName,
      CreatedBy: before.CreatedBy,
    };
    if (SkipArchive) context.catalog.replaceTable(table);
    else context.catalog.putTable(table);
    return {};
  },
);
