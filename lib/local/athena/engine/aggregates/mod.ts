/**
 * All aggregates of ours that DuckDB is offered.
 * @module
 */
import type { Aggregates } from "../aggregate.ts";
import { MOMENTS } from "./moments.ts";
import { SUMS } from "./sums.ts";
import { DIGESTS } from "./digests.ts";
import { FIRSTS } from "./firsts.ts";
import { SETS } from "./sets.ts";
import { SUMMARIES } from "./summaries.ts";
import { TOPS } from "./tops.ts";

/** The aggregates, by name. */
export const AGGREGATES = {
  ...DIGESTS,
  ...FIRSTS,
  ...MOMENTS,
  ...SETS,
  ...SUMMARIES,
  ...SUMS,
  ...TOPS,
} satisfies Aggregates;
