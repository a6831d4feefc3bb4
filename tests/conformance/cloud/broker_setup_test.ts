/**
 * The broker that the AWS instance's set-up script configures, and the pipeline's own client at it:
 * the loopback listener, TLS, SASL PLAIN and SCRAM, and each failure told from the others.
 */
import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { loadConfig } from "../../../lib/config.ts";
import { CHECKS, runChecks } from "../../../lib/doctor/mod.ts";
import { TickertapeError } from "../../../lib/errors.ts";
import { describeTopic, ensureTopic, listTopics, produce } from "../../../lib/kafka/mod.ts";
import { freePort } from "../tools.ts";
import {
  canRunBroker,
  PASSWORD,
  type SecuredBroker,
  USERNAME,
  withSecuredBroker,
} from "./broker.ts";

const ignore = !(await canRunBroker());
if (ignore) {
  console.warn("skipped: the broker's set-up script, which needs java, mvn, bash, openssl");
}

/** Port of a listener that is told to clients as one where nothing listens. */
const lostPort = freePort();

/**
 * The script's broker speaks SCRAM-SHA-512; the other mechanisms stand for other Kafkas, the further
 * listener for the tutorial's, which advertises an address that the instance no longer has.
 */
const further = ({ port, tlsPort, controllerPort }: SecuredBroker) => `
sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
listener.name.sasl_ssl.plain.sasl.jaas.config=\
org.apache.kafka.common.security.plain.PlainLoginModule required user_${USERNAME}="${PASSWORD}";
listeners=${
  [
    `PLAINTEXT://127.0.0.1:${port}`,
    `CONTROLLER://127.0.0.1:${controllerPort}`,
    `SASL_SSL://127.0.0.1:${tlsPort}`,
    `LOST://127.0.0.1:${lostPort}`,
  ].join()
}
advertised.listeners=${
  [
    `PLAINTEXT://127.0.0.1:${port}`,
    `SASL_SSL://127.0.0.1:${tlsPort}`,
    "LOST://127.0.0.1:1",
  ].join()
}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,LOST:PLAINTEXT
`;

/** Neither TLS nor an account. */
const PLAIN = {
  KAFKA_SSL: "",
  KAFKA_SSL_CA: "",
  KAFKA_SASL_MECHANISM: "",
  KAFKA_USERNAME: "",
  KAFKA_PASSWORD: "",
};

function config(broker: SecuredBroker, settings: Record<string, string>) {
  return loadConfig({
    TICKERTAPE_DATA_DIR: "no-such-folder",
    KAFKA_BROKERS: `127.0.0.1:${broker.tlsPort}`,
    KAFKA_SSL: "true",
    KAFKA_SSL_CA: broker.caFile,
    KAFKA_SASL_MECHANISM: "scram-sha-512",
    KAFKA_USERNAME: USERNAME,
    KAFKA_PASSWORD: PASSWORD,
    ...settings,
  });
}

Deno.test({ name: "a real broker from the set-up script's files", ignore }, async (t) => {
  await withSecuredBroker(further, async (broker) => {
    const plain = config(broker, { ...PLAIN, KAFKA_BROKERS: `127.0.0.1:${broker.port}` });

    await t.step("the loopback listener takes records, as through the tunnel", async () => {
      await ensureTopic(plain, { topic: "ticks", partitions: 3 });
      const records = (async function* () {
        yield [{ Index: "HSI", Close: 1 }, { Index: "NYA", Close: 2 }];
      })();
      assertEquals((await produce(plain, records, { topic: "ticks" })).produced, 2);
    });

    for (const mechanism of ["scram-sha-512", "plain"]) {
      await t.step(`TLS with ${mechanism} reaches the same topic`, async () => {
        const secured = config(broker, { KAFKA_SASL_MECHANISM: mechanism });
        const partitions = await describeTopic(secured, "ticks");
        const records = partitions.reduce((sum, at) => sum + at.highOffset - at.lowOffset, 0n);
        assertEquals(records, 2n);
      });

      await t.step(`a wrong password for ${mechanism} is said to be one`, async () => {
        const wrong = config(broker, { KAFKA_SASL_MECHANISM: mechanism, KAFKA_PASSWORD: "wrong" });
        const error = await assertRejects(() => listTopics(wrong), TickertapeError);
        assertEquals(error.code, "KAFKA_AUTHENTICATION");
        assert(!error.message.includes("wrong"), error.message);
      });
    }

    await t.step("an authority that is not trusted is a TLS failure", async () => {
      const untrusted = config(broker, { KAFKA_SSL_CA: "" });
      const error = await assertRejects(() => listTopics(untrusted), TickertapeError);
      assertEquals(error.code, "KAFKA_TLS");
      assert(error.remedy.includes("KAFKA_SSL_CA"));
    });

    await t.step("TLS to a plain port is a TLS failure", async () => {
      const confused = config(broker, { KAFKA_BROKERS: `127.0.0.1:${broker.port}` });
      const error = await assertRejects(() => listTopics(confused), TickertapeError);
      assertEquals(error.code, "KAFKA_TLS");
    });

    await t.step("plain text to the TLS port hints at TLS", async () => {
      const confused = config(broker, PLAIN);
      const error = await assertRejects(() => listTopics(confused), TickertapeError);
      assertEquals(error.code, "KAFKA_UNREACHABLE");
      assert(error.remedy.includes("KAFKA_SSL=true"), error.remedy);
    });

    const doctor = async (settings: Record<string, string>) => {
      const checks = CHECKS.filter(({ name }) => /^(broker|advertised address)$/.test(name));
      const results = await Array.fromAsync(runChecks(config(broker, settings), checks));
      return results.map(({ status, detail, remedy = "" }) => ({ status, text: detail + remedy }));
    };
    const told: [what: string, settings: Record<string, string>, words: RegExp][] = [
      ["the right settings", {}, /the cluster speaks Kafka/],
      ["a wrong password", { KAFKA_PASSWORD: "wrong" }, /refused the account.*KAFKA_PASSWORD/s],
      ["another mechanism", { KAFKA_SASL_MECHANISM: "scram-sha-256" }, /KAFKA_SASL_MECHANISM/],
      ["an authority that is not trusted", { KAFKA_SSL_CA: "" }, /TLS connection.*KAFKA_SSL_CA/s],
      [
        "an advertised address where nothing listens",
        { ...PLAIN, KAFKA_BROKERS: `127.0.0.1:${lostPort}` },
        /answers, but says to use 127\.0\.0\.1:1,.*advertised\.listeners/s,
      ],
    ];
    for (const [index, [what, settings, words]] of told.entries()) {
      await t.step(`the doctor, of ${what}`, async () => {
        const [reached, answer] = await doctor(settings);
        assertEquals(reached?.status, "ok");
        assertEquals(answer?.status, index === 0 ? "ok" : "fail");
        assertMatch(answer?.text ?? "", words);
      });
    }
  });
});
