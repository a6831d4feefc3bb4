/**
 * Every function, by name.
 * @module
 */
import { AGGREGATES } from "./aggregates.ts";
import { BINARY } from "./binary.ts";
import { CHECKSUM } from "./checksum.ts";
import { COLLECTIONS } from "./collections.ts";
import { COLORS } from "./colors.ts";
import { DATES } from "./dates.ts";
import type { FunctionDefinition } from "./define.ts";
import { EXTREMES } from "./extremes.ts";
import { HYPERLOGLOG } from "./hyperloglog.ts";
import { JSONS } from "./json.ts";
import { MADE_OF_OTHERS } from "./made_of_others.ts";
import { MAP_AGGREGATES } from "./map_aggregates.ts";
import { MATH } from "./math.ts";
import { MEASURES } from "./measures.ts";
import { MISSING } from "./missing.ts";
import { PERCENTILES } from "./percentiles.ts";
import { REDUCTIONS } from "./reductions.ts";
import { STRINGS } from "./strings.ts";
import { SUMS } from "./sums.ts";
import { SUMMARIES } from "./summaries.ts";
import { WINDOWS } from "./windows.ts";

/** Families of functions, by the title of their page in the documentation. */
export const FAMILIES: Record<string, readonly FunctionDefinition[]> = {
  "String, URL, regular expression and binary functions": [...STRINGS, ...BINARY],
  "Conversion functions": MEASURES,
  "Mathematical and bitwise functions": MATH,
  "Date and time functions": DATES,
  "Array, map and lambda functions": [...COLLECTIONS, ...MADE_OF_OTHERS],
  "JSON functions": JSONS,
  "Aggregate functions": [
    ...AGGREGATES,
    ...SUMS,
    ...EXTREMES,
    ...MAP_AGGREGATES,
    ...REDUCTIONS,
    ...SUMMARIES,
    ...CHECKSUM,
  ],
  "Percentiles, T-Digest and HyperLogLog functions": [...PERCENTILES, ...HYPERLOGLOG],
  "Window functions": WINDOWS,
  "Color functions": COLORS,
};

/** Functions by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  Object.values(FAMILIES).flat().map((definition) => [definition.name, definition]),
);

/** Names of functions that Athena has and this engine refuses. */
export const KNOWN_BUT_MISSING: ReadonlySet<string> = new Set(
  MISSING.filter((name) => !FUNCTIONS.has(name)),
);
