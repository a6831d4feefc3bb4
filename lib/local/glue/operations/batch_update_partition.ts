import type {
  BatchUpdatePartitionRequest,
  BatchUpdatePartitionResponse,
} from "@aws-sdk/client-glue";
import { changePartition, eachPartition } from "../partition_values.ts";
import { BOUNDED_VALUES, listOf, NAME, PARTITION_INPUT, structure } from "../shapes.ts";
import { operation, requireTable } from "./operation.ts";

/** Changes several partitions; those that do not exist are reported. */
export const batchUpdatePartition = operation<
  BatchUpdatePartitionRequest,
  BatchUpdatePartitionResponse
>(
  structure({
    DatabaseName: NAME,
    TableName: NAME,
    Entries: listOf(
      structure({ PartitionValueList: BOUNDED_VALUES, PartitionInput: PARTITION_INPUT }, [
        "PartitionValueList",
        "PartitionInput",
      ]),
      { min: 1, max: 100 },
    ),
  }, ["DatabaseName", "TableName", "Entries"]),
  (context, { DatabaseName = "", TableName = "", Entries = [] }) => {
    const table = requireTable(context, DatabaseName, TableName);
    const errors = eachPartition(Entries, (entry) => entry.PartitionValueList, (entry) => {
      const { PartitionValueList = [], PartitionInput = {} } = entry;
      changePartition(context.catalog, table, PartitionValueList, PartitionInput);
    });
    return {
      Errors: errors.map(({ PartitionValues, ErrorDetail }) => ({
        PartitionValueList: PartitionValues,
        ErrorDetail,
      })),
    };
  },
);
