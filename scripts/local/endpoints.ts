/**
 * What a reader is told about a stack that answers.
 * @module
 */
import { localDataDir, type StackInfo } from "../../lib/config.ts";

/**
 * Tells where a stack answers, and how other programs use it.
 *
 * @param stack The stack
 * @param end How it is stopped
 * @returns Several lines
 */
export function describeStack(stack: StackInfo, end: string): string {
  const found = stack.dataDir === localDataDir()
    ? "The tasks and notebooks find it by themselves."
    : `The tasks and notebooks find it with TICKERTAPE_DATA_DIR=${stack.dataDir}`;
  return `The embedded stack answers, process ${stack.pid}:

  Kafka                     ${stack.kafka}
  S3, Glue, Athena, STS     ${stack.aws}
  Data                      ${stack.dataDir}

${found}

Other programs reach it too:

  kcat -b ${stack.kafka} -L
  kafka-console-consumer --bootstrap-server ${stack.kafka} --topic kafka-stock-market

  export AWS_ENDPOINT_URL=${stack.aws} AWS_REGION=us-east-1 \\
         AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
  aws s3 ls
  python3 -c 'import boto3; print(boto3.client("s3").list_buckets()["Buckets"])'

${end}`;
}
