/** Users with SCRAM credentials. Nobody signs in here; tools that make users find them again. @module */
import { ERRORS, outcomeOf, ProtocolError } from "../protocol/errors.ts";
import {
  alterUserScramCredentialsRequest,
  alterUserScramCredentialsResponse,
} from "../protocol/messages/alter_user_scram_credentials.ts";
import {
  describeUserScramCredentialsRequest,
  describeUserScramCredentialsResponse,
} from "../protocol/messages/describe_user_scram_credentials.ts";
import { checkCredential } from "../scram_users.ts";
import { api, type RequestContext } from "./api.ts";

export const describeUserScramCredentials = api({
  key: 50,
  name: "DescribeUserScramCredentials",
  versions: [0, 0],
  request: describeUserScramCredentialsRequest,
  response: describeUserScramCredentialsResponse,
  handle({ users }, { broker: { scramUsers } }: RequestContext) {
    const wanted = users?.length ? users.map(({ name }) => name) : scramUsers.names();
    return {
      errorCode: ERRORS.NONE,
      results: [...new Set(wanted)].map((user) => {
        const { errorCode, errorMessage, value } = outcomeOf(() => {
          if (wanted.filter((name) => name === user).length > 1) {
            throw new ProtocolError(
              "DUPLICATE_RESOURCE",
              `Cannot describe SCRAM credentials for the same user twice in a single request: ${user}`,
            );
          }
          const credentials = scramUsers.of(user);
          if (credentials.length > 0) return credentials;
          throw new ProtocolError(
            "RESOURCE_NOT_FOUND",
            `Attempt to describe a user credential that does not exist: ${user}`,
          );
        });
        return { user, errorCode, errorMessage, credentialInfos: value ?? [] };
      }),
    };
  },
});

export const alterUserScramCredentials = api({
  key: 51,
  name: "AlterUserScramCredentials",
  versions: [0, 0],
  request: alterUserScramCredentialsRequest,
  response: alterUserScramCredentialsResponse,
  handle({ deletions, upsertions }, { broker: { scramUsers } }: RequestContext) {
    const changes = Map.groupBy([...deletions, ...upsertions], ({ name }) => name);
    const outcomes = new Map([...changes.keys()].map((user) => [
      user,
      outcomeOf(() => {
        for (const { name, mechanism } of deletions) {
          if (name === user) scramUsers.checkRemoval(name, mechanism);
        }
        for (const credential of upsertions) {
          if (credential.name === user) checkCredential(user, credential);
        }
        if (
          new Set(changes.get(user)!.map(({ mechanism }) => mechanism)).size <
            changes.get(user)!.length
        ) {
          throw new ProtocolError(
            "DUPLICATE_RESOURCE",
            "A user credential cannot be altered twice in the same request",
          );
        }
      }),
    ]));
    const accepted = ({ name }: { name: string }) => outcomes.get(name)!.errorCode === ERRORS.NONE;
    scramUsers.change(deletions.filter(accepted), upsertions.filter(accepted));
    return {
      results: [...outcomes].map(([user, { errorCode, errorMessage }]) => ({
        user,
        errorCode,
        errorMessage,
      })),
    };
  },
});
