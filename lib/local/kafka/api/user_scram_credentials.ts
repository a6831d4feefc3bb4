/** Users with SCRAM credentials. Nobody signs in here; tools that make users find them again. @module */
import { ERRORS, type Outcome, outcomeOf, ProtocolError } from "../protocol/errors.ts";
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
    const outcomes = new Map<string, Outcome<void>>();
    const check = (user: string, body: () => void) => {
      const before = outcomes.get(user);
      if (before !== undefined && before.errorCode !== ERRORS.NONE) return;
      outcomes.set(user, outcomeOf(before === undefined ? body : refuseAgain));
    };
    for (const { name, mechanism } of deletions) {
      check(name, () => scramUsers.checkRemoval(name, mechanism));
    }
    for (const credential of upsertions) {
      check(credential.name, () => checkCredential(credential.name, credential));
    }
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

function refuseAgain(): never {
  throw new ProtocolError(
    "DUPLICATE_RESOURCE",
    "A user credential cannot be altered twice in the same request",
  );
}
