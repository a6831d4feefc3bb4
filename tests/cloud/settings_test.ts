import { assertEquals } from "@std/assert";
import { pipelineSettings } from "../../lib/cloud/settings.ts";

const identity = { account: "123456789012", region: "eu-west-1", arn: "arn:aws:iam::1:user/me" };

/** What of the settings says how the broker is reached. */
function brokerOf(outputs: Record<string, string>, caFile?: string): Record<string, string> {
  const settings = Object.entries(pipelineSettings(outputs, identity, "stock_market", caFile));
  return Object.fromEntries(settings.filter(([name]) => name.startsWith("KAFKA_")));
}

Deno.test("a private broker is reached through the tunnel, whatever file there is", () => {
  assertEquals(brokerOf({}, "ca.pem"), { KAFKA_BROKERS: "127.0.0.1:9092" });
});

Deno.test("a public broker is reached over TLS with SCRAM, and by the certificate's file if there is one", () => {
  const outputs = { PublicAddress: "203.0.113.7" };
  const plain = brokerOf(outputs);
  assertEquals(plain.KAFKA_BROKERS?.startsWith("203.0.113.7:"), true);
  assertEquals([plain.KAFKA_SSL, plain.KAFKA_SASL_MECHANISM], ["true", "scram-sha-512"]);
  assertEquals(plain.KAFKA_SSL_CA, undefined);
  assertEquals(brokerOf(outputs, "ca.pem"), { ...plain, KAFKA_SSL_CA: "ca.pem" });
});
