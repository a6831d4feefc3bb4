/**
 * What can be chosen about the pipeline's AWS stack.
 * @module
 */
import { UsageError } from "../errors.ts";

/** Kafka release that the instance, `deno task kafka` and the conformance tests run. */
export const KAFKA_VERSION = "4.3.1";

/** Tag key that every resource of a stack carries; its value is the stack's name. */
export const STACK_TAG = "tickertape:stack";

/** Instance type unless another is chosen: the smallest whose memory holds the broker. */
export const DEFAULT_INSTANCE_TYPE = "t4g.micro";

/**
 * On-demand US dollars per hour in us-east-1, and memory in GiB, of the instance types on offer.
 * From the Amazon EC2 on-demand price list.
 */
export const INSTANCE_TYPES: Readonly<
  Record<string, { dollarsPerHour: number; memoryGib: number; arm: boolean }>
> = {
  "t4g.micro": { dollarsPerHour: 0.0084, memoryGib: 1, arm: true },
  "t4g.small": { dollarsPerHour: 0.0168, memoryGib: 2, arm: true },
  "t4g.medium": { dollarsPerHour: 0.0336, memoryGib: 4, arm: true },
  "t3.micro": { dollarsPerHour: 0.0104, memoryGib: 1, arm: false },
  "t3.small": { dollarsPerHour: 0.0208, memoryGib: 2, arm: false },
  "t3.medium": { dollarsPerHour: 0.0416, memoryGib: 4, arm: false },
};

/** Choices about the AWS stack. */
export interface CloudOptions {
  /** Name of the CloudFormation stack; also names the crawler, the database and the work group. */
  stackName: string;
  /** One of {@linkcode INSTANCE_TYPES}. */
  instanceType: string;
  /** First part of the data's object keys. */
  dataPrefix: string;
  /** IPv4 address that may reach the broker over TLS; without it no inbound port is open. */
  publicFrom?: string;
}

/**
 * Checks the choices.
 *
 * @param options The choices
 * @returns The same choices
 * @throws {UsageError} A name, a type or an address that cannot be used
 *
 * @example
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { UsageError } from "../errors.ts";
 *
 * const options = { stackName: "tickertape", instanceType: "m7i.24xlarge", dataPrefix: "ticks" };
 * assertThrows(() => checkCloudOptions(options), UsageError, "m7i.24xlarge");
 * ```
 */
export function checkCloudOptions(options: CloudOptions): CloudOptions {
  if (!/^[a-z][a-z0-9-]{0,29}$/.test(options.stackName)) {
    throw new UsageError(
      `'${options.stackName}' cannot name the stack`,
      "Use up to 30 lower-case letters, digits and hyphens, beginning with a letter",
    );
  }
  if (!(options.instanceType in INSTANCE_TYPES)) {
    throw new UsageError(
      `'${options.instanceType}' is not an instance type on offer`,
      `Choose one of ${Object.keys(INSTANCE_TYPES).join(", ")}`,
    );
  }
  if (
    !/^[\w=.-]+(\/[\w=.-]+)*$/.test(options.dataPrefix) || /^tls(\/|$)/.test(options.dataPrefix)
  ) {
    throw new UsageError(
      `'${options.dataPrefix}' cannot be the first part of the data's object keys`,
      "Use letters, digits and _ = . - with slashes between them, and not 'tls', which is taken",
    );
  }
  const octets = options.publicFrom?.split(".") ?? [];
  const isAddress = octets.length === 4 &&
    octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  if (options.publicFrom !== undefined && (!isAddress || options.publicFrom === "0.0.0.0")) {
    throw new UsageError(
      `'${options.publicFrom}' is not one IPv4 address that may reach the broker`,
      "Give your own address, such as 203.0.113.7",
    );
  }
  return options;
}

/**
 * Name of the Glue database of a stack: Glue and Athena take no hyphens.
 *
 * @param stackName Name of the stack
 * @returns The database's name
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(databaseName("class-of-2026"), "class_of_2026");
 * ```
 */
export function databaseName(stackName: string): string {
  return stackName.replaceAll("-", "_");
}
