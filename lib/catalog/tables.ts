/**
 * The tables in the Data Catalog, in the words of this project.
 * @module
 */
import {
  EntityNotFoundException,
  GlueClient,
  paginateGetPartitions,
  paginateGetTables,
  type Table,
} from "@aws-sdk/client-glue";
import { awsClientOptions } from "../aws.ts";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";

/** A column of a table, or a key of its partitions. */
export interface TableColumn {
  name: string;
  /** Its type in the catalog's words, such as `string` or `bigint`. */
  type: string;
}

/** A part of a table: the objects in one folder. */
export interface TablePartition {
  /** Values of the partition keys, in their order. */
  values: string[];
  /** S3 URL of its folder. */
  location: string;
  /** Whether the crawler finds its data no more. */
  dataGone?: true;
}

/** A table in the catalog. */
export interface TableDescription {
  name: string;
  columns: TableColumn[];
  partitionKeys: TableColumn[];
  partitions: TablePartition[];
  /** S3 URL of its folder. */
  location: string;
  /** Format of its objects, such as `json`. */
  classification: string;
  /** Whether the crawler finds its data no more. */
  dataGone?: true;
}

/**
 * Describes the tables of the configured database, with their partitions.
 *
 * @param config The pipeline's settings
 * @returns The tables by name; none where the database does not exist
 * @throws {TickertapeError} Glue does not answer, or refuses
 *
 * @example
 * ```ts
 * import { loadConfig } from "../config.ts";
 * import { startStack } from "../local/mod.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dataDir = await Deno.makeTempDir();
 * const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
 *
 * const tables = await describeTables(loadConfig({ AWS_ENDPOINT_URL: stack.aws }));
 * assertEquals(tables, []);
 *
 * await stack.close();
 * await Deno.remove(dataDir, { recursive: true });
 * ```
 */
export async function describeTables(config: Config): Promise<TableDescription[]> {
  const client = new GlueClient(awsClientOptions(config));
  const DatabaseName = config.glue.database;
  try {
    const tables: TableDescription[] = [];
    for await (const page of paginateGetTables({ client }, { DatabaseName })) {
      for (const table of page.TableList ?? []) {
        tables.push(describe(table, await partitionsOf(client, DatabaseName, table)));
      }
    }
    return tables;
  } catch (error) {
    if (error instanceof EntityNotFoundException) return [];
    throw awsFailure(config, `list the tables of the database '${DatabaseName}'`, error);
  } finally {
    client.destroy();
  }
}

async function partitionsOf(
  client: GlueClient,
  DatabaseName: string,
  table: Table,
): Promise<TablePartition[]> {
  if (!table.PartitionKeys?.length) return [];
  const partitions: TablePartition[] = [];
  // Without the columns of each partition, which repeat the table's, an answer is far smaller.
  const request = { DatabaseName, TableName: table.Name!, ExcludeColumnSchema: true };
  for await (const page of paginateGetPartitions({ client }, request)) {
    for (const { Values, StorageDescriptor, Parameters } of page.Partitions ?? []) {
      partitions.push({
        values: Values ?? [],
        location: StorageDescriptor?.Location ?? "",
        ...mark(Parameters),
      });
    }
  }
  return partitions.sort((a, b) => a.values.join("/") < b.values.join("/") ? -1 : 1);
}

function describe(table: Table, partitions: TablePartition[]): TableDescription {
  const columns = (list: Table["PartitionKeys"]) =>
    (list ?? []).map(({ Name, Type }) => ({ name: Name ?? "", type: Type ?? "" }));
  return {
    name: table.Name ?? "",
    columns: columns(table.StorageDescriptor?.Columns),
    partitionKeys: columns(table.PartitionKeys),
    partitions,
    location: table.StorageDescriptor?.Location ?? "",
    classification: table.Parameters?.classification ?? "",
    ...mark(table.Parameters),
  };
}

/** https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html */
function mark(parameters: Record<string, string> | undefined): { dataGone?: true } {
  return parameters?.DEPRECATED_BY_CRAWLER === undefined ? {} : { dataGone: true };
}
