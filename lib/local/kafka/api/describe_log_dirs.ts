/** How much the partitions hold on disk. @module */
import { statfsSync } from "node:fs";
import { ERRORS } from "../protocol/errors.ts";
import {
  describeLogDirsRequest,
  describeLogDirsResponse,
} from "../protocol/messages/describe_log_dirs.ts";
import { api, type RequestContext } from "./api.ts";

export const describeLogDirs = api({
  key: 35,
  name: "DescribeLogDirs",
  versions: [0, 4],
  request: describeLogDirsRequest,
  response: describeLogDirsResponse,
  handle({ topics }, { broker }: RequestContext) {
    const wanted = topics?.map(({ topic, partitions }) => ({ name: topic, partitions })) ??
      broker.topics.all().map(({ name, partitions }) => ({
        name,
        partitions: [...partitions.keys()],
      }));
    return {
      results: [{
        errorCode: ERRORS.NONE,
        logDir: broker.dir,
        ...volumeOf(broker.dir),
        topics: wanted.map(({ name, partitions }) => ({
          name,
          partitions: partitions.flatMap((partitionIndex) => {
            const log = broker.topics.get(name)?.partitions[partitionIndex];
            return log === undefined ? [] : [{
              partitionIndex,
              partitionSize: BigInt(log.size),
              offsetLag: 0n,
              isFutureKey: false,
            }];
          }),
        })),
      }],
    };
  },
});

/** How large the volume is that a folder is on, and how much of it may be used. */
function volumeOf(dir: string): { totalBytes: bigint; usableBytes: bigint } {
  const { blocks, bavail, bsize } = statfsSync(dir, { bigint: true });
  return { totalBytes: blocks * bsize, usableBytes: bavail * bsize };
}
