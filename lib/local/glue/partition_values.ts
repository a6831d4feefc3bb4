/**
 * What the operations on partitions share.
 * @module
 */
import type { Partition, PartitionError, PartitionInput, Table } from "@aws-sdk/client-glue";
import { AwsError } from "../aws_error.ts";
import type { GlueCatalog } from "./catalog.ts";

/**
 * Gives a partition's values, where they are as many as the table's keys.
 *
 * @throws {AwsError} `InvalidInputException` where they are not
 */
export function requireValues(table: Table, values: readonly string[] = []): readonly string[] {
  if (values.length === (table.PartitionKeys ?? []).length) return values;
  throw new AwsError(
    "InvalidInputException",
    "The number of partition keys do not match the number of partition values",
  );
}

/**
 * Changes a partition, and moves it where its values change.
 *
 * @throws {AwsError} `EntityNotFoundException` where it does not exist, `AlreadyExistsException`
 * where its new place is taken
 */
export function changePartition(
  catalog: GlueCatalog,
  table: Table,
  values: readonly string[],
  input: PartitionInput,
): void {
  const database = table.DatabaseName ?? "";
  const name = table.Name ?? "";
  const before = catalog.partition(database, name, values);
  if (before === undefined) {
    throw new AwsError("EntityNotFoundException", "Cannot find partition.");
  }
  const after = [...input.Values === undefined ? values : requireValues(table, input.Values)];
  if (JSON.stringify(after) !== JSON.stringify(values)) {
    if (catalog.partition(database, name, after) !== undefined) {
      throw new AwsError("AlreadyExistsException", "Partition already exists.");
    }
    catalog.deletePartitions(database, name, [values]);
  }
  const partition: Partition = { ...input, Values: after, CreationTime: before.CreationTime };
  catalog.putPartitions(database, name, [partition]);
}

/**
 * Does something for each of several partitions, and gathers the errors of the service.
 *
 * @param entries Partitions of the request
 * @param valuesOf Gives an entry's values, which name it in the errors
 * @param body What to do for one
 * @returns An error for each that failed
 */
export function eachPartition<T>(
  entries: readonly T[],
  valuesOf: (entry: T) => string[] | undefined,
  body: (entry: T) => void,
): PartitionError[] {
  const errors: PartitionError[] = [];
  for (const entry of entries) {
    try {
      body(entry);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      errors.push({
        PartitionValues: valuesOf(entry),
        ErrorDetail: { ErrorCode: error.code, ErrorMessage: error.message },
      });
    }
  }
  return errors;
}
