/**
 * Runs the built-in classifiers over one object, in the order AWS gives: Parquet, JSON, CSV.
 * @module
 */
import type { ObjectInfo, ObjectStore } from "../../../types.ts";
import { classifyCsv } from "./csv_classifier.ts";
import type { FileSchema } from "./file_schema.ts";
import { formatNotRead } from "./formats_not_read.ts";
import { classifyJson } from "./json_classifier.ts";
import { classifyParquet, isParquet } from "./parquet_classifier.ts";
import { readSamples, STEP_BYTES } from "./sample.ts";

/**
 * Finds an object's format and schema.
 *
 * @param store Where the object is
 * @param bucket Its bucket
 * @param object The object
 * @returns Its schema, or nothing where no classifier knows it (classification `UNKNOWN`)
 * @throws {Error} The object cannot be read, is damaged, or is of a format that only AWS reads
 */
export async function classify(
  store: ObjectStore,
  bucket: string,
  object: Pick<ObjectInfo, "key" | "size">,
): Promise<FileSchema | undefined> {
  const end = Math.min(object.size, STEP_BYTES);
  const head = await store.read(bucket, object.key, { start: 0, end });
  if (isParquet(head)) return await classifyParquet(store, bucket, object);
  for await (const sample of readSamples(store, bucket, object, head)) {
    const json = classifyJson(sample);
    if (json === "more") continue;
    const schema = json ?? classifyCsv(sample);
    if (schema !== undefined) return schema;
    break;
  }
  const format = formatNotRead(head);
  if (format === undefined) return undefined;
  throw new Error(`it is ${format}, which the embedded crawler does not read`);
}
