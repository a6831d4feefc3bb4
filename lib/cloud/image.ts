/**
 * The image that the broker's instance starts from.
 * @module
 */
import { GetParameterCommand } from "@aws-sdk/client-ssm";
import type { CloudClients } from "./clients.ts";
import { INSTANCE_TYPES } from "./options.ts";

/** Parameter of the template that names the image. */
export const IMAGE_PARAMETER = "ImageId";

/**
 * Gives the name under which AWS publishes the current image of Amazon Linux 2023.
 *
 * @param instanceType One of {@linkcode INSTANCE_TYPES}
 * @returns Name of a public parameter of AWS Systems Manager
 */
export function imageName(instanceType: string): string {
  const architecture = INSTANCE_TYPES[instanceType]?.arm ? "arm64" : "x86_64";
  return `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
}

/**
 * Looks the current image up.
 *
 * @param clients The clients
 * @param instanceType Type of the instance that shall start from it
 * @returns Id of the image
 */
export async function currentImage(clients: CloudClients, instanceType: string): Promise<string> {
  const Name = imageName(instanceType);
  const { Parameter } = await clients.ssm.send(new GetParameterCommand({ Name }));
  return Parameter?.Value ?? "";
}
