/**
 * What a reader is told about a stack that answers.
 * @module
 */
import { localDataDir, type StackInfo } from "../../lib/config.ts";
import { CALLED_AS } from "../cli/called_as.ts";

/**
 * Tells where a stack answers, and how other programs use it.
 *
 * @param stack The stack
 * @param end How it is stopped
 * @param os Operating system whose shell the commands are for
 * @returns Several lines
 */
export function describeStack(
  stack: StackInfo,
  end: string,
  os: typeof Deno.build.os = Deno.build.os,
): string {
  const found = stack.dataDir === localDataDir()
    ? "The tasks and notebooks find it by themselves."
    : `The tasks and notebooks find it with TICKERTAPE_DATA_DIR=${asArgument(stack.dataDir)}`;
  return `The embedded stack answers, process ${stack.pid}:

  Kafka                     ${stack.kafka}
  S3, Glue, Athena, STS     ${stack.aws}
  Data                      ${stack.dataDir}

${found}

Other programs reach it too:

  kcat -b ${stack.kafka} -L
  kafka-console-consumer --bootstrap-server ${stack.kafka} --topic kafka-stock-market

${awsCommands(stack.aws, os)}

${end}`;
}

/** Commands for PowerShell on Windows, and for a POSIX shell elsewhere. */
function awsCommands(url: string, os: typeof Deno.build.os): string {
  if (os === "windows") {
    return `  $env:AWS_ENDPOINT_URL="${url}"; $env:AWS_REGION="us-east-1"
  $env:AWS_ACCESS_KEY_ID="local"; $env:AWS_SECRET_ACCESS_KEY="local"
  aws s3 ls
  python -c "import boto3; print(boto3.client('s3').list_buckets()['Buckets'])"`;
  }
  return `  export AWS_ENDPOINT_URL=${url} AWS_REGION=us-east-1 \\
         AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
  aws s3 ls
  python3 -c 'import boto3; print(boto3.client("s3").list_buckets()["Buckets"])'`;
}

/**
 * The command that stops the stack of a data folder.
 *
 * @param dataDir The folder
 * @returns The command, which names the folder where it is not the one that is looked at by default
 */
export function stopCommand(dataDir: string): string {
  const folder = dataDir === localDataDir() ? "" : ` --data-dir ${asArgument(dataDir)}`;
  return `${CALLED_AS} local --stop${folder}`;
}

/**
 * Writes a folder as an argument of a command.
 *
 * @param folder Path of the folder
 * @returns The path, in quotes where a shell would not take it as one word
 */
export function asArgument(folder: string): string {
  return /^[\w./\\:~+,=@%-]+$/.test(folder) ? folder : `"${folder}"`;
}
