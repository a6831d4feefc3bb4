/**
 * What a query costs on Athena.
 * @module
 */

/** US dollars a terabyte scanned. */
export const USD_PER_TERABYTE = 5;

const MEGABYTE = 2 ** 20;
const TERABYTE = 2 ** 40;

/** Least a query is billed for, in megabytes. */
const LEAST_MEGABYTES = 10;

/**
 * Tells what Athena bills for a query: 5 US dollars a terabyte scanned, rounded up to whole
 * megabytes, at least 10 of them. What failed, reused results, DDL, SHOW and EXPLAIN are free; what
 * reads data is not, whatever Athena calls it: CREATE TABLE AS is DDL to it.
 *
 * @param query Bytes scanned, and what kind of statement it was and how it ended, in Athena's words
 * @returns US dollars
 * @see https://aws.amazon.com/athena/pricing/
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const scan = { bytesScanned: 2 ** 40, statementType: "DML", state: "SUCCEEDED" };
 * assertEquals(queryCostUsd(scan), 5);
 * assertEquals(queryCostUsd({ ...scan, state: "FAILED" }), 0);
 * ```
 */
export function queryCostUsd(
  query: {
    bytesScanned: number;
    statementType?: string;
    substatementType?: string;
    state?: string;
    reused?: boolean;
  },
): number {
  const { bytesScanned, statementType = "DML", substatementType, state, reused } = query;
  if (state === "FAILED" || reused || statementType === "UTILITY") return 0;
  const asks = statementType === "DML" && substatementType !== "EXPLAIN";
  if (bytesScanned === 0 && !asks) return 0;
  const megabytes = Math.max(Math.ceil(bytesScanned / MEGABYTE), LEAST_MEGABYTES);
  return megabytes * MEGABYTE / TERABYTE * USD_PER_TERABYTE;
}
