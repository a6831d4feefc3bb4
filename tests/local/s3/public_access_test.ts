/** What S3 refuses because it is public; the words are those recorded of AWS. */
import {
  DeletePublicAccessBlockCommand,
  GetBucketPolicyStatusCommand,
  PutBucketPolicyCommand,
} from "@aws-sdk/client-s3";
import { assertEquals } from "@std/assert";
import { isPublicPolicy } from "../../../lib/local/s3/public_access.ts";
import { type Answer, BUCKET, failure, type SendOptions, startServer } from "./server.ts";

const USER = "User: arn:aws:iam::000000000000:user/local is not authorized to perform: ";
const allow = (more: object) => ({
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: `arn:aws:s3:::${BUCKET}/*`,
    ...more,
  }],
});
const PUBLIC = allow({ Principal: "*" });

const messageOf = (answer: Answer) => answer.element("Message")?.replaceAll("&quot;", '"');

Deno.test("a public policy is refused where BlockPublicPolicy is on, as it is at first", async () => {
  await using server = await startServer();
  const { client } = server;
  const put = (policy: object) =>
    server.send("PUT", `/${BUCKET}?policy`, { body: JSON.stringify(policy) });
  const refused = await put(PUBLIC);
  assertEquals([refused.status, refused.element("Code"), messageOf(refused)], [
    403,
    "AccessDenied",
    `${USER}s3:PutBucketPolicy on resource: "arn:aws:s3:::${BUCKET}" because public policies are ` +
    "prevented by the BlockPublicPolicy setting in S3 Block Public Access.",
  ]);
  const status = async () =>
    (await client.send(new GetBucketPolicyStatusCommand({ Bucket: BUCKET }))).PolicyStatus;
  assertEquals(await failure(status()), "NoSuchBucketPolicy 404");
  assertEquals((await put(allow({ Principal: { AWS: "123456789012" } }))).status, 204);
  assertEquals(await status(), { IsPublic: false });
  await client.send(new DeletePublicAccessBlockCommand({ Bucket: BUCKET }));
  await client.send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy: JSON.stringify(PUBLIC) }));
  assertEquals(await status(), { IsPublic: true });
});

Deno.test("a public ACL is refused where BlockPublicAcls is on; else ACLs are not there at all", async () => {
  await using server = await startServer();
  await server.store.put(BUCKET, "a/k", new Uint8Array(1));
  const everybody = 'uri="http://acs.amazonaws.com/groups/global/AllUsers"';
  const document = "<AccessControlPolicy><AccessControlList><Grant><Grantee>" +
    "<URI>http://acs.amazonaws.com/groups/global/AuthenticatedUsers</URI></Grantee>" +
    "<Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>";
  const requests: SendOptions[] = [
    { headers: { "x-amz-acl": "public-read" } },
    { headers: { "x-amz-acl": "authenticated-read" } },
    { headers: { "x-amz-grant-read": everybody } },
    { body: document },
  ];
  for (const init of requests) {
    for (const [path, action] of [["", "s3:PutBucketAcl"], ["/a/k", "s3:PutObjectAcl"]]) {
      const answer = await server.send("PUT", `/${BUCKET}${path}?acl`, init);
      assertEquals([answer.status, messageOf(answer)], [
        403,
        `${USER}${action} on resource: "arn:aws:s3:::${BUCKET}${path}" because public ACLs are ` +
        "prevented by the BlockPublicAcls setting in S3 Block Public Access.",
      ]);
    }
  }
  await server.client.send(new DeletePublicAccessBlockCommand({ Bucket: BUCKET }));
  for (const init of requests) {
    const answer = await server.send("PUT", `/${BUCKET}?acl`, init);
    assertEquals(answer.element("Code"), "AccessControlListNotSupported");
  }
});

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
const POLICIES: [what: string, statement: object, isPublic: boolean][] = [
  ["everybody", { Principal: "*" }, true],
  ["everybody, as AWS", { Principal: { AWS: "*" } }, true],
  ["everybody among others", { Principal: { AWS: ["123456789012", "*"] } }, true],
  ["all but one", { NotPrincipal: { AWS: "123456789012" } }, true],
  ["an account", { Principal: { AWS: "arn:aws:iam::123456789012:root" } }, false],
  ["a service", { Principal: { Service: "cloudtrail.amazonaws.com" } }, false],
  ["a refusal", { Effect: "Deny", Principal: "*" }, false],
  ["one VPC", condition("StringEquals", "aws:SourceVpc", "vpc-91237329"), false],
  ["VPCs by a wildcard", condition("StringLike", "aws:SourceVpc", "vpc-*"), true],
  ["VPCs by a variable", condition("StringEquals", "aws:SourceVpc", "${aws:username}"), true],
  ["one source", condition("ArnLike", "aws:SourceArn", "arn:aws:sns:us-east-1:1:t"), false],
  ["an organization", condition("StringEquals", "aws:PrincipalOrgID", "o-1"), false],
  ["a network", condition("IpAddress", "aws:SourceIp", "54.240.143.0/24"), false],
  ["a network too wide", condition("IpAddress", "aws:SourceIp", "0.0.0.0/1"), true],
  ["one wide network of two", condition("IpAddress", "aws:SourceIp", ["1.2.3.4", "::/3"]), true],
  ["all but a network", condition("NotIpAddress", "aws:SourceIp", "54.240.143.0/24"), true],
  ["all but a VPC", condition("StringNotEquals", "aws:SourceVpc", "vpc-1"), true],
  ["a key that limits nobody", condition("StringEquals", "s3:prefix", "a"), true],
];

function condition(operator: string, key: string, value: unknown): object {
  return { Principal: "*", Condition: { [operator]: { [key]: value } } };
}

for (const [what, statement, expected] of POLICIES) {
  Deno.test(`a policy that lets in ${what} is ${expected ? "public" : "not public"}`, () => {
    assertEquals(isPublicPolicy(allow(statement)), expected);
  });
}

Deno.test("one public statement makes a policy public, one alone or in a list", () => {
  const { Statement: [open] } = PUBLIC;
  const { Statement: [closed] } = allow({ Principal: { AWS: "123456789012" } });
  assertEquals(isPublicPolicy({ Statement: [closed, open] }), true);
  assertEquals(isPublicPolicy({ Statement: open }), true);
  assertEquals(isPublicPolicy({ Statement: closed }), false);
});
