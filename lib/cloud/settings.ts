/**
 * From a standing stack to the pipeline's settings.
 * @module
 */
import type { Identity } from "./clients.ts";
import { PUBLIC_PORT, PUBLIC_USERNAME } from "./template_broker.ts";

/**
 * The variables that point the pipeline at a stack. None of them is a secret.
 *
 * @param outputs Outputs of the stack
 * @param identity Where it stands
 * @param dataPrefix First part of the data's object keys
 * @param caFile Path of the certificate to trust, where the broker has a TLS listener
 * @returns Values by variable
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const identity = { account: "123456789012", arn: "", region: "eu-west-1" };
 * const settings = pipelineSettings({ DataBucket: "prices" }, identity, "ticks");
 * assertEquals(settings.KAFKA_BROKERS, "127.0.0.1:9092");
 * assertEquals(settings.S3_DATA_BUCKET, "prices");
 * ```
 */
export function pipelineSettings(
  outputs: Record<string, string>,
  identity: Identity,
  dataPrefix: string,
  caFile?: string,
): Record<string, string> {
  const address = outputs.PublicAddress;
  return {
    PIPELINE_TARGET: "aws",
    AWS_REGION: identity.region,
    ...(address === undefined ? { KAFKA_BROKERS: "127.0.0.1:9092" } : {
      KAFKA_BROKERS: `${address}:${PUBLIC_PORT}`,
      KAFKA_SSL: "true",
      KAFKA_SASL_MECHANISM: "scram-sha-512",
      KAFKA_USERNAME: PUBLIC_USERNAME,
      ...(caFile === undefined ? {} : { KAFKA_SSL_CA: caFile }),
    }),
    S3_DATA_BUCKET: outputs.DataBucket ?? "",
    S3_DATA_PREFIX: dataPrefix,
    GLUE_DATABASE: outputs.Database ?? "",
    GLUE_CRAWLER: outputs.Crawler ?? "",
    GLUE_ROLE: outputs.CrawlerRole ?? "",
    ATHENA_WORKGROUP: outputs.WorkGroup ?? "",
    ATHENA_RESULTS_BUCKET: outputs.ResultsBucket ?? "",
  };
}
