/**
 * Lines of DESCRIBE, as Hive lays them out for Athena: three values, filled up with blanks.
 * @module
 */
import type { Column, Partition, StorageDescriptor, Table } from "@aws-sdk/client-glue";

/** Each of a line's values is filled up to this many characters. */
const WIDTH = 20;
/** A line without values, and what ends a title. */
const BLANK = "\t \t ";

const padded = (text: string) => text.padEnd(WIDTH);

/** Columns that are stored: those of a table or of a partition, with the comments that DDL shows. */
export function ownColumns(table: Table, storage = table.StorageDescriptor): Column[] {
  return (storage?.Columns ?? []).map((column) => {
    const comment = commentOf(column, storage);
    return comment === undefined ? column : { ...column, Comment: comment };
  });
}

/** A column's comment; where there is none, the SerDes that tell the columns themselves say so. */
function commentOf(column: Column, storage?: StorageDescriptor): string | undefined {
  if (column.Comment) return column.Comment;
  const serde = storage?.SerdeInfo?.SerializationLibrary ?? "";
  return /JsonSerDe$|OpenCSVSerde$/.test(serde) ? "from deserializer" : column.Comment;
}

/** A column; what stands behind a tab in its comment is not shown. */
export function columnLine({ Name = "", Type = "", Comment = "" }: Column): string {
  const [comment = ""] = padded(Comment).split("\t");
  return `${padded(Name)}\t${padded(Type)}\t${comment}`;
}

const HEADER = `# ${padded("col_name")}\t${padded("data_type")}\t${padded("comment")}`;

/** What follows the columns of a table with partitions. */
export function keyLines(keys: readonly Column[]): string[] {
  if (keys.length === 0) return [];
  return [BLANK, title("# Partition Information"), HEADER, BLANK, ...keys.map(columnLine)];
}

/** All of a table, or of a partition. */
export function formattedLines(table: Table, partition: Partition | undefined): string[] {
  const storage = partition?.StorageDescriptor ?? table.StorageDescriptor ?? {};
  return [
    HEADER,
    BLANK,
    ...ownColumns(table, storage).map(columnLine),
    ...keyLines(table.PartitionKeys ?? []),
    BLANK,
    ...(partition ? partitionLines(table, partition, storage) : tableLines(table, storage)),
    BLANK,
    ...storageLines(storage),
  ];
}

function tableLines(table: Table, { Location = "" }: StorageDescriptor): string[] {
  return [
    title("# Detailed Table Information"),
    pair("Database:", table.DatabaseName ?? ""),
    pair("Owner:", table.Owner ?? "null"),
    pair("CreateTime:", time(table.CreateTime)),
    pair("LastAccessTime:", time(table.LastAccessTime)),
    pair("Protect Mode:", "None"),
    pair("Retention:", String(table.Retention ?? 0)),
    pair("Location:", Location),
    pair("Table Type:", table.TableType ?? ""),
    ...parameterLines("Table Parameters:", table.Parameters),
  ];
}

function partitionLines(
  table: Table,
  partition: Partition,
  { Location = "" }: StorageDescriptor,
): string[] {
  return [
    title("# Detailed Partition Information"),
    pair("Partition Value:", list(partition.Values)),
    pair("Database:", table.DatabaseName ?? ""),
    pair("Table:", table.Name ?? ""),
    pair("CreateTime:", time(partition.CreationTime)),
    pair("LastAccessTime:", time(partition.LastAccessTime)),
    pair("Protect Mode:", "None"),
    pair("Location:", Location),
    ...parameterLines("Partition Parameters:", partition.Parameters),
  ];
}

function storageLines(storage: StorageDescriptor): string[] {
  const sorted = (storage.SortColumns ?? []).map(({ Column, SortOrder }) =>
    `Order(col:${Column}, order:${SortOrder})`
  );
  return [
    title("# Storage Information"),
    pair("SerDe Library:", storage.SerdeInfo?.SerializationLibrary ?? "null"),
    pair("InputFormat:", storage.InputFormat ?? "null"),
    pair("OutputFormat:", storage.OutputFormat ?? "null"),
    pair("Compressed:", storage.Compressed ? "Yes" : "No"),
    pair("Num Buckets:", String(storage.NumberOfBuckets ?? 0)),
    pair("Bucket Columns:", list(storage.BucketColumns)),
    pair("Sort Columns:", list(sorted)),
    ...(storage.StoredAsSubDirectories ? [pair("Stored As SubDirectories:", "Yes")] : []),
    ...parameterLines("Storage Desc Params:", storage.SerdeInfo?.Parameters),
  ];
}

function title(text: string): string {
  return `${text}${BLANK}`;
}

function pair(name: string, value: string): string {
  return `${padded(name)}\t${padded(value)}\t `;
}

function list(values: readonly string[] | undefined): string {
  return `[${(values ?? []).join(", ")}]`;
}

function parameterLines(name: string, parameters: Record<string, string> | undefined): string[] {
  const entries = Object.entries(parameters ?? {}).sort(([a], [b]) => a < b ? -1 : 1);
  if (entries.length === 0) return [];
  return [
    title(name),
    ...entries.map(([key, value]) => `\t${padded(key)}\t${padded(escaped(value))}`),
  ];
}

const ESCAPES: Record<string, string> = {
  "\b": "\\b",
  "\n": "\\n",
  "\t": "\\t",
  "\f": "\\f",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

/** A text as Java writes it in its source. */
function escaped(text: string): string {
  return text.replace(
    /[^ !#-[\]-~]/g,
    (char) =>
      ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Wed Jan 31 10:00:00 UTC 2024`; the beginning of the epoch is no time. */
function time(date: Date | undefined): string {
  if (!date || date.getTime() < 1000) return "UNKNOWN";
  const day = String(date.getUTCDate()).padStart(2, "0");
  const clock = date.toISOString().slice(11, 19);
  const names = `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]}`;
  return `${names} ${day} ${clock} UTC ${date.getUTCFullYear()}`;
}
