import { assert, assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../lib/errors.ts";
import type { Resource } from "../../lib/cloud/cloudformation.ts";
import { checkCloudOptions, type CloudOptions, STACK_TAG } from "../../lib/cloud/options.ts";
import { buildTemplate } from "../../lib/cloud/template.ts";

const SCRIPT = await Deno.readTextFile(
  new URL("../../lib/cloud/instance/broker_setup.sh", import.meta.url),
);
const CLOSED: CloudOptions = {
  stackName: "class-of-2026",
  instanceType: "t4g.micro",
  dataPrefix: "stock_market",
};
const OPEN: CloudOptions = { ...CLOSED, publicFrom: "203.0.113.7" };

/** Types that CloudFormation cannot tag; the rest must be. */
const UNTAGGABLE = new Set([
  "AWS::EC2::EIPAssociation",
  "AWS::EC2::Route",
  "AWS::EC2::SubnetRouteTableAssociation",
  "AWS::EC2::VPCGatewayAttachment",
  "AWS::Glue::Database",
  "AWS::IAM::InstanceProfile",
  "AWS::IAM::RolePolicy",
  "AWS::S3::BucketPolicy",
]);

/** Actions that may not be bound to a resource; AWS's own policies for sessions have them so. */
const UNBOUND = new Set([
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
]);

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

function resourcesOf(options: CloudOptions): [string, Resource][] {
  return Object.entries(buildTemplate(options, SCRIPT).Resources);
}

function ingressRules(options: CloudOptions): Record<string, unknown>[] {
  const found = resourcesOf(options).flatMap(([, { Type, Properties }]) =>
    Type === "AWS::EC2::SecurityGroup"
      ? Properties?.SecurityGroupIngress as Record<string, unknown>[]
      : []
  );
  const separate = resourcesOf(options).filter(([, { Type }]) =>
    Type === "AWS::EC2::SecurityGroupIngress"
  );
  assertEquals(separate, []);
  return found;
}

function allowed(options: CloudOptions): Statement[] {
  return resourcesOf(options).flatMap(([, { Type, Properties = {} }]) => {
    const documents = Type === "AWS::IAM::RolePolicy"
      ? [Properties]
      : (Properties.Policies ?? []) as Record<string, unknown>[];
    return documents.flatMap((policy) =>
      (policy.PolicyDocument as { Statement: Statement[] }).Statement
    );
  }).filter((statement) => statement.Effect === "Allow");
}

Deno.test("no inbound port is open", () => {
  assertEquals(ingressRules(CLOSED), []);
});

Deno.test("--public opens one TLS port to one address", () => {
  const rules = ingressRules(OPEN);
  assertEquals(rules.length, 1);
  assertEquals(rules[0]?.CidrIp, "203.0.113.7/32");
  assertEquals([rules[0]?.FromPort, rules[0]?.ToPort], [9093, 9093]);
});

Deno.test("no address is too wide to be opened to", () => {
  for (const publicFrom of ["0.0.0.0", "0.0.0.0/0", "203.0.113.0/24", "256.1.1.1", "::/0", ""]) {
    assertThrows(() => checkCloudOptions({ ...CLOSED, publicFrom }), UsageError);
  }
});

Deno.test("plain text is bound to the instance's loopback", () => {
  const listeners = SCRIPT.match(/^listeners=.*$/m)?.[0] ?? "";
  for (const listener of listeners.replace("listeners=", "").split(",")) {
    assert(/^(PLAINTEXT|CONTROLLER):\/\/127\.0\.0\.1:/.test(listener), listener);
  }
});

for (const options of [CLOSED, OPEN]) {
  const name = options.publicFrom === undefined ? "closed" : "public";

  Deno.test(`${name}: roles may do named things to named resources alone`, () => {
    const statements = allowed(options);
    assert(statements.length >= 4);
    for (const { Action, Resource } of statements) {
      for (const action of [Action].flat()) assert(!action.includes("*"), action);
      // IAM knows no resource to bind a session's channels to.
      if ([Action].flat().every((action) => UNBOUND.has(action))) continue;
      for (const resource of [Resource].flat()) {
        assert(resource !== "*" && JSON.stringify(resource) !== '{"Fn::Sub":"*"}', String(Action));
      }
    }
  });

  Deno.test(`${name}: no role has a policy that AWS may widen`, () => {
    for (const [id, { Properties }] of resourcesOf(options)) {
      assert(!("ManagedPolicyArns" in (Properties ?? {})), id);
    }
  });

  Deno.test(`${name}: the instance's credentials, disk and price are bounded`, () => {
    const instance = buildTemplate(options, SCRIPT).Resources.BrokerInstance?.Properties;
    assertEquals(instance?.MetadataOptions, { HttpTokens: "required", HttpPutResponseHopLimit: 1 });
    assertEquals(instance?.CreditSpecification, { CPUCredits: "standard" });
    assert(JSON.stringify(instance?.BlockDeviceMappings).includes('"Encrypted":true'));
  });

  Deno.test(`${name}: everything that can be tagged is`, () => {
    for (const [id, { Type, Properties }] of resourcesOf(options)) {
      if (UNTAGGABLE.has(Type)) continue;
      const tags = Properties?.Tags as { Key: string; Value: string }[] | Record<string, string>;
      const value = Array.isArray(tags)
        ? tags.find((tag) => tag.Key === STACK_TAG)?.Value
        : tags?.[STACK_TAG];
      assertEquals(value, "class-of-2026", id);
    }
  });

  Deno.test(`${name}: deleting the stack leaves nothing behind`, () => {
    for (const [id, resource] of resourcesOf(options)) {
      for (const policy of [resource.DeletionPolicy, resource.UpdateReplacePolicy]) {
        assert(policy === undefined || policy === "Delete", id);
      }
    }
    const instance = buildTemplate(options, SCRIPT).Resources.BrokerInstance?.Properties;
    assert(JSON.stringify(instance?.BlockDeviceMappings).includes('"DeleteOnTermination":true'));
  });

  Deno.test(`${name}: user data stays within EC2's 16 KB, the template within 51,200 bytes`, () => {
    const template = buildTemplate(options, SCRIPT);
    const userData = JSON.stringify(template.Resources.BrokerInstance?.Properties?.UserData);
    assert(userData.length < 16_000, `${userData.length}`);
    assert(JSON.stringify(template).length < 51_200);
  });

  Deno.test(`${name}: buckets are private, encrypted, and refuse plain HTTP`, () => {
    const resources = buildTemplate(options, SCRIPT).Resources;
    for (const bucket of ["DataBucket", "ResultsBucket"]) {
      const properties = resources[bucket]?.Properties ?? {};
      assertEquals(properties.PublicAccessBlockConfiguration, {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      assert("BucketEncryption" in properties && "LifecycleConfiguration" in properties);
      const policy = JSON.stringify(resources[`${bucket}Policy`]);
      assert(policy.includes('"aws:SecureTransport":"false"') && policy.includes('"Deny"'));
    }
  });
}

Deno.test("the broker's password is made by AWS and is nowhere in the template", () => {
  const text = JSON.stringify(buildTemplate(OPEN, SCRIPT));
  assert(text.includes("GenerateSecretString"));
  assert(!/PUBLIC_PASSWORD=[^"$}]/.test(text));
});

Deno.test("names that CloudFormation, Glue or EC2 would refuse are refused first", () => {
  for (const stackName of ["", "Upper", "1st", "a_b", "x".repeat(31)]) {
    assertThrows(() => checkCloudOptions({ ...CLOSED, stackName }), UsageError);
  }
  assertThrows(() => checkCloudOptions({ ...CLOSED, instanceType: "t2.nano" }), UsageError);
  for (const dataPrefix of ["", "a//b", "a b", "${AWS::Region}", "tls", "tls/x"]) {
    assertThrows(() => checkCloudOptions({ ...CLOSED, dataPrefix }), UsageError);
  }
  assertEquals(checkCloudOptions(CLOSED), CLOSED);
});
