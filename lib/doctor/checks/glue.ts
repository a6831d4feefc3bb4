/**
 * The crawler's role, the database and the crawler.
 * @module
 */
import { EntityNotFoundException, GetDatabaseCommand, GlueClient } from "@aws-sdk/client-glue";
import { awsFailure } from "../../aws_failure.ts";
import { findCrawler, requireOurs } from "../../catalog/crawler.ts";
import type { Check, Finding } from "../check.ts";
import { doctorClientOptions } from "../client_options.ts";
import { inspectRole } from "../role.ts";

/** A role's ARN. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/;

/** A role's path and name, which Glue takes as well. */
const ROLE_NAME = /^(?:\/?[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/;

/** Looks whether the crawler's role is a role's name or ARN and, on AWS, what it may do. */
export const crawlerRoleCheck: Check = {
  name: "crawler role",
  needs: ["AWS credentials"],
  run: async (config, signal) => {
    const { role } = config.glue;
    if (!ROLE_ARN.test(role) && !ROLE_NAME.test(role)) {
      return {
        status: "fail",
        detail: `GLUE_ROLE is '${role}', which is neither a role's ARN nor its name`,
        remedy: "Set it to one such as arn:aws:iam::123456789012:role/tickertape-crawler",
      };
    }
    // The embedded Glue takes any role: there is no IAM to ask.
    return config.target === "aws"
      ? await inspectRole(config, signal)
      : { status: "ok", detail: role };
  },
};

/** Looks for the database that the tables are in. */
export const databaseCheck: Check = {
  name: "Glue database",
  needs: ["AWS credentials"],
  run: async (config, abortSignal) => {
    const Name = config.glue.database;
    const client = new GlueClient(doctorClientOptions(config));
    try {
      await client.send(new GetDatabaseCommand({ Name }), { abortSignal });
      return { status: "ok", detail: `${Name} is there` };
    } catch (error) {
      if (!(error instanceof EntityNotFoundException)) {
        throw awsFailure(config, `look at the database '${Name}'`, error);
      }
      return notYet(Name);
    } finally {
      client.destroy();
    }
  },
};

/** Looks whether the crawler reads what the sink writes, and how its last run went. */
export const crawlerCheck: Check = {
  name: "crawler",
  needs: ["AWS credentials"],
  run: async (config) => {
    const name = config.glue.crawler;
    const client = new GlueClient(doctorClientOptions(config));
    try {
      const crawler = await findCrawler(client, name);
      if (crawler === undefined) return notYet(name);
      requireOurs(config, crawler);
      const { Status, ErrorMessage } = crawler.LastCrawl ?? {};
      if (Status !== "FAILED") {
        const last = Status === undefined ? "it has not run yet" : `its last run: ${Status}`;
        return { status: "ok", detail: `${name} is ${crawler.State}; ${last}` };
      }
      return {
        status: "fail",
        detail: `the last run of ${name} failed: ${ErrorMessage ?? "Glue gives no reason"}`,
        remedy: `Check that the role ${config.glue.role} may read the data bucket, then run deno ` +
          "task crawl.",
      };
    } catch (error) {
      throw awsFailure(config, `look at the crawler '${name}'`, error);
    } finally {
      client.destroy();
    }
  },
};

function notYet(name: string): Finding {
  return {
    status: "note",
    detail: `${name} does not exist yet`,
    remedy: "deno task crawl makes it.",
  };
}
