/**
 * Delegation tokens: nobody signs in here, so nobody has one, as at a listener of Kafka's without
 * authentication.
 * @module
 */
import { ERRORS } from "../protocol/errors.ts";
import {
  createDelegationTokenRequest,
  createDelegationTokenResponse,
} from "../protocol/messages/create_delegation_token.ts";
import {
  describeDelegationTokenRequest,
  describeDelegationTokenResponse,
} from "../protocol/messages/describe_delegation_token.ts";
import {
  expireDelegationTokenRequest,
  expireDelegationTokenResponse,
} from "../protocol/messages/expire_delegation_token.ts";
import {
  renewDelegationTokenRequest,
  renewDelegationTokenResponse,
} from "../protocol/messages/renew_delegation_token.ts";
import { api } from "./api.ts";

/** Who a client is that has not signed in. */
const ANONYMOUS = { principalType: "User", principalName: "ANONYMOUS" };

const errorCode = ERRORS.DELEGATION_TOKEN_REQUEST_NOT_ALLOWED;

export const createDelegationToken = api({
  key: 38,
  name: "CreateDelegationToken",
  versions: [1, 3],
  request: createDelegationTokenRequest,
  response: createDelegationTokenResponse,
  handle: () => ({
    errorCode,
    ...ANONYMOUS,
    tokenRequesterPrincipalType: ANONYMOUS.principalType,
    tokenRequesterPrincipalName: ANONYMOUS.principalName,
    issueTimestampMs: -1n,
    expiryTimestampMs: -1n,
    maxTimestampMs: -1n,
    tokenId: "",
    hmac: new Uint8Array(),
  }),
});

export const renewDelegationToken = api({
  key: 39,
  name: "RenewDelegationToken",
  versions: [1, 2],
  request: renewDelegationTokenRequest,
  response: renewDelegationTokenResponse,
  handle: () => ({ errorCode, expiryTimestampMs: -1n }),
});

export const expireDelegationToken = api({
  key: 40,
  name: "ExpireDelegationToken",
  versions: [1, 2],
  request: expireDelegationTokenRequest,
  response: expireDelegationTokenResponse,
  handle: () => ({ errorCode, expiryTimestampMs: -1n }),
});

export const describeDelegationToken = api({
  key: 41,
  name: "DescribeDelegationToken",
  versions: [1, 3],
  request: describeDelegationTokenRequest,
  response: describeDelegationTokenResponse,
  handle: () => ({ errorCode, tokens: [] }),
});
