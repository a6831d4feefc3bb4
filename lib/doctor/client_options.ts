/**
 * What the checks' AWS clients are made with.
 * @module
 */
import { type AwsClientOptions, awsClientOptions } from "../aws.ts";
import type { Config } from "../config.ts";

/**
 * Gives the options of an AWS client that says soon what is wrong, where a task would try again.
 *
 * @param config The pipeline's settings
 * @returns Options for the client's constructor
 */
export function doctorClientOptions(config: Config): AwsClientOptions {
  return { ...awsClientOptions(config), maxAttempts: 2 };
}
