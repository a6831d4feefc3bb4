/**
 * What the AWS stack costs.
 * @module
 */
import { type CloudOptions, INSTANCE_TYPES } from "./options.ts";

/** One line of the estimate. */
export interface CostLine {
  what: string;
  /** US dollars per hour while the stack stands; absent where it is paid by use. */
  dollarsPerHour?: number;
  /** How it is counted, in words. */
  how: string;
}

/** Size of the instance's disk in GiB: the operating system, Kafka, and a bounded log. */
export const DISK_GIB = 10;

const HOURS_PER_MONTH = 730;

/**
 * Estimates what a stack costs, at the public prices of us-east-1; other regions differ by some
 * tens of per cent. Sources: the price pages of Amazon EC2, Amazon VPC, Amazon EBS, Amazon S3,
 * AWS Glue, Amazon Athena and AWS Secrets Manager.
 *
 * @param options The stack's choices
 * @returns Lines of the estimate, and the sum of what runs by the hour
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const estimate = estimateCost({
 *   stackName: "tickertape",
 *   instanceType: "t4g.micro",
 *   dataPrefix: "stock_market",
 * });
 * assertEquals(estimate.lines[0]?.dollarsPerHour, 0.0084);
 * assertEquals(Math.round(estimate.dollarsPerMonth), 11);
 * ```
 */
export function estimateCost(
  options: CloudOptions,
): { lines: CostLine[]; dollarsPerHour: number; dollarsPerMonth: number } {
  const type = INSTANCE_TYPES[options.instanceType];
  const lines: CostLine[] = [
    {
      what: `EC2 ${options.instanceType}`,
      dollarsPerHour: type?.dollarsPerHour ?? 0,
      how: "while it runs",
    },
    { what: "Public IPv4 address", dollarsPerHour: 0.005, how: "outgoing traffic needs one" },
    {
      what: `Disk, ${DISK_GIB} GiB gp3`,
      dollarsPerHour: DISK_GIB * 0.08 / HOURS_PER_MONTH,
      how: "0.08 a GiB and month",
    },
    { what: "S3", how: "0.023 a GB and month; 0.005 per 1,000 objects written" },
    { what: "Glue crawler", how: "0.44 per DPU-hour, at least 10 minutes a run" },
    { what: "Athena", how: "5.00 per TB scanned, at least 10 MB a query" },
  ];
  if (options.publicFrom !== undefined) {
    lines.push({
      what: "Secrets Manager",
      dollarsPerHour: 0.4 / HOURS_PER_MONTH,
      how: "0.40 a secret and month",
    });
  }
  const dollarsPerHour = lines.reduce((sum, line) => sum + (line.dollarsPerHour ?? 0), 0);
  return { lines, dollarsPerHour, dollarsPerMonth: dollarsPerHour * HOURS_PER_MONTH };
}
