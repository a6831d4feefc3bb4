/**
 * All APIs there are, with their versions: what is answered, and what ApiVersions says.
 *
 * Oldest versions are those Kafka 4 still has or older ones that come for free; newest are those
 * current clients ask for.
 * @module
 */
import { createAcls, deleteAcls, describeAcls } from "./acls.ts";
import { alterConfigs } from "./alter_configs.ts";
import { alterPartitionReassignments } from "./alter_partition_reassignments.ts";
import { alterReplicaLogDirs } from "./alter_replica_log_dirs.ts";
import type { Api } from "./api.ts";
import { apiVersions } from "./api_versions.ts";
import { alterClientQuotas, describeClientQuotas } from "./client_quotas.ts";
import { consumerGroupDescribe } from "./consumer_group_describe.ts";
import { consumerGroupHeartbeat } from "./consumer_group_heartbeat.ts";
import { createPartitions } from "./create_partitions.ts";
import { createTopics } from "./create_topics.ts";
import {
  createDelegationToken,
  describeDelegationToken,
  expireDelegationToken,
  renewDelegationToken,
} from "./delegation_tokens.ts";
import { deleteGroups } from "./delete_groups.ts";
import { deleteRecords } from "./delete_records.ts";
import { deleteTopics } from "./delete_topics.ts";
import { describeCluster } from "./describe_cluster.ts";
import { describeConfigs } from "./describe_configs.ts";
import { describeGroups } from "./describe_groups.ts";
import { describeLogDirs } from "./describe_log_dirs.ts";
import { describeProducers } from "./describe_producers.ts";
import { describeTopicPartitions } from "./describe_topic_partitions.ts";
import { electLeaders } from "./elect_leaders.ts";
import { fetch } from "./fetch.ts";
import { findCoordinator } from "./find_coordinator.ts";
import { heartbeat } from "./heartbeat.ts";
import { incrementalAlterConfigs } from "./incremental_alter_configs.ts";
import { initProducerId } from "./init_producer_id.ts";
import { joinGroup } from "./join_group.ts";
import { leaveGroup } from "./leave_group.ts";
import { listConfigResources } from "./list_config_resources.ts";
import { listGroups } from "./list_groups.ts";
import { listOffsets } from "./list_offsets.ts";
import { listPartitionReassignments } from "./list_partition_reassignments.ts";
import { metadata } from "./metadata.ts";
import { offsetCommit } from "./offset_commit.ts";
import { offsetDelete } from "./offset_delete.ts";
import { offsetFetch } from "./offset_fetch.ts";
import { offsetForLeaderEpoch } from "./offset_for_leader_epoch.ts";
import { produce } from "./produce.ts";
import { saslHandshake } from "./sasl_handshake.ts";
import { syncGroup } from "./sync_group.ts";
import { describeTransactions, listTransactions } from "./transactions.ts";
import { unregisterBroker } from "./unregister_broker.ts";
import { updateFeatures } from "./update_features.ts";
import {
  alterUserScramCredentials,
  describeUserScramCredentials,
} from "./user_scram_credentials.ts";

/** The APIs, in the order of their numbers. */
export const APIS: readonly Api[] = [
  produce,
  fetch,
  listOffsets,
  metadata,
  offsetCommit,
  offsetFetch,
  findCoordinator,
  joinGroup,
  heartbeat,
  leaveGroup,
  syncGroup,
  describeGroups,
  listGroups,
  saslHandshake,
  apiVersions(() => APIS),
  createTopics,
  deleteTopics,
  deleteRecords,
  initProducerId,
  offsetForLeaderEpoch,
  describeAcls,
  createAcls,
  deleteAcls,
  describeConfigs,
  alterConfigs,
  alterReplicaLogDirs,
  describeLogDirs,
  createPartitions,
  createDelegationToken,
  renewDelegationToken,
  expireDelegationToken,
  describeDelegationToken,
  deleteGroups,
  electLeaders,
  incrementalAlterConfigs,
  alterPartitionReassignments,
  listPartitionReassignments,
  offsetDelete,
  describeClientQuotas,
  alterClientQuotas,
  describeUserScramCredentials,
  alterUserScramCredentials,
  updateFeatures,
  describeCluster,
  describeProducers,
  unregisterBroker,
  describeTransactions,
  listTransactions,
  consumerGroupHeartbeat,
  consumerGroupDescribe,
  listConfigResources,
  describeTopicPartitions,
];
