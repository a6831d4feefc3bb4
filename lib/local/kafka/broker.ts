/**
 * What every request handler works on.
 * @module
 */
import type { DatabaseSync } from "node:sqlite";
import type { BrokerConfigName } from "./config/broker_keys.ts";
import { type BrokerSettings, openBrokerSettings } from "./config/broker_settings.ts";
import { type DynamicConfigs, openDynamicConfigs } from "./config/dynamic.ts";
import { GROUP_CONFIGS, type GroupConfigName } from "./config/group_keys.ts";
import type { ConfigKey, Overrides } from "./config/key.ts";
import { RESOURCE_TYPES } from "./config/resource_types.ts";
import { TOPIC_CONFIGS, type TopicConfigName } from "./config/topic_keys.ts";
import { type Coordinator, createCoordinator } from "./group/coordinator.ts";
import { openQuotas, type Quotas } from "./quota/quotas.ts";
import { openScramUsers, type ScramUsers } from "./scram_users.ts";
import { createTables, keepValue, keptValue } from "./tables.ts";
import { openTopics, type Topics } from "./topics.ts";

/** The broker's state. */
export interface Broker {
  readonly nodeId: number;
  readonly clusterId: string;
  /** Address the broker gives clients to connect to. */
  readonly host: string;
  port: number;
  /** Folder with the logs. */
  readonly dir: string;
  readonly settings: BrokerSettings;
  readonly configs: DynamicConfigs;
  readonly topics: Topics;
  readonly groups: Coordinator;
  readonly quotas: Quotas;
  readonly scramUsers: ScramUsers;
  /** Value of one of its settings now. */
  config(name: BrokerConfigName): string;
  /** Value of a setting of a group of the new protocol. */
  groupConfig(groupId: string, name: GroupConfigName): string;
  /** Tells of a failure that no client caused, such as a disk that is full; of each one once. */
  report(error: unknown): void;
  /** A producer id that was never given out before. */
  nextProducerId(): bigint;
  close(): void;
}

/** Producer ids set aside at once; those left over at the end are lost, as in Kafka. */
const PRODUCER_ID_BLOCK = 1000n;

/**
 * Opens the broker's state.
 *
 * @param options Database, folder, host, settings under Kafka's names, and who is told of failures
 * @returns The broker; its port is set by who listens
 * @throws {ProtocolError} INVALID_CONFIG: a setting is unknown, or its value is
 */
export function openBroker(
  { db, dir, host, overrides, report }: {
    db: DatabaseSync;
    dir: string;
    host: string;
    overrides: Overrides;
    report: Broker["report"];
  },
): Broker {
  const told = new WeakSet<Error>();
  const reportOnce = (error: unknown) => {
    if (error instanceof Error) {
      if (told.has(error)) return;
      told.add(error);
    }
    report(error);
  };
  createTables(db);
  const configs = openDynamicConfigs(db);
  const settings = openBrokerSettings(overrides, configs, () => topics.refreshSettings());
  const config = settings.value;
  const topicConfig = (name: TopicConfigName) => {
    const key: ConfigKey = TOPIC_CONFIGS[name];
    return key.broker === undefined ? key.fallback : config(key.broker as BrokerConfigName);
  };
  const topics = openTopics(db, dir, topicConfig, reportOnce);
  const groups = createCoordinator({
    db,
    config,
    topics: () =>
      topics.all().map(({ id, name, partitions }) => ({ id, name, partitions: partitions.length })),
    sessionTimeoutMs: (groupId) => Number(groupConfig(groupId, "consumer.session.timeout.ms")),
    report: reportOnce,
  });
  const groupConfig = (groupId: string, name: GroupConfigName) =>
    configs.of(RESOURCE_TYPES.group, groupId)[name] ?? config(GROUP_CONFIGS[name].broker);
  let nextId = 0n;
  let blockEnd = 0n;
  return {
    nodeId: Number(config("broker.id")),
    clusterId: keptValue(db, "cluster_id", makeClusterId),
    host,
    port: 0,
    dir,
    settings,
    configs,
    topics,
    groups,
    quotas: openQuotas(db),
    scramUsers: openScramUsers(db),
    config,
    groupConfig,
    report: reportOnce,
    nextProducerId() {
      if (nextId === blockEnd) {
        nextId = BigInt(keptValue(db, "next_producer_id", () => "0"));
        blockEnd = nextId + PRODUCER_ID_BLOCK;
        keepValue(db, "next_producer_id", String(blockEnd));
      }
      return nextId++;
    },
    close() {
      groups.close();
      topics.close();
    },
  };
}

/** 16 random bytes in URL-safe base64, as Kafka's own cluster ids. */
function makeClusterId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
