/**
 * The CloudFormation template of the pipeline on AWS.
 * @module
 */
import { analyticsResources } from "./template_analytics.ts";
import { brokerResources } from "./template_broker.ts";
import { getAtt, ref, type Template } from "./cloudformation.ts";
import { IMAGE_PARAMETER, imageName } from "./image.ts";
import { type CloudOptions, databaseName } from "./options.ts";
import { storageResources } from "./template_storage.ts";

/**
 * Writes the template of a stack: network, broker, buckets, crawler and work group. Deleting the
 * stack deletes all of it.
 *
 * @param options The stack's choices, checked
 * @param setupScript Text of the script that makes the instance a broker
 * @returns The template
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const options = { stackName: "tickertape", instanceType: "t4g.micro", dataPrefix: "ticks" };
 * const template = buildTemplate(options, "#!/bin/bash\n");
 * const group = template.Resources.BrokerSecurityGroup?.Properties;
 * assertEquals(group?.SecurityGroupIngress, []);
 * ```
 */
export function buildTemplate(options: CloudOptions, setupScript: string): Template {
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: "tickertape: Kafka on EC2, S3, a Glue crawler and an Athena work group",
    Parameters: {
      // Not the type that looks the current image up itself: it does so at each update, and then
      // the broker would be replaced, with all it holds, whenever there is a newer image.
      [IMAGE_PARAMETER]: {
        Type: "AWS::EC2::Image::Id",
        Description: `Amazon Linux 2023, the value of ${imageName(options.instanceType)}`,
      },
    },
    Resources: {
      ...storageResources(options),
      ...analyticsResources(options),
      ...brokerResources(options, setupScript),
    },
    Outputs: {
      InstanceId: { Description: "Instance the broker runs on", Value: ref("BrokerInstance") },
      DataBucket: { Description: "Bucket the sink writes to", Value: ref("DataBucket") },
      ResultsBucket: { Description: "Bucket of query results", Value: ref("ResultsBucket") },
      CrawlerRole: {
        Description: "Role the crawler runs as",
        Value: getAtt("CrawlerRole", "Arn"),
      },
      Database: { Description: "Glue database", Value: databaseName(options.stackName) },
      Crawler: { Description: "Glue crawler", Value: options.stackName },
      WorkGroup: { Description: "Athena work group", Value: options.stackName },
      ...(options.publicFrom === undefined ? {} : {
        PublicAddress: { Description: "The broker's address", Value: ref("BrokerAddress") },
        PasswordSecret: {
          Description: "Secret that holds the broker account's password",
          Value: ref("BrokerPassword"),
        },
      }),
    },
  };
}
