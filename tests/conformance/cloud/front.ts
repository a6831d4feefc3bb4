/**
 * What stands between `deno task aws` and moto: it answers what moto does not know, and can hold a
 * stack in progress, which moto finishes at once.
 * @module
 */

/** A running front. */
export interface Front {
  /** URL to set `AWS_ENDPOINT_URL` to. */
  url: string;
  /** While true, a stack that moto has made is shown as still being made. */
  inProgress: boolean;
  close(): Promise<void>;
}

/**
 * Starts a front before a moto server.
 *
 * @param moto URL of the server
 * @returns The running front
 */
export function startFront(moto: string): Front {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const target = request.headers.get("x-amz-target");
      if (target === "AmazonSSM.DescribeInstanceInformation") {
        return Response.json({ InstanceInformationList: [{ PingStatus: "Online" }] });
      }
      const { pathname, search } = new URL(request.url);
      const answer = await fetch(moto + pathname + search, {
        method: request.method,
        headers: request.headers,
        body: request.body === null ? null : await request.arrayBuffer(),
      });
      const body = await answer.text();
      const shown = front.inProgress
        ? body.replaceAll("CREATE_COMPLETE", "CREATE_IN_PROGRESS")
        : body;
      return new Response(body === "" ? null : shown, {
        status: answer.status,
        headers: plainHeaders(answer.headers),
      });
    },
  );
  const front: Front = {
    url: `http://127.0.0.1:${server.addr.port}`,
    inProgress: false,
    close: () => server.shutdown(),
  };
  return front;
}

/** The headers but those that describe the body as it came over the wire. */
function plainHeaders(headers: Headers): Headers {
  const copy = new Headers(headers);
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) copy.delete(name);
  return copy;
}
