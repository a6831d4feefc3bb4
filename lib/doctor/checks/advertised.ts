/**
 * The addresses that the brokers advertise: where clients go once they have asked a bootstrap broker
 * for the cluster's members.
 * @module
 */
import type { Check } from "../check.ts";
import { askCluster } from "../cluster.ts";

/** Speaks Kafka to the cluster, and follows it to the addresses it advertises. */
export const advertisedCheck: Check = {
  name: "advertised address",
  needs: ["broker"],
  run: async (config) => {
    const { brokers } = await askCluster(config, (admin) => admin.describeCluster());
    const addresses = brokers.map(({ host, port }) => `${host}:${port}`);
    return { status: "ok", detail: `the cluster speaks Kafka, and is at ${addresses.join(", ")}` };
  },
};
