/**
 * The topic.
 * @module
 */
import type { Check } from "../check.ts";
import { askCluster } from "../cluster.ts";

/** Looks whether the topic is there. */
export const topicCheck: Check = {
  name: "topic",
  needs: ["advertised address"],
  run: async (config) => {
    const { topic } = config.kafka;
    const partitions = await askCluster(config, async (admin) => {
      // To ask for a topic by its name may make it.
      if (!(await admin.listTopics()).includes(topic)) return 0;
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return topics[0]?.partitions.length ?? 0;
    });
    if (partitions > 0) {
      return { status: "ok", detail: `${topic}, partitions: ${partitions}` };
    }
    return {
      status: "note",
      detail: `${topic} does not exist yet`,
      remedy: "deno task produce makes it.",
    };
  },
};
