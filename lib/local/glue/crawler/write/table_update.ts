/**
 * What becomes of a table that is in the catalog already when a crawl finds it again.
 * @module
 */
import type { Column, Partition, StorageDescriptor, Table } from "@aws-sdk/client-glue";
import { type GlueType, parseTypeName, typeName } from "../classify/glue_type.ts";
import { RUN_ID } from "./definition.ts";

/** Parameter of a table whose data is gone or has changed past recognition; epoch milliseconds. */
export const DEPRECATED = "DEPRECATED_BY_CRAWLER";

/** Parameters that must be as before for a table to be the same table. */
const FUNDAMENTAL = ["classification", "compressionType", "delimiter"];

/**
 * Adds new columns to a table and changes none that it has; what the user set stays. A table whose
 * format has changed is marked as deprecated instead.
 *
 * @param before Table in the catalog
 * @param found The same table as the crawl found it
 * @returns The table to keep
 */
export function mergeNewColumns(before: Table, found: Table): Table {
  const changed = FUNDAMENTAL.some((name) =>
    before.Parameters?.[name] !== undefined &&
    before.Parameters[name] !== found.Parameters?.[name]
  );
  if (changed) return deprecate(before);
  const { [DEPRECATED]: _, ...kept } = before.Parameters ?? {};
  const parameters = { ...kept, ...found.Parameters };
  return {
    ...before,
    Parameters: parameters,
    StorageDescriptor: mergeStorage(
      before.StorageDescriptor ?? {},
      found.StorageDescriptor ?? {},
      parameters,
    ),
  };
}

/** Adds new columns to what is kept of a table or partition. */
export function mergeStorage(
  before: StorageDescriptor,
  found: StorageDescriptor,
  parameters: Record<string, string>,
): StorageDescriptor {
  return {
    ...before,
    Columns: mergeColumns(before.Columns ?? [], found.Columns ?? []),
    SerdeInfo: {
      ...before.SerdeInfo,
      Parameters: { ...before.SerdeInfo?.Parameters, ...found.SerdeInfo?.Parameters },
    },
    Parameters: parameters,
  };
}

/** Marks a table as one whose data is gone; once marked, it keeps the time of the first mark. */
export function deprecate<T extends Table | Partition>(entry: T): T {
  if (entry.Parameters?.[DEPRECATED] !== undefined) return entry;
  const mark = { [DEPRECATED]: String(Date.now()) };
  return {
    ...entry,
    Parameters: { ...entry.Parameters, ...mark },
    StorageDescriptor: {
      ...entry.StorageDescriptor,
      Parameters: { ...entry.StorageDescriptor?.Parameters, ...mark },
    },
  };
}

/** Gives a partition its table's schema and format; place and measures stay its own. */
export function inheritFromTable(partition: Partition, table: Table): Partition {
  const storage = table.StorageDescriptor ?? {};
  const own = partition.StorageDescriptor?.Parameters ?? {};
  const inherited = Object.fromEntries(
    Object.entries(storage.Parameters ?? {}).filter(([name]) =>
      own[name] !== undefined && !["objectCount", "sizeKey", "recordCount", "averageRecordSize"]
        .includes(name)
    ),
  );
  return {
    ...partition,
    StorageDescriptor: {
      ...storage,
      Parameters: { ...own, ...inherited },
      ...(partition.StorageDescriptor?.Location === undefined
        ? {}
        : { Location: partition.StorageDescriptor.Location }),
    },
  };
}

/** Whether two entries of the catalog say the same of their data, whichever crawl it was. */
export function sameDefinition(a: Table | Partition, b: Table | Partition): boolean {
  return canonical(a) === canonical(b);
}

function canonical(entry: Table | Partition): string {
  const { StorageDescriptor, Parameters } = entry;
  const keys = "PartitionKeys" in entry ? entry.PartitionKeys : [];
  return JSON.stringify(
    [StorageDescriptor, Parameters, keys],
    (name, value: unknown) =>
      name === RUN_ID
        ? undefined
        : typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => x < y ? -1 : 1))
        : value,
  );
}

function mergeColumns(before: readonly Column[], found: readonly Column[]): Column[] {
  const news = new Map(found.map((column) => [column.Name?.toLowerCase(), column]));
  const kept = before.map((column) => {
    const name = column.Name?.toLowerCase();
    const now = news.get(name);
    news.delete(name);
    if (now?.Type === undefined || !column.Type?.includes("<")) return column;
    const type = addFields(parseTypeName(column.Type), parseTypeName(now.Type));
    return { ...column, Type: typeName(type) };
  });
  return [...kept, ...news.values()];
}

/** Adds fields that are new to a nested type; those it has stay as they are. */
function addFields(before: GlueType, found: GlueType): GlueType {
  if (before.kind === "array" && found.kind === "array") {
    return { kind: "array", element: addFields(before.element, found.element) };
  }
  if (before.kind === "struct" && found.kind === "struct") {
    const kept = new Map<string, GlueType>();
    for (const [name, type] of before.fields) {
      const now = found.fields.get(name);
      kept.set(name, now === undefined ? type : addFields(type, now));
    }
    for (const [name, type] of found.fields) if (!kept.has(name)) kept.set(name, type);
    return { kind: "struct", fields: kept };
  }
  return before;
}
