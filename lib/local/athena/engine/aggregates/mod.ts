/**
 * All aggregates of ours that DuckDB is offered.
 * @module
 */
import type { Aggregates } from "../aggregate.ts";
import { MOMENTS } from "./moments.ts";
import { SUMS } from "./sums.ts";
import { DIGESTS } from "./digests.ts";
import { SETS } from "./sets.ts";
import { SUMMARIES } from "./summaries.ts";

/** The aggregates, by name. */
export const AGGREGATES = {
  ...DIGESTS,
  ...MOMENTS,
  ...SETS,
  ...SUMMARIES,
  ...SUMS,
} satisfies Aggregates;
