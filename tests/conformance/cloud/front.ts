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
  /** Answered in place of the current image of Amazon Linux. */
  image?: string;
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
      if (new TextDecoder().decode(asked ?? undefined).includes("Action=DeleteStack&")) {
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
      const shown = front.status === undefined
        ? body
        : body.replaceAll(/(CREATE|UPDATE)_COMPLETE/g, front.status);
      return new Response(body === "" ? null : shown, {
        status: answer.status,
        headers: plainHeaders(answer.headers),
      });
    },
  );
  const front: Front = {
    url: `http://127.0.0.1:${server.addr.port}`,
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
