/**
 * HyperLogLogs.
 * @module
 */
import { HyperLogLog } from "../sketches/hyperloglog.ts";
import { udf, type Udfs } from "../udf.ts";

export const HYPERLOGLOG_UDFS: Udfs = {
  t_set_cardinality: udf(
    "x",
    "i",
    ({ bytes }: { bytes: Uint8Array }) => HyperLogLog.deserialize(bytes).cardinality(),
  ),
};
