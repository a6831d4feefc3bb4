/**
 * What stands between `deno task aws` and moto: it answers what moto does not know, and can show a
 * stack in a status that moto's, which is made at once, never has.
 * @module
 */

/** A running front. */
export interface Front {
  /** URL to set `AWS_ENDPOINT_URL` to. */
  url: string;
  /** Shown in place of the status of a stack that moto has made, until it is asked to delete one. */
  status?: string | undefined;
  /** Settles once a stack was shown so. */
  statusShown: Promise<void>;
  /** Answered in place of the current image of Amazon Linux. */
  image?: string;
  /** Outputs of stacks that moto leaves out, as it knows no such resources. */
  outputs?: Record<string, string>;
  /** Called in place of the next deletion of a stack, which then fails, as with a bucket in use. */
  onDelete?: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

/**
 * Starts a front before a moto server.
 *
 * @param moto URL of the server
 * @returns The running front
 */
export function startFront(moto: string): Front {
  const statusShown = Promise.withResolvers<void>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const target = request.headers.get("x-amz-target");
      if (target === "AmazonSSM.DescribeInstanceInformation") {
        return Response.json({ InstanceInformationList: [{ PingStatus: "Online" }] });
      }
      if (target === "AmazonSSM.GetParameter" && front.image !== undefined) {
        return Response.json({ Parameter: { Value: front.image } });
      }
      const { pathname, search } = new URL(request.url);
      const asked = request.body === null ? null : await request.arrayBuffer();
      const query = new URLSearchParams(new TextDecoder().decode(asked ?? undefined));
      if (query.get("Action") === "SimulatePrincipalPolicy") return allAllowed(query);
      if (query.get("Action") === "DeleteStack") {
        const { onDelete } = front;
        front.status = onDelete === undefined ? undefined : "DELETE_FAILED";
        front.onDelete = undefined;
        if (onDelete !== undefined) {
          await onDelete();
          return new Response("<DeleteStackResponse/>");
        }
      }
      const answer = await fetch(moto + pathname + search, {
        method: request.method,
        headers: request.headers,
        body: asked,
      });
      const body = await answer.text();
      const complete = body.replaceAll("</Outputs>", `${members(front.outputs)}</Outputs>`);
      const shown = front.status === undefined
        ? complete
        : complete.replaceAll(/(CREATE|UPDATE)_COMPLETE/g, front.status);
      if (shown !== complete) statusShown.resolve();
      return new Response(body === "" ? null : shown, {
        status: answer.status,
        headers: plainHeaders(answer.headers),
      });
    },
  );
  const front: Front = {
    url: `http://127.0.0.1:${server.addr.port}`,
    statusShown: statusShown.promise,
    close: () => server.shutdown(),
  };
  return front;
}

/** IAM's simulator, which moto has not, with a role that may do all it is asked for. */
function allAllowed(query: URLSearchParams): Response {
  const actions = [...query].filter(([name]) => name.startsWith("ActionNames.member"));
  const results = actions.map(([, action]) =>
    `<member><EvalActionName>${action}</EvalActionName>` +
    `<EvalDecision>allowed</EvalDecision></member>`
  );
  return new Response(
    "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults>" +
      `${results.join("")}</EvaluationResults></SimulatePrincipalPolicyResult>` +
      "</SimulatePrincipalPolicyResponse>",
    { headers: { "content-type": "text/xml" } },
  );
}

function members(outputs: Record<string, string> = {}): string {
  return Object.entries(outputs).map(([name, value]) =>
    `<member><OutputKey>${name}</OutputKey><OutputValue>${value}</OutputValue></member>`
  ).join("");
}

/** The headers but those that describe the body as it came over the wire. */
function plainHeaders(headers: Headers): Headers {
  const copy = new Headers(headers);
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) copy.delete(name);
  return copy;
}
