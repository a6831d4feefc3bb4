/**
 * All functions of ours that DuckDB is offered.
 * @module
 */
import type { Udfs } from "./udf.ts";
import { JSON_UDFS } from "./udf_json.ts";
import { MOMENT_UDFS } from "./udf_moments.ts";
import { NUMBER_UDFS } from "./udf_numbers.ts";
import { REGEXP_UDFS } from "./udf_regexp.ts";
import { SERDE_UDFS } from "./udf_serde.ts";
import { STRING_UDFS } from "./udf_strings.ts";
import { TIME_UDFS } from "./udf_times.ts";

/** The functions, by the names that DuckDB knows them by. */
export const UDFS: Udfs = {
  ...MOMENT_UDFS,
  ...NUMBER_UDFS,
  ...STRING_UDFS,
  ...TIME_UDFS,
  ...JSON_UDFS,
  ...REGEXP_UDFS,
  ...SERDE_UDFS,
};
