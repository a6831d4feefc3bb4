/**
 * The one operation of STS that tells whose credentials a client has.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @module
 */
import { AwsError } from "../aws_error.ts";
import { ACCOUNT_ID, CALLER_ARN } from "../account.ts";
import { writeXml, type XmlElement } from "../s3/mod.ts";
import { readBody } from "./body.ts";

const NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

/** Largest request, in bytes. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * Answers a request in the query protocol.
 *
 * @param request The request, with a form as its body
 * @returns The answer; errors are answered too
 */
export async function handleSts(request: Request): Promise<Response> {
  const requestId = crypto.randomUUID();
  try {
    const body = await readBody(request, MAX_BODY_BYTES);
    const form = new URLSearchParams(new TextDecoder().decode(body));
    const action = form.get("Action") ?? "";
    if (action !== "GetCallerIdentity") {
      const version = form.get("Version") ?? "";
      const words = `Could not find operation ${action} for version ${version}`;
      throw new AwsError("InvalidAction", words);
    }
    return xml(200, "GetCallerIdentityResponse", {
      GetCallerIdentityResult: {
        Arn: CALLER_ARN,
        UserId: "AIDALOCALTICKERTAPE00",
        Account: ACCOUNT_ID,
      },
      ResponseMetadata: { RequestId: requestId },
    });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return xml(error.status, "ErrorResponse", {
      Error: { Type: "Sender", Code: error.code, Message: error.message },
      RequestId: requestId,
    });
  }
}

function xml(status: number, root: string, children: XmlElement): Response {
  return new Response(writeXml(root, children, NAMESPACE), {
    status,
    headers: { "content-type": "text/xml" },
  });
}
