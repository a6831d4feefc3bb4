/**
 * What the programs ask of the services.
 * @module
 */
import { plural } from "../../cli/format.ts";
import type { BenchContext, Finding } from "../benchmark.ts";
import { countHttpRequests } from "../count_http.ts";
import { countKafkaRequests } from "../count_kafka.ts";
import { type Counts, formatCounts } from "../counting.ts";
import { outcome, type Programs, type Services } from "./programs.ts";

/** What one run of a program asked for. */
interface Asked {
  records: number;
  kafka: Counts;
  s3: Counts;
}

/**
 * Runs each once more, behind proxies that count.
 *
 * @param all The programs
 * @param services What the proxies lead to
 * @param context What the benchmark was given
 * @returns The findings
 */
export async function requests(
  all: Programs,
  services: Services,
  { note }: BenchContext,
): Promise<Finding[]> {
  const asked = async (name: keyof Programs): Promise<Asked> => {
    note(`${name}: its requests`);
    const kafka = await countKafkaRequests(services.kafka);
    const s3 = await countHttpRequests(services.aws);
    try {
      const through = { kafka: kafka.address, aws: `http://${s3.address}` };
      const { records } = await outcome(all[name](through));
      return { records, kafka: kafka.counts, s3: s3.counts };
    } finally {
      await Promise.all([kafka.close(), s3.close()]);
    }
  };
  const findings: Finding[] = [];
  for (
    const name of ["tutorial's producer, no sleep", "produce --rate max"] as const
  ) {
    const { records, kafka } = await asked(name);
    findings.push(requested(name, "Kafka", records, kafka));
  }
  for (const name of ["tutorial's consumer", "consume"] as const) {
    const { records, kafka, s3 } = await asked(name);
    findings.push(requested(name, "Kafka", records, kafka), requested(name, "S3", records, s3));
  }
  return findings;
}

function requested(name: string, service: string, records: number, counts: Counts): Finding {
  return {
    what: `${name}: ${service} requests, ${plural(records, "record")}`,
    figure: formatCounts(counts),
  };
}
