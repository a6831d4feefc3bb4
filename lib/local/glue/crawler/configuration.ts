/**
 * The `Configuration` of a crawler: a JSON text with versioned options, see
 * https://docs.aws.amazon.com/glue/latest/dg/crawler-configuration.html
 * @module
 */
import { AwsError } from "../../aws_error.ts";

/** What a crawler's `Configuration` asks for. */
export interface CrawlerConfiguration {
  /** `MergeNewColumns`: add columns, change and remove none. */
  mergeNewColumns: boolean;
  /** `InheritFromTable`: partitions take schema and format of their table. */
  inheritFromTable: boolean;
  /** `CombineCompatibleSchemas`: one schema for each include path, however different. */
  combineCompatibleSchemas: boolean;
  /** Level of folders that are tables; the bucket is level 1. */
  tableLevel?: number;
  /** Tables the crawler may make at most. */
  tableThreshold?: number;
  /** Whether partitioned tables are marked as indexed; the default for S3. */
  partitionIndex: boolean;
}

/** The keys each object of the configuration may have. */
const KEYS: Record<string, readonly string[]> = {
  "": ["Version", "CrawlerOutput", "Grouping", "CreatePartitionIndex"],
  CrawlerOutput: ["Partitions", "Tables"],
  "CrawlerOutput.Partitions": ["AddOrUpdateBehavior"],
  "CrawlerOutput.Tables": ["AddOrUpdateBehavior", "TableThreshold"],
  Grouping: ["TableGroupingPolicy", "TableLevelConfiguration"],
};

/**
 * Reads a crawler's configuration.
 *
 * @param text JSON as the crawler has it; none is the default
 * @returns What it asks for
 * @throws {AwsError} `InvalidInputException` where it is no JSON or asks for something unknown
 */
export function parseConfiguration(text: string | undefined): CrawlerConfiguration {
  const root = text === undefined || text === "" ? { Version: 1 } : parseJson(text);
  const output = child(root, "", "CrawlerOutput");
  const tables = child(output, "CrawlerOutput", "Tables");
  const partitions = child(output, "CrawlerOutput", "Partitions");
  const grouping = child(root, "", "Grouping");
  checkKeys(root, "");
  if (Number(root.Version) !== 1) {
    throw invalid(`Version ${JSON.stringify(root.Version)} of Configuration is not supported.`);
  }
  const level = positive(grouping, "TableLevelConfiguration");
  const threshold = positive(tables, "TableThreshold");
  return {
    mergeNewColumns: flag(tables, "AddOrUpdateBehavior", "MergeNewColumns"),
    inheritFromTable: flag(partitions, "AddOrUpdateBehavior", "InheritFromTable"),
    combineCompatibleSchemas: flag(grouping, "TableGroupingPolicy", "CombineCompatibleSchemas"),
    partitionIndex: boolean(root, "CreatePartitionIndex") ?? true,
    ...(level === undefined ? {} : { tableLevel: level }),
    ...(threshold === undefined ? {} : { tableThreshold: threshold }),
  };
}

type Json = Record<string, unknown>;

function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(`Configuration is not valid JSON: ${reason}`);
  }
  if (!isObject(value)) throw invalid("Configuration is not a JSON object.");
  return value;
}

function child(parent: Json, path: string, name: string): Json {
  const value = parent[name];
  if (value === undefined) return {};
  const at = path === "" ? name : `${path}.${name}`;
  if (!isObject(value)) throw invalid(`${at} is not a JSON object.`);
  checkKeys(value, at);
  return value;
}

function checkKeys(value: Json, path: string): void {
  const unknown = Object.keys(value).filter((key) => !KEYS[path]?.includes(key));
  if (unknown.length > 0) {
    throw invalid(`${path || "Configuration"} contains unsupported keys: ${unknown.join(", ")}.`);
  }
}

function flag(value: Json, name: string, only: string): boolean {
  if (value[name] === undefined) return false;
  if (value[name] === only) return true;
  throw invalid(`${name} contains unsupported value: ${JSON.stringify(value[name])}.`);
}

function boolean(value: Json, name: string): boolean | undefined {
  const given = value[name];
  if (given === undefined || typeof given === "boolean") return given;
  throw invalid(`${name} contains unsupported value: ${JSON.stringify(given)}.`);
}

function positive(value: Json, name: string): number | undefined {
  const number = value[name];
  if (number === undefined) return undefined;
  if (typeof number === "number" && Number.isInteger(number) && number > 0) return number;
  throw invalid(`${name} must be a positive integer.`);
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function invalid(message: string): AwsError {
  return new AwsError("InvalidInputException", message);
}
