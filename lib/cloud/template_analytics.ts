/**
 * The stack's Glue database, crawler and its role, and Athena work group.
 * @module
 */
import { type CloudOptions, databaseName } from "./options.ts";
import { getAtt, ref, type Resource, sub, tagMap, tags } from "./cloudformation.ts";

/** Most bytes one query may scan: 1 GiB, half a cent. */
const BYTES_SCANNED_CUTOFF = 2 ** 30;

/**
 * The crawler with the settings the sink's layout needs, and the work group.
 *
 * @param options The stack's choices
 * @returns Resources by logical name
 */
export function analyticsResources(options: CloudOptions): Record<string, Resource> {
  return {
    CrawlerRole: crawlerRole(options),
    Database: {
      Type: "AWS::Glue::Database",
      DeletionPolicy: "Delete",
      Properties: {
        CatalogId: ref("AWS::AccountId"),
        DatabaseInput: { Name: databaseName(options.stackName) },
      },
    },
    Crawler: {
      Type: "AWS::Glue::Crawler",
      Properties: {
        Name: options.stackName,
        Role: getAtt("CrawlerRole", "Arn"),
        DatabaseName: ref("Database"),
        Targets: { S3Targets: [{ Path: sub(`s3://\${DataBucket}/${options.dataPrefix}/`) }] },
        SchemaChangePolicy: {
          UpdateBehavior: "UPDATE_IN_DATABASE",
          DeleteBehavior: "DEPRECATE_IN_DATABASE",
        },
        RecrawlPolicy: { RecrawlBehavior: "CRAWL_EVERYTHING" },
        Configuration: JSON.stringify({
          Version: 1.0,
          Grouping: { TableGroupingPolicy: "CombineCompatibleSchemas" },
          CrawlerOutput: { Partitions: { AddOrUpdateBehavior: "InheritFromTable" } },
        }),
        Tags: tagMap(options.stackName),
      },
    },
    WorkGroup: {
      Type: "AWS::Athena::WorkGroup",
      DeletionPolicy: "Delete",
      Properties: {
        Name: options.stackName,
        RecursiveDeleteOption: true,
        WorkGroupConfiguration: {
          EnforceWorkGroupConfiguration: true,
          PublishCloudWatchMetricsEnabled: false,
          BytesScannedCutoffPerQuery: BYTES_SCANNED_CUTOFF,
          ResultConfiguration: {
            OutputLocation: sub("s3://${ResultsBucket}/"),
            EncryptionConfiguration: { EncryptionOption: "SSE_S3" },
          },
        },
        Tags: tags(options.stackName),
      },
    },
  };
}

function crawlerRole(options: CloudOptions): Resource {
  const database = databaseName(options.stackName);
  const glueArn = (resource: string) =>
    sub(`arn:\${AWS::Partition}:glue:\${AWS::Region}:\${AWS::AccountId}:${resource}`);
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      Description: "Lets the tickertape crawler read its data and write its tables",
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{
          Effect: "Allow",
          Principal: { Service: "glue.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": ref("AWS::AccountId") } },
        }],
      },
      Policies: [{
        PolicyName: "crawl",
        PolicyDocument: {
          Version: "2012-10-17",
          Statement: [
            {
              Sid: "ReadData",
              Effect: "Allow",
              Action: "s3:GetObject",
              Resource: sub(`\${DataBucket.Arn}/${options.dataPrefix}/*`),
            },
            {
              Sid: "ListData",
              Effect: "Allow",
              Action: ["s3:ListBucket", "s3:GetBucketLocation"],
              Resource: getAtt("DataBucket", "Arn"),
            },
            {
              Sid: "WriteTables",
              Effect: "Allow",
              Action: [
                "glue:GetDatabase",
                "glue:GetTable",
                "glue:GetTables",
                "glue:CreateTable",
                "glue:UpdateTable",
                "glue:DeleteTable",
                "glue:GetPartition",
                "glue:GetPartitions",
                "glue:CreatePartition",
                "glue:UpdatePartition",
                "glue:DeletePartition",
                "glue:BatchGetPartition",
                "glue:BatchCreatePartition",
                "glue:BatchUpdatePartition",
                "glue:BatchDeletePartition",
              ],
              Resource: [
                glueArn("catalog"),
                glueArn(`database/${database}`),
                glueArn(`table/${database}/*`),
              ],
            },
            {
              Sid: "WriteLogs",
              Effect: "Allow",
              Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
              Resource: sub(
                "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws-glue/crawlers*",
              ),
            },
          ],
        },
      }],
      Tags: tags(options.stackName),
    },
  };
}
