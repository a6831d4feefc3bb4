/**
 * Finds the tables in a tree of folders: which folders are tables, and which are partitions.
 * See https://docs.aws.amazon.com/glue/latest/dg/crawler-s3-folder-table-partition.html
 * @module
 */
import { areAlike, type DataSchema, formatOf, mergeSchemas } from "./schema.ts";

/** An object whose schema is known. */
export interface DataFile {
  key: string;
  schema: DataSchema;
}

/** A folder of data in a table, with the names of the folders between the two. */
export interface FoundPartition {
  /** The folder's whole prefix, with a slash at its end. */
  prefix: string;
  /** Folder names from the table's folder down. */
  folders: string[];
  schema: DataSchema;
}

/** A table in the data. */
export interface FoundTable {
  /** Prefix of the table's folder with a slash at its end, or one object's key. */
  prefix: string;
  schema: DataSchema;
  /** The folders with its data; a table without partitions has one, itself. */
  partitions: FoundPartition[];
  /** Folders between the table and its data. */
  depth: number;
}

/** How folders become tables. */
export interface GroupingOptions {
  /** Whether different schemas of the same format are one table. */
  combine: boolean;
  /** Level of the folders that are tables; the bucket is level 1. */
  tableLevel?: number;
}

interface Folder {
  prefix: string;
  children: Map<string, Folder>;
  files: DataFile[];
}

/**
 * Groups objects into tables.
 *
 * @param root Include path: a folder with a slash at its end, empty for the bucket, or one key
 * @param files Objects below it, with their schemas
 * @param options How to group
 * @returns The tables
 */
export function groupTables(
  root: string,
  files: readonly DataFile[],
  options: GroupingOptions,
): FoundTable[] {
  if (root !== "" && !root.endsWith("/")) return files.map(fileTable);
  const tables: FoundTable[] = [];
  const whole = resolve(buildTree(root, files), options, tables);
  if (whole !== undefined) tables.push(whole);
  return tables;
}

function buildTree(root: string, files: readonly DataFile[]): Folder {
  const tree: Folder = { prefix: root, children: new Map(), files: [] };
  for (const file of files) {
    const names = file.key.slice(root.length).split("/").slice(0, -1);
    let folder = tree;
    for (const name of names) {
      let child = folder.children.get(name);
      if (child === undefined) {
        child = { prefix: `${folder.prefix}${name}/`, children: new Map(), files: [] };
        folder.children.set(name, child);
      }
      folder = child;
    }
    folder.files.push(file);
  }
  return tree;
}

/** Gives a folder as one table, or adds the tables it falls apart into to `tables`. */
function resolve(
  folder: Folder,
  options: GroupingOptions,
  tables: FoundTable[],
): FoundTable | undefined {
  const level = folder.prefix.split("/").length;
  const above = options.tableLevel !== undefined && level < options.tableLevel;
  const combine = options.combine || options.tableLevel !== undefined;
  // Objects of its own beside folders with objects: two depths, so never one table.
  const mixed = folder.files.length > 0 && folder.children.size > 0;
  const parts: FoundTable[] = [];
  let whole = !above && !mixed;
  if (folder.files.length > 0) {
    const own = folderTable(folder, combine);
    if (own === undefined) {
      tables.push(...folder.files.map(fileTable));
      whole = false;
    } else {
      parts.push(own);
    }
  }
  for (const child of folder.children.values()) {
    const part = resolve(child, options, tables);
    if (part === undefined) whole = false;
    else parts.push(part);
  }
  if (whole && isOneTable(parts, combine)) return joinParts(folder.prefix, parts);
  tables.push(...parts);
  return undefined;
}

/** A folder's own objects as one table, where they are alike. */
function folderTable(folder: Folder, combine: boolean): FoundTable | undefined {
  const schemas = folder.files.map((file) => file.schema);
  if (new Set(schemas.map(formatOf)).size > 1) return undefined;
  if (!combine && !areAlike(schemas)) return undefined;
  const schema = mergeSchemas(schemas);
  const { prefix } = folder;
  return { prefix, schema, depth: 0, partitions: [{ prefix, folders: [], schema }] };
}

function fileTable(file: DataFile): FoundTable {
  const { key: prefix, schema } = file;
  return { prefix, schema, depth: 0, partitions: [{ prefix, folders: [], schema }] };
}

/** Whether tables beside each other are one: same format and depth, and schemas alike. */
function isOneTable(parts: readonly FoundTable[], combine: boolean): boolean {
  const first = parts[0];
  if (first === undefined) return false;
  const format = formatOf(first.schema);
  const same = parts.every((part) =>
    part.depth === first.depth && formatOf(part.schema) === format
  );
  return same && (combine || areAlike(parts.map((part) => part.schema)));
}

function joinParts(prefix: string, parts: readonly FoundTable[]): FoundTable {
  const [only] = parts;
  if (parts.length === 1 && only?.prefix === prefix) return only;
  return {
    prefix,
    schema: mergeSchemas(parts.map((part) => part.schema)),
    depth: (only?.depth ?? 0) + 1,
    partitions: parts.flatMap((part) => {
      const name = part.prefix.slice(prefix.length, -1);
      return part.partitions.map((leaf) => ({ ...leaf, folders: [name, ...leaf.folders] }));
    }),
  };
}
