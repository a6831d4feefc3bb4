/** Partitions that move to another broker: never any, of one. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  listPartitionReassignmentsRequest,
  listPartitionReassignmentsResponse,
} from "../protocol/messages/list_partition_reassignments.ts";
import { api } from "./api.ts";

export const listPartitionReassignments = api({
  key: 46,
  name: "ListPartitionReassignments",
  versions: [0, 0],
  request: listPartitionReassignmentsRequest,
  response: listPartitionReassignmentsResponse,
  handle: () => ({ errorCode: ERRORS.NONE, topics: [] }),
});
