/**
 * Records of text files, as Athena's SerDes read them.
 * @module
 */
import type { Udfs } from "../udf.ts";

export const SERDE_UDFS: Udfs = {};
