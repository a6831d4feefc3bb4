/**
 * ALTER TABLE … PARTITION.
 * @module
 */
import type { Partition, Table } from "@aws-sdk/client-glue";
import type { StatementContext } from "../executions/query.ts";
import type { Outcome } from "../executions/results.ts";
import type { HiveStatement } from "../sql/hive_ast.ts";
import { parseLocation } from "../tables/location.ts";
import { partitionPath } from "../tables/partitions/path.ts";
import {
  failed,
  folder,
  partitionNotFound,
  partitionValues,
  tableOf,
  taskFailed,
} from "./lookup.ts";

type Of<K extends HiveStatement["kind"]> = Extract<HiveStatement, { kind: K }>;

const DONE: Outcome = { columns: [], rows: [] };

function names(table: Table): [string, string] {
  return [table.DatabaseName ?? "", table.Name ?? ""];
}

function requireKeys(table: Table): void {
  if (!table.PartitionKeys?.length) {
    throw failed(`[Error 10241]: Table ${table.Name} is not a partitioned table`);
  }
}

/** A partition of a table at a location. */
export function newPartition(table: Table, values: string[], location: string): Partition {
  return {
    Values: values,
    DatabaseName: table.DatabaseName,
    TableName: table.Name,
    CreationTime: new Date(),
    StorageDescriptor: { ...table.StorageDescriptor, Location: location },
    Parameters: {},
  };
}

export function addPartitions(statement: Of<"addPartitions">, context: StatementContext): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  requireKeys(table);
  const added: Partition[] = [];
  for (const { spec, location } of statement.partitions) {
    const values = partitionValues(spec, table);
    if (catalog.partition(...names(table), values)) {
      if (statement.ifNotExists) continue;
      throw taskFailed("AlreadyExistsException(message:Partition already exists.)", {
        category: 2,
        type: 1006,
      });
    }
    const own = folder(table.StorageDescriptor?.Location ?? "") + partitionPath(table, values);
    if (location !== undefined) parseLocation(location);
    added.push(newPartition(table, values, folder(location ?? own)));
  }
  catalog.putPartitions(...names(table), added);
  return DONE;
}

export function dropPartitions(
  statement: Of<"dropPartitions">,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  requireKeys(table);
  const all = statement.specs.map((spec) => partitionValues(spec, table));
  for (const values of all) {
    if (!catalog.partition(...names(table), values) && !statement.ifExists) {
      throw failed(`[Error 10006]: Partition not found ${condition(table, values)}`);
    }
  }
  catalog.deletePartitions(...names(table), all);
  return DONE;
}

export function renamePartition(
  statement: Of<"renamePartition">,
  context: StatementContext,
): Outcome {
  const { catalog } = context.runtime;
  const table = tableOf(statement.name, context);
  const [from, to] = [statement.from, statement.to].map((spec) => partitionValues(spec, table)) as [
    string[],
    string[],
  ];
  const partition = catalog.partition(...names(table), from);
  if (!partition) {
    throw partitionNotFound(table, from);
  }
  if (catalog.partition(...names(table), to)) throw taskFailed("Partition already exists");
  catalog.deletePartitions(...names(table), [from]);
  catalog.putPartitions(...names(table), [{ ...partition, Values: to }]);
  return DONE;
}

/** A partition's values as the condition that Hive drops partitions by. */
function condition(table: Table, values: readonly string[]): string {
  const terms = (table.PartitionKeys ?? []).map(({ Name }, i) => `(${Name} = '${values[i]}')`);
  return terms.reduce((left, right) => `(${left} and ${right})`);
}
