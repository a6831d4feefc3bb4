/**
 * Figures as people read them.
 * @module
 */

const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/**
 * Writes a count with commas, such as `12,345`.
 *
 * @param value The count
 * @returns Its text
 */
export function formatCount(value: number | bigint): string {
  return counts.format(value);
}

/**
 * Writes a count and what is counted, such as `1 row` or `12,345 rows`.
 *
 * @param value The count
 * @param noun What is counted, one of it
 * @returns Its text
 */
export function plural(value: number, noun: string): string {
  return `${formatCount(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/**
 * Writes a size, such as `1.5 MB`, in steps of 1,024 as AWS counts them.
 *
 * @param bytes The size
 * @returns Its text
 */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) value /= 1024;
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/**
 * Writes a time taken, such as `0.42 s` or `3 min 20 s`.
 *
 * @param seconds The time taken
 * @returns Its text
 */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Writes an amount of US dollars, with as many digits as a small one needs, such as `$0.000048`.
 *
 * @param usd The amount
 * @returns Its text
 */
export function formatUsd(usd: number): string {
  return usd === 0 || usd >= 0.01
    ? `$${usd.toFixed(2)}`
    : `$${Number(usd.toPrecision(2)).toFixed(6)}`;
}
