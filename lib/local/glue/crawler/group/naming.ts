/**
 * Names of tables and partition keys.
 * @module
 */
import { createHash } from "node:crypto";
import type { FoundTable } from "./grouping.ts";

/** Longest name of a table; longer ones are cut. */
const MAX_NAME = 128;

/**
 * Names a table after its folder: lower case, what is neither letter nor digit as `_`.
 *
 * @param tablePrefix The crawler's prefix for names
 * @param bucket Bucket the table is in; a table of a whole bucket is named after it
 * @param prefix Prefix of the table's folder, or one object's key
 * @returns The name, cut to 128 characters
 */
export function tableName(tablePrefix: string, bucket: string, prefix: string): string {
  const folder = prefix.replace(/\/$/, "").split("/").at(-1) || bucket;
  const name = `${tablePrefix}${folder}`.toLowerCase().replace(/[^\p{L}\p{N}_]/gu, "_");
  return name.slice(0, MAX_NAME);
}

/**
 * Names a table whose plain name is taken by another.
 *
 * @param name The plain name
 * @param location Where the table's data is; the same location gives the same name
 * @returns The name with `_` and 32 hex digits after it
 */
export function collisionName(name: string, location: string): string {
  const hash = createHash("md5").update(location).digest("hex");
  return `${name.slice(0, MAX_NAME - hash.length - 1)}_${hash}`;
}

/**
 * Names a table's partition keys: `key` where every folder of a level is `key=value`, and
 * `partition_0`, `partition_1` … by level elsewhere.
 *
 * @param table Table with its folders
 * @returns Names of the keys, from the table's folder down
 */
export function partitionKeys(table: FoundTable): string[] {
  const keys: string[] = [];
  for (let level = 0; level < table.depth; level++) {
    const names = new Set(
      table.partitions.map(({ folders }) => hiveKey(folders[level] ?? "")?.toLowerCase()),
    );
    const [name] = names;
    keys.push(
      names.size === 1 && name !== undefined && !keys.includes(name) ? name : `partition_${level}`,
    );
  }
  return keys;
}

/**
 * Gives a partition's values: what stands behind `key=`, or the folder's name.
 *
 * @param keys Names of the table's partition keys
 * @param folders Folder names from the table's folder down
 * @returns One value for each key
 */
export function partitionValues(keys: readonly string[], folders: readonly string[]): string[] {
  return keys.map((key, level) => {
    const folder = folders[level] ?? "";
    return hiveKey(folder)?.toLowerCase() === key ? folder.slice(folder.indexOf("=") + 1) : folder;
  });
}

function hiveKey(folder: string): string | undefined {
  return /^([^=]+)=./s.exec(folder)?.[1];
}
