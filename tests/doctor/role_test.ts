import { assertEquals, assertMatch } from "@std/assert";
import { loadConfig } from "../../lib/config.ts";
import { type CheckResult, CHECKS, runChecks } from "../../lib/doctor/mod.ts";
import { scriptedAws } from "../scripted_aws.ts";

const ROLE = "arn:aws:iam::123456789012:role/service-role/crawler";

/** What IAM answers, by the `Action` of its query protocol. */
type Iam = Record<string, (body: URLSearchParams) => Response>;

/** The role's check on AWS, with an IAM that answers so. */
async function checkRole(iam: Iam): Promise<CheckResult> {
  await using aws = scriptedAws({
    POST: (input) => {
      const body = new URLSearchParams(String(input.body));
      return iam[body.get("Action") ?? ""]?.(body) ?? refusal("InvalidAction", 400);
    },
  });
  const config = loadConfig({
    PIPELINE_TARGET: "aws",
    AWS_ENDPOINT_URL: aws.config.aws.endpoint,
    AWS_REGION: "eu-west-1",
    KAFKA_BROKERS: "127.0.0.1:9092",
    S3_DATA_BUCKET: "prices",
    S3_DATA_PREFIX: "ticks",
    GLUE_ROLE: ROLE,
    ATHENA_RESULTS_BUCKET: "answers",
  });
  config.aws.credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const check = CHECKS.filter(({ name }) => name === "crawler role");
  const [result] = await Array.fromAsync(runChecks(config, check));
  return result!;
}

function xml(action: string, result: string): Response {
  return new Response(
    `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>` +
      `${result}</${action}Result></${action}Response>`,
    { headers: { "content-type": "text/xml" } },
  );
}

function refusal(code: string, status: number): Response {
  return new Response(
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error>` +
      `</ErrorResponse>`,
    { status, headers: { "content-type": "text/xml" } },
  );
}

const roleTrusting = (service: string) => () =>
  xml(
    "GetRole",
    `<Role><Arn>${ROLE}</Arn><RoleName>crawler</RoleName><AssumeRolePolicyDocument>` +
      encodeURIComponent(JSON.stringify({
        Version: "2012-10-17",
        Statement: [{
          Effect: "Allow",
          Principal: { Service: service },
          Action: "sts:AssumeRole",
        }],
      })) + "</AssumeRolePolicyDocument></Role>",
  );

/** IAM's simulator: every action is allowed but these. */
const simulator = (...denied: string[]) => (body: URLSearchParams) => {
  const actions = [...body].filter(([name]) => name.startsWith("ActionNames")).map(([, v]) => v);
  const members = actions.map((action) =>
    `<member><EvalActionName>${action}</EvalActionName><EvalDecision>` +
    `${denied.includes(action) ? "implicitDeny" : "allowed"}</EvalDecision></member>`
  );
  return xml(
    "SimulatePrincipalPolicy",
    `<EvaluationResults>${members.join("")}</EvaluationResults>`,
  );
};

Deno.test("a role that trusts Glue and may do enough is fine", async () => {
  const asked: string[] = [];
  const result = await checkRole({
    GetRole: roleTrusting("glue.amazonaws.com"),
    SimulatePrincipalPolicy: (body) => {
      asked.push(
        ...[...body].filter(([name]) => name.startsWith("ResourceArns")).map(([, v]) => v),
      );
      return simulator()(body);
    },
  });
  assertEquals(result.status, "ok");
  assertEquals(asked, [
    "arn:aws:s3:::prices",
    "arn:aws:s3:::prices/ticks/any",
    "arn:aws:glue:eu-west-1:123456789012:catalog",
    "arn:aws:glue:eu-west-1:123456789012:database/stock_market",
    "arn:aws:glue:eu-west-1:123456789012:table/stock_market/any",
  ]);
});

Deno.test("a role that another service trusts is named", async () => {
  const result = await checkRole({ GetRole: roleTrusting("ec2.amazonaws.com") });
  assertEquals(result.status, "fail");
  assertMatch(`${result.detail} ${result.remedy}`, /trust policy.*glue\.amazonaws\.com/s);
});

Deno.test("what the role may not do is named", async () => {
  const result = await checkRole({
    GetRole: roleTrusting("glue.amazonaws.com"),
    SimulatePrincipalPolicy: simulator("s3:GetObject", "glue:CreateTable"),
  });
  assertEquals(result.status, "fail");
  assertMatch(result.detail, /s3:GetObject, glue:CreateTable/);
});

Deno.test("a role that is not there fails", async () => {
  const result = await checkRole({ GetRole: () => refusal("NoSuchEntity", 404) });
  assertEquals(result.status, "fail");
  assertMatch(result.detail, /no role crawler/);
});

Deno.test("not being allowed to look is said, and is no failure", async () => {
  const result = await checkRole({ GetRole: () => refusal("AccessDenied", 403) });
  assertEquals(result.status, "note");
  assertMatch(result.remedy ?? "", /iam:GetRole/);
});
