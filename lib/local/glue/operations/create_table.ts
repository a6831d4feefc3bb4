import type { CreateTableRequest, PartitionIndexDescriptor } from "@aws-sdk/client-glue";
import { describeIndex } from "../partition_indexes.ts";
import { CALLER_ARN } from "../../account.ts";
import { listOf, NAME, PARTITION_INDEX, structure, TABLE_INPUT } from "../shapes.ts";
import { alreadyExists, operation, requireDatabase, requireTable } from "./operation.ts";

/** Makes a table. */
export const createTable = operation<CreateTableRequest, object>(
  structure({
    DatabaseName: NAME,
    TableInput: TABLE_INPUT,
    PartitionIndexes: listOf(PARTITION_INDEX, { min: 0, max: 3 }),
  }, ["DatabaseName", "TableInput"]),
  (context, { DatabaseName = "", TableInput, PartitionIndexes = [] }) => {
    requireDatabase(context, DatabaseName);
    const name = TableInput?.Name ?? "";
    if (context.catalog.table(DatabaseName, name) !== undefined) throw alreadyExists("Table");
    const table = {
      PartitionKeys: [],
      ...TableInput,
      Name: name,
      DatabaseName,
      CreatedBy: CALLER_ARN,
    };
    const indexes = PartitionIndexes.reduce<PartitionIndexDescriptor[]>(
      (before, index) => [...before, describeIndex(table, index, before)],
      [],
    );
    context.catalog.putTable(table);
    const made = requireTable(context, DatabaseName, name);
    for (const index of indexes) context.indexes.put(made, index);
    return {};
  },
);
