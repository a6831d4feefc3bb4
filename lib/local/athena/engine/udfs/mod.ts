/**
 * All functions of ours that DuckDB is offered.
 * @module
 */
import type { Udfs } from "../udf.ts";
import { BINARY_UDFS } from "./binary.ts";
import { CHECKSUM_UDFS } from "./checksum.ts";
import { COLOR_UDFS } from "./colors.ts";
import { DIGEST_UDFS } from "./digests.ts";
import { HYPERLOGLOG_UDFS } from "./hyperloglog.ts";
import { JSON_UDFS } from "./json.ts";
import { LIST_UDFS } from "./lists.ts";
import { MATH_UDFS } from "./math.ts";
import { MEASURE_UDFS } from "./measures.ts";
import { NUMBER_UDFS } from "./numbers.ts";
import { PROBABILITY_UDFS } from "./probability.ts";
import { REGEXP_UDFS } from "./regexp.ts";
import { SERDE_UDFS } from "./serde.ts";
import { SQL_JSON_UDFS } from "./sql_json.ts";
import { STRING_UDFS } from "./strings.ts";
import { TIME_UDFS } from "./times.ts";
import { WORD_UDFS } from "./words.ts";

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
  ...NUMBER_UDFS,
  ...PROBABILITY_UDFS,
  ...REGEXP_UDFS,
  ...SERDE_UDFS,
  ...SQL_JSON_UDFS,
  ...STRING_UDFS,
  ...TIME_UDFS,
  ...WORD_UDFS,
};
