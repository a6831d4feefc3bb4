/** Kinds of things that have settings, by their number (`ConfigResource.Type`). @module */
export const RESOURCE_TYPES = {
  topic: 2,
  broker: 4,
  brokerLogger: 8,
  clientMetrics: 16,
  group: 32,
} as const;
