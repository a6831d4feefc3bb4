/**
 * The page that says what the embedded services support, made from their own tables.
 * @module
 */
import { SUPPORTED } from "../../lib/local/athena/mod.ts";
import { glueOperations } from "../../lib/local/glue/mod.ts";
import { APIS, BROKER_CONFIGS, type ConfigKey } from "../../lib/local/kafka/mod.ts";
import { s3Operations } from "../../lib/local/s3/mod.ts";

/**
 * Writes the page.
 *
 * @returns Markdown, before it is formatted
 */
export function supportedPage(): string {
  return [
    "# What the embedded services support",
    "",
    "Written by `deno task supported` from the services' own tables; a test holds it against them.",
    "What is not named here is refused with the service's own error.",
    "",
    "## Kafka",
    "",
    "| API | key | versions |",
    "|---|---|---|",
    ...APIS.map(({ name, key, versions }) =>
      `| ${name} | ${key} | ${versions[0]}–${versions[1]} |`
    ),
    "",
    "Record batches of format 2, with every compression: they are kept as the producer sent them, unless",
    "`compression.type` says otherwise, until their topic is compacted. Consumer groups of both",
    "protocols: the classic one, and the new one (KIP-848) with the assignors `uniform` and `range`;",
    "a group at work changes from one to the other, with members of both in it. Quotas in bytes a second are kept to, other quotas",
    "refused. Settings of the broker, groups and subscriptions to metrics are changed at run time; users",
    "with SCRAM are kept, without their passwords. Not there: transactions, older record formats, fetch",
    "sessions (each fetch names all its partitions, as where Kafka has no room for them), TLS and SASL,",
    "ACLs (no authorizer is configured), delegation tokens, clients' metrics, a quorum of controllers,",
    "share and streams groups, replication.",
    "",
    "Settings whose defaults are not Kafka's:",
    "",
    "| setting | here | in Kafka | what |",
    "|---|---|---|---|",
    ...Object.entries<ConfigKey>(BROKER_CONFIGS).flatMap(([name, key]) =>
      key.kafkas === undefined
        ? []
        : `| \`${name}\` | ${key.fallback} | ${key.kafkas} | ${key.documentation} |`
    ),
    "",
    "## S3",
    "",
    list(s3Operations),
    "",
    "Path-style requests. Conditional writes, and every checksum, are enforced. Signatures are not",
    "checked. Not there: versioning, lifecycle rules that act, object lock, replication, select.",
    "",
    "## Glue",
    "",
    list(glueOperations),
    "",
    "The crawler reads S3: JSON, CSV and Parquet, plain or gzip; other formats are named in its log.",
    "Schedules are stored and do not fire. Refused by name: other targets, custom classifiers, event",
    "mode, security configurations, connections, lineage, Lake Formation.",
    "",
    "## Athena",
    "",
    list(SUPPORTED.operations),
    "",
    "### Statements",
    "",
    ...SUPPORTED.statements.map((statement) => `- ${statement}`),
    "",
    "### Functions",
    "",
    ...Object.entries(SUPPORTED.functions).flatMap(([family, names]) => [
      `**${family}:** ${list(names)}`,
      "",
    ]),
    "### Refused by name",
    "",
    list(SUPPORTED.refused),
    "",
  ].join("\n");
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
