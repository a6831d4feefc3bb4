/**
 * The AWS JSON 1.1 protocol, which Glue and Athena speak.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { diskFailure, faultText } from "../disk_failure.ts";
import type { JsonService } from "../types.ts";
import { readBody } from "./body.ts";
import { parseWire, stringifyWire } from "./wire_json.ts";

/** Largest request, in bytes. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

const CONTENT_TYPE = "application/x-amz-json-1.1";

/**
 * Answers a request to one of the services.
 *
 * @param request The request; its header `X-Amz-Target` names service and operation
 * @param services The services there are
 * @param log Takes a line about a fault of the server
 * @returns The answer; errors are answered too
 */
export async function handleJson(
  request: Request,
  services: readonly JsonService[],
  log: (line: string) => void,
): Promise<Response> {
  const target = request.headers.get("x-amz-target") ?? "";
  const requestId = crypto.randomUUID();
  try {
    const dot = target.lastIndexOf(".");
    const service = services.find((candidate) => candidate.target === target.slice(0, dot));
    const input = parseInput(await readBody(request, MAX_BODY_BYTES));
    if (service === undefined) throw new AwsError("UnknownOperationException", "");
    const output = await service.handle(target.slice(dot + 1), input);
    return jsonResponse(200, output ?? {}, { "x-amzn-requestid": requestId });
  } catch (error) {
    if (!(error instanceof AwsError)) log(`${target}: ${faultText(error)}`);
    const known = error instanceof AwsError ? error : new AwsError(
      "InternalServiceException",
      `The embedded service failed: ${diskFailure(error)?.words ?? "its log tells why"}`,
      500,
    );
    return jsonResponse(
      known.status,
      { __type: known.code, ...known.fields, ...messageOf(known) },
      { "x-amzn-requestid": requestId, "x-amzn-errortype": known.code },
    );
  }
}

function messageOf({ message }: AwsError): Record<string, string> {
  return message === "" ? {} : { Message: message };
}

/** Reads a request. What is no JSON object is told of as AWS does: without a word, but for lists. */
function parseInput(bytes: Uint8Array): Record<string, unknown> {
  let input: unknown;
  try {
    input = parseWire(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    // The decoder's word for what is not UTF-8 is a TypeError.
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw new AwsError("SerializationException", "");
  }
  if (Array.isArray(input)) {
    throw new AwsError("SerializationException", "Start of list found where not expected");
  }
  if (typeof input !== "object" || input === null) {
    throw new AwsError("SerializationException", "");
  }
  return input as Record<string, unknown>;
}

function jsonResponse(status: number, body: unknown, headers: Record<string, string>): Response {
  return new Response(stringifyWire(body), {
    status,
    headers: { "content-type": CONTENT_TYPE, ...headers },
  });
}
