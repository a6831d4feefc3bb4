/**
 * The data: rows of a CSV as records, sampled or replayed at a rate, and the shipped sample.
 * @module
 */
export {
  checkCsv,
  type CsvOptions,
  type CsvReport,
  loadCsv,
  MAX_LOADED_ROWS,
  readCsv,
} from "./csv.ts";
export { generateSample, SAMPLE_COLUMNS } from "./generate.ts";
export { type JsonLinesOptions, type JsonRecord, readJsonLines } from "./json_lines.ts";
export { type MixedColumn } from "./mixed.ts";
export { type Clock, MAX_BATCH, paced } from "./paced.ts";
export { SAMPLE_FILE, sampleRecords } from "./sample.ts";
export { parseValue, type StockRecord, type StockValue } from "./value.ts";
