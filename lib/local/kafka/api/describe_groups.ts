/** Consumer groups with their members. @module */
import { metadataOf } from "../group/member.ts";
import { ERRORS } from "../protocol/errors.ts";
import {
  describeGroupsRequest,
  describeGroupsResponse,
} from "../protocol/messages/describe_groups.ts";
import { api, type RequestContext } from "./api.ts";
import { authorized } from "./authorized.ts";

/** First version that says of a group that it is not there (KIP-1043). */
const TELLS_MISSING_SINCE = 6;

const NOTHING = new Uint8Array();

export const describeGroups = api({
  key: 15,
  name: "DescribeGroups",
  versions: [0, 6],
  request: describeGroupsRequest,
  response: describeGroupsResponse,
  handle({ groups, includeAuthorizedOperations }, { broker, version }: RequestContext) {
    return {
      groups: groups.map((groupId) => {
        const group = broker.groups.get(groupId);
        if (group === undefined) {
          return {
            ...version < TELLS_MISSING_SINCE ? { errorCode: ERRORS.NONE } : {
              errorCode: ERRORS.GROUP_ID_NOT_FOUND,
              errorMessage: broker.groups.consumerGroup(groupId) === undefined
                ? `Group ${groupId} not found.`
                : `Group ${groupId} is not a classic group.`,
            },
            groupId,
            groupState: "Dead",
            protocolType: "",
            protocolData: "",
            members: [],
            authorizedOperations: authorized(
              "group",
              includeAuthorizedOperations && version < TELLS_MISSING_SINCE,
            ),
          };
        }
        // Only in a stable group does everyone know what the others do.
        const stable = group.state === "Stable";
        return {
          errorCode: ERRORS.NONE,
          groupId,
          groupState: group.state,
          protocolType: group.protocolType,
          protocolData: stable ? group.protocolName ?? "" : "",
          members: group.members.map((member) => ({
            memberId: member.memberId,
            groupInstanceId: member.groupInstanceId,
            clientId: member.clientId,
            clientHost: member.clientHost,
            memberMetadata: stable ? metadataOf(member, group.protocolName) : NOTHING,
            memberAssignment: stable ? member.assignment : NOTHING,
          })),
          authorizedOperations: authorized("group", includeAuthorizedOperations),
        };
      }),
    };
  },
});
