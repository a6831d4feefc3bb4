/** Who may do what: there is no authorizer, as in Kafka where none is configured. @module */
import { ERRORS } from "../protocol/errors.ts";
import {
  createAclsRequest,
  createAclsResponse,
  deleteAclsRequest,
  deleteAclsResponse,
  describeAclsRequest,
  describeAclsResponse,
} from "../protocol/messages/acls.ts";
import { api } from "./api.ts";

const REFUSED = {
  errorCode: ERRORS.SECURITY_DISABLED,
  errorMessage: "No Authorizer is configured on the broker",
};

export const describeAcls = api({
  key: 29,
  name: "DescribeAcls",
  versions: [1, 3],
  request: describeAclsRequest,
  response: describeAclsResponse,
  handle: () => ({ ...REFUSED, resources: [] }),
});

export const createAcls = api({
  key: 30,
  name: "CreateAcls",
  versions: [1, 3],
  request: createAclsRequest,
  response: createAclsResponse,
  handle: ({ creations }) => ({ results: creations.map(() => REFUSED) }),
});

export const deleteAcls = api({
  key: 31,
  name: "DeleteAcls",
  versions: [1, 3],
  request: deleteAclsRequest,
  response: deleteAclsResponse,
  handle: ({ filters }) => ({
    filterResults: filters.map(() => ({ ...REFUSED, matchingAcls: [] })),
  }),
});
