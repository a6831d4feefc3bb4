/**
 * The stack's buckets: private, encrypted, reached over TLS alone, and gone with the stack.
 * @module
 */
import type { CloudOptions } from "./options.ts";
import { ref, type Resource, sub, tags } from "./cloudformation.ts";

/** Days a query's result is kept. */
const RESULT_DAYS = 7;

/**
 * The data bucket and the results bucket.
 *
 * @param options The stack's choices
 * @returns Resources by logical name
 */
export function storageResources(options: CloudOptions): Record<string, Resource> {
  const abortUploads = {
    Id: "abort-unfinished-uploads",
    Status: "Enabled",
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
  };
  const expireResults = {
    Id: "expire-results",
    Status: "Enabled",
    ExpirationInDays: RESULT_DAYS,
  };
  return {
    DataBucket: bucket(options, [abortUploads]),
    DataBucketPolicy: tlsOnly("DataBucket"),
    ResultsBucket: bucket(options, [abortUploads, expireResults]),
    ResultsBucketPolicy: tlsOnly("ResultsBucket"),
  };
}

function bucket(options: CloudOptions, rules: object[]): Resource {
  return {
    Type: "AWS::S3::Bucket",
    DeletionPolicy: "Delete",
    UpdateReplacePolicy: "Delete",
    Properties: {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      LifecycleConfiguration: { Rules: rules },
      Tags: tags(options.stackName),
    },
  };
}

function tlsOnly(name: string): Resource {
  return {
    Type: "AWS::S3::BucketPolicy",
    Properties: {
      Bucket: ref(name),
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [{
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Resource: [sub(`\${${name}.Arn}`), sub(`\${${name}.Arn}/*`)],
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }],
      },
    },
  };
}
