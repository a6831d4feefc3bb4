/**
 * Every function, by name.
 * @module
 */
import { AGGREGATES, WINDOWS } from "./aggregates.ts";
import { COLLECTIONS } from "./collections.ts";
import { DATES } from "./dates.ts";
import type { FunctionDefinition } from "./define.ts";
import { JSONS } from "./json.ts";
import { MATH } from "./math.ts";
import { MISSING } from "./missing.ts";
import { STRINGS } from "./strings.ts";

/** Families of functions, by the title of their page in the documentation. */
export const FAMILIES: Record<string, readonly FunctionDefinition[]> = {
  "String, URL, regular expression and binary functions": STRINGS,
  "Mathematical and bitwise functions": MATH,
  "Date and time functions": DATES,
  "Array, map and lambda functions": COLLECTIONS,
  "JSON functions": JSONS,
  "Aggregate functions": AGGREGATES,
  "Window functions": WINDOWS,
};

/** Functions by name. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  Object.values(FAMILIES).flat().map((definition) => [definition.name, definition]),
);

/** Names of functions that Athena has and this engine refuses. */
export const KNOWN_BUT_MISSING: ReadonlySet<string> = new Set(
  MISSING.filter((name) => !FUNCTIONS.has(name)),
);
