/**
 * Reading a request's body into memory, with a bound.
 * @module
 */
import { Buffer } from "node:buffer";
import { AwsError } from "../aws_error.ts";

/**
 * Reads a request's body.
 *
 * @param request The request
 * @param most Most bytes to take
 * @returns The body
 * @throws {AwsError} `RequestEntityTooLargeException` with status 413, `SerializationException`
 */
export async function readBody(request: Request, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(chunk);
    }
  } catch {
    // Only reading can fail here: the client went away, or sent fewer bytes than it said.
    throw new AwsError("SerializationException", "The request ended too early");
  }
  if (size > most) {
    const words = `The request is larger than ${most} bytes`;
    throw new AwsError("RequestEntityTooLargeException", words, 413);
  }
  return Buffer.concat(chunks);
}
