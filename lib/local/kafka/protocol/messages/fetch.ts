/**
 * Fetch, versions 4 to 18.
 * @module
 */
import {
  array,
  bytes,
  fallback,
  int16,
  int32,
  int64,
  int8,
  message,
  nullable,
  since,
  string,
  struct,
  tagged,
  until,
  uuid,
} from "../schema.ts";

/**
 * Fetch Request => cluster_id(12+) replica_id(0-14) replica_state(15+) max_wait_ms min_bytes
 *     max_bytes isolation_level session_id(7+) session_epoch(7+) [topics]
 *     [forgotten_topics_data](7+) rack_id(11+)
 *   replica_state => replica_id replica_epoch
 *   topics => topic(0-12) topic_id(13+) [partitions]
 *     partitions => partition current_leader_epoch(9+) fetch_offset last_fetched_epoch(12+)
 *         log_start_offset(5+) partition_max_bytes replica_directory_id(17+)
 *         high_watermark(18+)
 *   forgotten_topics_data => topic(7-12) topic_id(13+) [partitions]
 */
export const fetchRequest = message({
  flexibleSince: 12,
  fields: {
    clusterId: tagged(0, 12, nullable(string)),
    replicaId: until(14, fallback(int32, -1)),
    replicaState: tagged(
      1,
      15,
      struct({
        replicaId: fallback(int32, -1),
        replicaEpoch: fallback(int64, -1n),
      }),
    ),
    maxWaitMs: int32,
    minBytes: int32,
    maxBytes: fallback(int32, 0x7fffffff),
    isolationLevel: int8,
    sessionId: since(7, int32),
    sessionEpoch: since(7, fallback(int32, -1)),
    topics: array({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: array({
        partition: int32,
        currentLeaderEpoch: since(9, fallback(int32, -1)),
        fetchOffset: int64,
        lastFetchedEpoch: since(12, fallback(int32, -1)),
        logStartOffset: since(5, fallback(int64, -1n)),
        partitionMaxBytes: int32,
        replicaDirectoryId: tagged(0, 17, uuid),
        highWatermark: tagged(1, 18, fallback(int64, 9223372036854775807n)),
      }),
    }),
    forgottenTopicsData: since(
      7,
      array({
        topic: until(12, string),
        topicId: since(13, uuid),
        partitions: array(int32),
      }),
    ),
    rackId: since(11, string),
  },
});

/**
 * Fetch Response => throttle_time_ms error_code(7+) session_id(7+) [responses]
 *     [node_endpoints](16+)
 *   responses => topic(0-12) topic_id(13+) [partitions]
 *     partitions => partition_index error_code high_watermark last_stable_offset
 *         log_start_offset(5+) diverging_epoch(12+) current_leader(12+) snapshot_id(12+)
 *         [aborted_transactions] preferred_read_replica(11+) records
 *       diverging_epoch => epoch end_offset
 *       current_leader => leader_id leader_epoch
 *       snapshot_id => end_offset epoch
 *       aborted_transactions => producer_id first_offset
 *   node_endpoints => node_id host port rack
 */
export const fetchResponse = message({
  flexibleSince: 12,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: since(7, int16),
    sessionId: since(7, int32),
    responses: array({
      topic: until(12, string),
      topicId: since(13, uuid),
      partitions: array({
        partitionIndex: int32,
        errorCode: int16,
        highWatermark: int64,
        lastStableOffset: fallback(int64, -1n),
        logStartOffset: since(5, fallback(int64, -1n)),
        divergingEpoch: tagged(
          0,
          12,
          struct({
            epoch: fallback(int32, -1),
            endOffset: fallback(int64, -1n),
          }),
        ),
        currentLeader: tagged(
          1,
          12,
          struct({
            leaderId: fallback(int32, -1),
            leaderEpoch: fallback(int32, -1),
          }),
        ),
        snapshotId: tagged(
          2,
          12,
          struct({
            endOffset: fallback(int64, -1n),
            epoch: fallback(int32, -1),
          }),
        ),
        abortedTransactions: nullable(array({
          producerId: int64,
          firstOffset: int64,
        })),
        preferredReadReplica: since(11, fallback(int32, -1)),
        records: nullable(bytes),
      }),
    }),
    nodeEndpoints: tagged(
      0,
      16,
      array({
        nodeId: int32,
        host: string,
        port: int32,
        rack: nullable(string),
      }),
    ),
  },
});
