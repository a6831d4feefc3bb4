/**
 * The AWS clients that make, watch and delete the stack.
 * @module
 */
import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { EC2Client } from "@aws-sdk/client-ec2";
import { ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { S3Client } from "@aws-sdk/client-s3";
import { SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { REQUEST_LIMITS } from "../aws.ts";
import type { AwsSettings } from "../config.ts";
import { TickertapeError } from "../errors.ts";

/** Clients of the services the stack is made of. */
export interface CloudClients {
  cloudFormation: CloudFormationClient;
  ec2: EC2Client;
  s3: S3Client;
  ssm: SSMClient;
  sts: STSClient;
  tagging: ResourceGroupsTaggingAPIClient;
}

/** Who acts, and where. */
export interface Identity {
  account: string;
  arn: string;
  region: string;
}

/**
 * Makes the clients.
 *
 * @param settings Region, profile and endpoint; what is missing the SDK finds by its own rules
 * @returns One client for each service
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const clients = cloudClients({ region: "eu-west-1" });
 * assertEquals(await clients.ec2.config.region(), "eu-west-1");
 * ```
 */
export function cloudClients(settings: Partial<AwsSettings>): CloudClients {
  const options = { ...settings, maxAttempts: 5, requestHandler: REQUEST_LIMITS };
  return {
    cloudFormation: new CloudFormationClient(options),
    ec2: new EC2Client(options),
    s3: new S3Client({ ...options, forcePathStyle: settings.endpoint !== undefined }),
    ssm: new SSMClient(options),
    sts: new STSClient(options),
    tagging: new ResourceGroupsTaggingAPIClient(options),
  };
}

/**
 * Asks AWS who the credentials belong to.
 *
 * @param clients The clients
 * @returns Account, identity and region
 * @throws {TickertapeError} No region is set
 */
export async function whoAmI(clients: CloudClients): Promise<Identity> {
  const region = await clients.sts.config.region().catch((cause: unknown) => {
    throw new TickertapeError({
      code: "NO_REGION",
      message: "Could not tell which AWS region to use: none is set",
      remedy: "Set AWS_REGION, for example AWS_REGION=eu-central-1, or a region in your profile",
      cause,
    });
  });
  const identity = await clients.sts.send(new GetCallerIdentityCommand({}));
  return { account: identity.Account ?? "", arn: identity.Arn ?? "", region };
}
