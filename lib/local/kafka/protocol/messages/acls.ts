/**
 * DescribeAcls, CreateAcls and DeleteAcls, versions 1 to 3.
 * @module
 */
import { array, fallback, int16, int32, int8, message, nullable, string } from "../schema.ts";

/** Names in a pattern's type: the name itself. */
const LITERAL = 3;

const filter = {
  resourceTypeFilter: int8,
  resourceNameFilter: nullable(string),
  patternTypeFilter: fallback(int8, LITERAL),
  principalFilter: nullable(string),
  hostFilter: nullable(string),
  operation: int8,
  permissionType: int8,
};

const entry = { principal: string, host: string, operation: int8, permissionType: int8 };

/**
 * DescribeAcls Request => resource_type_filter resource_name_filter pattern_type_filter
 *     principal_filter host_filter operation permission_type
 */
export const describeAclsRequest = message({ flexibleSince: 2, fields: filter });

/**
 * DescribeAcls Response => throttle_time_ms error_code error_message [resources]
 *   resources => resource_type resource_name pattern_type [acls]
 *     acls => principal host operation permission_type
 */
export const describeAclsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    errorCode: int16,
    errorMessage: nullable(string),
    resources: array({
      resourceType: int8,
      resourceName: string,
      patternType: fallback(int8, LITERAL),
      acls: array(entry),
    }),
  },
});

/**
 * CreateAcls Request => [creations]
 *   creations => resource_type resource_name resource_pattern_type principal host operation
 *       permission_type
 */
export const createAclsRequest = message({
  flexibleSince: 2,
  fields: {
    creations: array({
      resourceType: int8,
      resourceName: string,
      resourcePatternType: fallback(int8, LITERAL),
      ...entry,
    }),
  },
});

/**
 * CreateAcls Response => throttle_time_ms [results]
 *   results => error_code error_message
 */
export const createAclsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    results: array({ errorCode: int16, errorMessage: nullable(string) }),
  },
});

/**
 * DeleteAcls Request => [filters]
 *   filters => resource_type_filter resource_name_filter pattern_type_filter principal_filter
 *       host_filter operation permission_type
 */
export const deleteAclsRequest = message({
  flexibleSince: 2,
  fields: { filters: array(filter) },
});

/**
 * DeleteAcls Response => throttle_time_ms [filter_results]
 *   filter_results => error_code error_message [matching_acls]
 *     matching_acls => error_code error_message resource_type resource_name pattern_type principal
 *         host operation permission_type
 */
export const deleteAclsResponse = message({
  flexibleSince: 2,
  fields: {
    throttleTimeMs: fallback(int32, 0),
    filterResults: array({
      errorCode: int16,
      errorMessage: nullable(string),
      matchingAcls: array({
        errorCode: int16,
        errorMessage: nullable(string),
        resourceType: int8,
        resourceName: string,
        patternType: fallback(int8, LITERAL),
        ...entry,
      }),
    }),
  },
});
