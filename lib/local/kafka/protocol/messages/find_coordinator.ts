/**
 * FindCoordinator, versions 0 to 6.
 * @module
 */
import {
  array,
  between,
  int16,
  int32,
  int8,
  message,
  nullable,
  since,
  string,
  until,
} from "../schema.ts";

/**
 * FindCoordinator Request => key(0-3) key_type(1+) [coordinator_keys](4+)
 */
export const findCoordinatorRequest = message({
  flexibleSince: 3,
  fields: {
    key: until(3, string),
    keyType: since(1, int8),
    coordinatorKeys: since(4, array(string)),
  },
});

/**
 * FindCoordinator Response => throttle_time_ms(1+) error_code(0-3) error_message(1-3)
 *     node_id(0-3) host(0-3) port(0-3) [coordinators](4+)
 *   coordinators => key node_id host port error_code error_message
 */
export const findCoordinatorResponse = message({
  flexibleSince: 3,
  fields: {
    throttleTimeMs: since(1, int32),
    errorCode: until(3, int16),
    errorMessage: between(1, 3, nullable(string)),
    nodeId: until(3, int32),
    host: until(3, string),
    port: until(3, int32),
    coordinators: since(
      4,
      array({
        key: string,
        nodeId: int32,
        host: string,
        port: int32,
        errorCode: int16,
        errorMessage: nullable(string),
      }),
    ),
  },
});
