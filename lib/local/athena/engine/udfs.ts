/**
 * All functions of ours that DuckDB is offered.
 * @module
 */
import type { Udfs } from "./udf.ts";
import { BINARY_UDFS } from "./udf_binary.ts";
import { CHECKSUM_UDFS } from "./udf_checksum.ts";
import { COLOR_UDFS } from "./udf_colors.ts";
import { DIGEST_UDFS } from "./udf_digests.ts";
import { HYPERLOGLOG_UDFS } from "./udf_hyperloglog.ts";
import { JSON_UDFS } from "./udf_json.ts";
import { LIST_UDFS } from "./udf_lists.ts";
import { MATH_UDFS } from "./udf_math.ts";
import { MEASURE_UDFS } from "./udf_measures.ts";
import { MOMENT_UDFS } from "./udf_moments.ts";
import { NUMBER_UDFS } from "./udf_numbers.ts";
import { PROBABILITY_UDFS } from "./udf_probability.ts";
import { REGEXP_UDFS } from "./udf_regexp.ts";
import { SERDE_UDFS } from "./udf_serde.ts";
import { SQL_JSON_UDFS } from "./udf_sql_json.ts";
import { STRING_UDFS } from "./udf_strings.ts";
import { SUMMARY_UDFS } from "./udf_summaries.ts";
import { TIME_UDFS } from "./udf_times.ts";
import { WORD_UDFS } from "./udf_words.ts";

/** The functions, by the names that DuckDB knows them by. */
export const UDFS: Udfs = {
  ...BINARY_UDFS,
  ...CHECKSUM_UDFS,
  ...COLOR_UDFS,
  ...DIGEST_UDFS,
  ...HYPERLOGLOG_UDFS,
  ...JSON_UDFS,
  ...LIST_UDFS,
  ...MATH_UDFS,
  ...MEASURE_UDFS,
  ...MOMENT_UDFS,
  ...NUMBER_UDFS,
  ...PROBABILITY_UDFS,
  ...REGEXP_UDFS,
  ...SERDE_UDFS,
  ...SQL_JSON_UDFS,
  ...STRING_UDFS,
  ...SUMMARY_UDFS,
  ...TIME_UDFS,
  ...WORD_UDFS,
};
