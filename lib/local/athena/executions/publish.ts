/**
 * Puts a result where the execution says, and what describes it beside it.
 * @module
 */
import { QueryError } from "../errors.ts";
import { parseLocation } from "../tables/location.ts";
import type { Type } from "../types/types.ts";
import { engineId } from "./engine_id.ts";
import { describeResult } from "./metadata.ts";
import type { Execution } from "./model.ts";
import type { Runtime } from "./query.ts";
import {
  columnInfo,
  type Outcome,
  type PlainType,
  type ResultWriter,
  textWriter,
} from "./results.ts";

/** What a result is, beside its columns and rows. */
export interface ResultKind {
  /** Nothing but literals were asked for. */
  literals?: boolean;
  /** What the engine calls a statement that wrote rows: it has no result object. */
  updateType?: string | undefined;
  /** Whether it is described although it has no columns. */
  described?: boolean | undefined;
}

/** Kinds of statements that the service answers without its engine, all but Hive's. */
const BY_SERVICE = /^(SHOW_(?!CREATE_TABLE|FUNCTIONS)|DESC_VIEW)/;
/** Kinds of statements that Hive answers. */
const BY_HIVE = /^(DESCRIBE_TABLE|SHOW_CREATE_TABLE|MSCK_REPAIR|ALTER_TABLE)/;

/** Publishes the rows of a statement that is no query. */
export async function publishOutcome(
  execution: Execution,
  outcome: Outcome,
  runtime: Runtime,
): Promise<void> {
  const writer = textWriter();
  for (const row of outcome.rows) writer.add(row);
  if (outcome.updateCount !== undefined) execution.updateCount = outcome.updateCount;
  if (outcome.manifest !== undefined) {
    execution.Statistics.DataManifestLocation = outcome.manifest;
  }
  const { columns, described, updateType } = outcome;
  await publish(execution, columns, writer, runtime, { described, updateType });
}

/** Publishes a result, and notes its columns and rows. */
export async function publish(
  execution: Execution,
  columns: readonly { name: string; type: Type | PlainType }[],
  writer: ResultWriter,
  { store }: Runtime,
  { literals = false, updateType, described = columns.length > 0 }: ResultKind,
): Promise<void> {
  const publishing = performance.now();
  const { bytes, rows, offsets } = writer.finish();
  const location = execution.ResultConfiguration?.OutputLocation ?? "";
  const { bucket, prefix } = parseLocation(location);
  const key = prefix.replace(/\/$/, "");
  execution.columns = columns.map((column) => columnInfo(column.name, column.type));
  execution.rows = rows;
  execution.offsets = offsets;
  if (!store.hasBucket(bucket)) {
    throw new QueryError(
      "INVALID_OUTPUT_LOCATION",
      `Unable to verify/create output bucket ${bucket}`,
    );
  }
  const kind = execution.SubstatementType ?? "";
  const byService = literals || BY_SERVICE.test(kind) || !described;
  const contentType = byService ? "binary/octet-stream" : "application/octet-stream";
  if (updateType === undefined) await store.put(bucket, key, bytes, { contentType });
  execution.Statistics.ServiceProcessingTimeInMillis = Math.round(performance.now() - publishing);
  if (!described) return;
  const metadata = describeResult({
    id: byService || BY_HIVE.test(kind) ? execution.QueryExecutionId : engineId(execution),
    ...(literals ? { updateType: "", updateCount: 0 } : {}),
    ...(updateType === undefined ? {} : { updateType, updateCount: execution.updateCount ?? 0 }),
    columns: execution.columns,
  });
  await store.put(bucket, `${key}.metadata`, metadata, { contentType });
}
