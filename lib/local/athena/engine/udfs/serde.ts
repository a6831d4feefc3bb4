/**
 * Records of text files, as Athena's SerDes read them.
 * @module
 */
import { parseJson, RepeatedKey } from "../text/json_text.ts";
import { udf, type Udfs } from "../udf.ts";

/** Whether an object of a record, however deep, has a key twice, or the record is no JSON. */
function isOddRecord(text: string): boolean {
  try {
    parseJson(text, "folded");
    return false;
  } catch (error) {
    if (error instanceof RepeatedKey || error instanceof SyntaxError) return true;
    throw error;
  }
}

export const SERDE_UDFS: Udfs = { t_odd_record: udf("s", "b", isOddRecord) };
