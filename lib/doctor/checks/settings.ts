/**
 * The target and its settings.
 * @module
 */
import type { Config } from "../../config.ts";
import type { Check } from "../check.ts";

/** Says which target the settings name; they were checked when they were read. */
export const settingsCheck: Check = {
  name: "settings",
  run: (config) => Promise.resolve({ status: "ok", detail: describe(config) }),
};

function describe({ target, kafka, aws }: Config): string {
  const security = [kafka.ssl ? "TLS" : "", kafka.sasl ? `SASL ${kafka.sasl.mechanism}` : ""]
    .filter((text) => text !== "").join(", ");
  const brokers = kafka.brokers.join(", ") + (security === "" ? "" : ` (${security})`);
  const where = aws.endpoint ?? (aws.profile ? `AWS, profile ${aws.profile}` : "AWS");
  return `target ${target}: Kafka at ${brokers}; S3, Glue and Athena at ${where}, ${aws.region}`;
}
