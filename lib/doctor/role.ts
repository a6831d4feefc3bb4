/**
 * The crawler's role as IAM knows it: who may take it on, and what it may do.
 * @module
 */
import {
  GetRoleCommand,
  IAMClient,
  NoSuchEntityException,
  type Role,
  SimulatePrincipalPolicyCommand,
} from "@aws-sdk/client-iam";
import { awsFailure } from "../aws_failure.ts";
import type { Config } from "../config.ts";
import type { Finding } from "./check.ts";
import { doctorClientOptions } from "./client_options.ts";

/** Errors of IAM that say: these credentials may not look. */
const MAY_NOT_LOOK = ["AccessDenied", "AccessDeniedException"];

/**
 * Looks whether Glue may take the role on, and whether the role may read the data and write tables.
 *
 * @param config The pipeline's settings
 * @param abortSignal Ends the look
 * @returns What was found
 * @throws {TickertapeError} IAM does not answer
 * @see https://docs.aws.amazon.com/glue/latest/dg/crawler-prereqs.html
 */
export async function inspectRole(config: Config, abortSignal: AbortSignal): Promise<Finding> {
  const name = config.glue.role.split("/").at(-1) ?? "";
  const client = new IAMClient(doctorClientOptions(config));
  try {
    const { Role } = await client.send(new GetRoleCommand({ RoleName: name }), { abortSignal });
    if (Role === undefined || !trustsGlue(Role)) return notTrusting(name);
    const denied = await deniedActions(config, client, Role, abortSignal);
    if (denied.length === 0) {
      return { status: "ok", detail: `${name}: Glue may use it, and it may read and crawl` };
    }
    return {
      status: "fail",
      detail: `the role ${name} may not do what the crawler has to: ${denied.join(", ")}`,
      remedy: "Allow it in the role's policy; deno task aws template has one that is enough.",
    };
  } catch (error) {
    if (error instanceof NoSuchEntityException) {
      return {
        status: "fail",
        detail: `there is no role ${name} in this account`,
        remedy: "Make it (deno task aws up does), or set GLUE_ROLE to one that is there.",
      };
    }
    if (error instanceof Error && MAY_NOT_LOOK.includes(error.name)) {
      return {
        status: "note",
        detail: `these credentials may not look at the role ${name}`,
        remedy: "Allow them iam:GetRole and iam:SimulatePrincipalPolicy to have it checked.",
      };
    }
    throw awsFailure(config, `look at the role '${name}' (GLUE_ROLE)`, error);
  } finally {
    client.destroy();
  }
}

/** IAM gives a policy as JSON, percent-encoded. */
function trustsGlue(role: Role): boolean {
  const policy = JSON.parse(decodeURIComponent(role.AssumeRolePolicyDocument ?? "%7B%7D")) as {
    Statement?: unknown;
  };
  return [policy.Statement ?? []].flat().some((statement) => {
    const { Effect, Action, Principal } = statement as {
      Effect?: string;
      Action?: string | string[];
      Principal?: { Service?: string | string[] };
    };
    return Effect === "Allow" && [Action].flat().includes("sts:AssumeRole") &&
      [Principal?.Service].flat().includes("glue.amazonaws.com");
  });
}

function notTrusting(name: string): Finding {
  return {
    status: "fail",
    detail: `Glue may not take on the role ${name}: its trust policy does not name Glue`,
    remedy: "Add to its trust policy: Allow sts:AssumeRole to the service glue.amazonaws.com.",
  };
}

/** Has IAM work out which of the crawler's actions the role's policies do not allow. */
async function deniedActions(
  config: Config,
  client: IAMClient,
  role: Role,
  abortSignal: AbortSignal,
): Promise<string[]> {
  const [, partition = "aws", , , account = ""] = (role.Arn ?? "").split(":");
  const bucket = `arn:${partition}:s3:::${config.s3.dataBucket}`;
  const glue = `arn:${partition}:glue:${config.aws.region}:${account}`;
  const { database } = config.glue;
  const needed: readonly (readonly [actions: string[], resources: string[]])[] = [
    [["s3:ListBucket"], [bucket]],
    [["s3:GetObject"], [`${bucket}/${config.s3.dataPrefix}/any`]],
    [
      ["glue:GetDatabase", "glue:CreateTable", "glue:UpdateTable", "glue:BatchCreatePartition"],
      [`${glue}:catalog`, `${glue}:database/${database}`, `${glue}:table/${database}/any`],
    ],
  ];
  const denied: string[] = [];
  for (const [ActionNames, ResourceArns] of needed) {
    const simulated = await client.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: role.Arn,
        ActionNames,
        ResourceArns,
      }),
      { abortSignal },
    );
    for (const { EvalActionName, EvalDecision } of simulated.EvaluationResults ?? []) {
      if (EvalDecision !== "allowed" && EvalActionName !== undefined) denied.push(EvalActionName);
    }
  }
  return [...new Set(denied)];
}
