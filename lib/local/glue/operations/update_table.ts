import type { UpdateTableRequest } from "@aws-sdk/client-glue";
import { BOOLEAN, NAME, structure, TABLE_INPUT } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Changes a table, and keeps the version before unless told not to. */
export const updateTable = operation<UpdateTableRequest, object>(
  structure({ DatabaseName: NAME, TableInput: TABLE_INPUT, SkipArchive: BOOLEAN }, [
    "DatabaseName",
    "TableInput",
  ]),
  (context, { DatabaseName = "", TableInput, SkipArchive }) => {
    const before = requireTable(context, DatabaseName, TableInput?.Name ?? "");
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
