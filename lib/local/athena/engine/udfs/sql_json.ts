/**
 * The SQL/JSON functions.
 * @module
 */
import { jsonArray, jsonExists, jsonObject, jsonQuery, jsonValue } from "../json_path/functions.ts";
import { udf, type Udfs } from "../udf.ts";

export const SQL_JSON_UDFS: Udfs = {
  t_sql_json_exists: udf("sss", "b", jsonExists),
  t_sql_json_value: udf("sss", "s", jsonValue),
  t_sql_json_query: udf("sss", "s", jsonQuery),
  t_sql_json_object: udf("sss", "s", jsonObject),
  t_sql_json_array: udf("ss", "s", jsonArray),
};
