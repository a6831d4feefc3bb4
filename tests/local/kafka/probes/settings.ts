/**
 * Settings of what is no topic.
 * @module
 */
import type { Fields, Probe } from "./probe.ts";
import { type Question, talk } from "./talk.ts";

const TOPIC = 2;
const BROKER = 4;
const LOGGER = 8;
const CLIENT_METRICS = 16;
const GROUP = 32;

const set = (
  resourceType: number,
  resourceName: string,
  configs: Record<string, string | null>,
  changes: Fields = {},
): Question => ["IncrementalAlterConfigs", 1, {
  resources: [{
    resourceType,
    resourceName,
    configs: Object.entries(configs).map(([name, value]) => ({
      name,
      value,
      configOperation: value === null ? 1 : 0,
    })),
  }],
  validateOnly: false,
  ...changes,
}];

const setAll = (resourceType: number, resourceName: string, configs: Fields[]): Question => [
  "AlterConfigs",
  2,
  { resources: [{ resourceType, resourceName, configs }], validateOnly: false },
];

const told = (
  resourceType: number,
  resourceName: string,
  ...configurationKeys: string[]
): Question => [
  "DescribeConfigs",
  4,
  {
    resources: [{ resourceType, resourceName, configurationKeys }],
    includeSynonyms: true,
    includeDocumentation: false,
  },
];

const resources = (version: number, ...resourceTypes: number[]): Question => [
  "ListConfigResources",
  version,
  { resourceTypes },
];

/** The probes, by what they ask. */
export const settingProbes: Record<string, Probe> = {
  "a broker's setting at run time": talk(
    ...[
      set(BROKER, "1", { "message.max.bytes": "2000000" }),
      set(BROKER, "", { "message.max.bytes": "3000000" }),
      set(BROKER, "1", { "message.max.bytes": null }),
      set(BROKER, "", { "message.max.bytes": null }),
    ].flatMap((change) => [
      { change, seenBy: told(BROKER, "1", "message.max.bytes") },
      told(BROKER, "", "message.max.bytes"),
      told(TOPIC, "pro_bes", "max.message.bytes"),
    ]),
  ),
  "a broker's settings at run time, all": talk(
    ...[[{ name: "log.retention.bytes", value: "100000000" }], []].map((configs) => ({
      change: setAll(BROKER, "1", configs),
      seenBy: told(BROKER, "1", "log.retention.bytes"),
    })),
  ),
  ...Object.fromEntries(
    ([
      ["1", { "num.partitions": "4" }],
      ["1", { "broker.id": "4" }],
      ["1", { "message.max.bytes": "-4" }],
      ["1", { "message.max.bytes": "x" }],
      ["9", { "message.max.bytes": "2000000" }],
      ["x", { "message.max.bytes": "2000000" }],
      ["1", { "log.cleanup.policy": "nope" }],
      ["1", { "auto.create.topics.enable": null }],
    ] as const).map(([name, configs]) => [
      `broker ${name} is given ${JSON.stringify(configs)}`,
      talk(set(BROKER, name, configs, { validateOnly: true })),
    ]),
  ),
  "settings of other brokers": talk(told(BROKER, "9", "message.max.bytes"), told(BROKER, "x")),
  "loggers there are not": talk(
    set(LOGGER, "1", { "nope": "DEBUG" }),
    set(LOGGER, "9", { "nope": "DEBUG" }),
    setAll(LOGGER, "1", [{ name: "nope", value: "DEBUG" }]),
    told(LOGGER, "1", "nope"),
    told(LOGGER, "9", "nope"),
  ),
  "a group's settings": talk(
    told(GROUP, "grown", "consumer.session.timeout.ms", "consumer.heartbeat.interval.ms"),
    ...["50000", null].map((value) => ({
      change: set(GROUP, "grown", { "consumer.session.timeout.ms": value }),
      seenBy: told(GROUP, "grown", "consumer.session.timeout.ms", "consumer.heartbeat.interval.ms"),
    })),
  ),
  ...Object.fromEntries(
    ([
      ["grown", { "nope": "1" }],
      ["grown", { "consumer.session.timeout.ms": "1" }],
      ["grown", { "consumer.session.timeout.ms": "600000" }],
      ["grown", { "consumer.session.timeout.ms": "x" }],
      ["grown", { "consumer.heartbeat.interval.ms": "1" }],
      ["grown", { "consumer.heartbeat.interval.ms": "600000" }],
      ["", { "consumer.session.timeout.ms": "50000" }],
    ] as const).map(([name, configs]) => [
      `group '${name}' is given ${JSON.stringify(configs)}`,
      talk(set(GROUP, name, configs)),
    ]),
  ),
  "settings of no group": talk(told(GROUP, "")),
  "a subscription to metrics": talk(
    told(CLIENT_METRICS, "m"),
    ...["1000", null].flatMap((value) => [
      {
        change: set(CLIENT_METRICS, "m", { "interval.ms": value }),
        seenBy: told(CLIENT_METRICS, "m"),
      },
      resources(0),
      resources(1, CLIENT_METRICS),
    ]),
  ),
  ...Object.fromEntries(
    ([
      ["m", { "nope": "1" }],
      ["m", { "interval.ms": "1" }],
      ["m", { "interval.ms": "x" }],
      ["m", { "interval.ms": "3600001" }],
      ["m", { "match": "nope=1" }],
      ["m", { "match": "client_id" }],
      ["m", { "match": "client_id=[" }],
      ["m", { "match": "client_id=a.*,client_software_name=b" }],
      ["m", { "metrics": "*" }],
      ["", { "interval.ms": "1000" }],
    ] as const).map(([name, configs]) => [
      `subscription '${name}' is given ${JSON.stringify(configs)}`,
      talk(set(CLIENT_METRICS, name, configs, { validateOnly: true })),
    ]),
  ),
  "settings of no subscription": talk(told(CLIENT_METRICS, "")),
  "brokers with settings": talk(resources(1, BROKER, LOGGER)),
  "groups with settings": talk(resources(1, GROUP)),
  "things of no kind with settings": talk(resources(1, 3)),
  "settings of things of no kind": talk(told(3, "x"), set(3, "x", { a: "1" }), setAll(3, "x", [])),
};
