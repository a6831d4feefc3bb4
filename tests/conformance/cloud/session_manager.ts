/**
 * AWS Systems Manager's Session Manager and an instance's agent behind it, for one port.
 * @module
 */
import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import {
  acknowledgement,
  PAYLOAD,
  readMessage,
  type SessionMessage,
  TERMINATE,
  writeMessage,
} from "./session_message.ts";
import { SessionStreams } from "./session_streams.ts";

const TOKEN = "AAEAAexampletoken";

/** A running service. */
export interface SessionManager extends AsyncDisposable {
  /** URL to set `AWS_ENDPOINT_URL` to. */
  url: string;
  /** What it was asked for, in order; `flag` is the plugin's own word that the session is over. */
  asked: string[];
}

/**
 * Starts one.
 *
 * @param port Port of this machine that stands for the instance's
 * @returns The running service
 */
export function startSessionManager(port: number): SessionManager {
  const asked: string[] = [];
  // The plugin names a socket in the temporary folder after it.
  const SessionId = `test-${crypto.randomUUID()}`;
  let parameters: Record<string, string[]> = {};
  const channel = (socket: WebSocket) => {
    let sequence = 0;
    const send = (payloadType: number, payload: Uint8Array) =>
      socket.send(writeMessage("output_stream_data", sequence++, payloadType, payload));
    const streams = new SessionStreams(port, (bytes) => {
      if (socket.readyState === WebSocket.OPEN) send(PAYLOAD.data, bytes);
    });
    socket.binaryType = "arraybuffer";
    socket.onclose = () => streams.close();
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") {
        assertEquals(JSON.parse(data).TokenValue, TOKEN);
        return send(PAYLOAD.handshakeRequest, handshakeRequest(parameters));
      }
      const message = readMessage(Buffer.from(data));
      if (message.type !== "input_stream_data") return;
      socket.send(acknowledgement(message));
      // The plugin sends again what is not acknowledged soon, and out of order.
      early.set(message.sequence, message);
      for (let next = early.get(expected); next !== undefined; next = early.get(expected)) {
        take(next);
        expected++;
      }
    };
    const early = new Map<number, SessionMessage>();
    let expected = 0;
    const take = ({ payloadType, payload }: SessionMessage) => {
      if (payloadType === PAYLOAD.handshakeResponse) {
        send(PAYLOAD.handshakeComplete, json({ HandshakeTimeToComplete: 1, CustomerMessage: "" }));
      }
      if (payloadType === PAYLOAD.data) streams.take(payload);
      if (payloadType === PAYLOAD.flag && payload.readUInt32BE() === TERMINATE) asked.push("flag");
    };
  };
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      if (request.headers.get("upgrade") === "websocket") {
        const { socket, response } = Deno.upgradeWebSocket(request);
        channel(socket);
        return response;
      }
      const operation = request.headers.get("x-amz-target")?.replace("AmazonSSM.", "") ?? "";
      asked.push(operation);
      const { Parameters } = await request.json();
      if (operation !== "StartSession") return Response.json({ SessionId });
      parameters = Parameters;
      const StreamUrl = `ws://${new URL(request.url).host}/v1/data-channel/${SessionId}`;
      return Response.json({ SessionId, TokenValue: TOKEN, StreamUrl });
    },
  );
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    asked,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** What an agent asks the plugin for: to carry the port, many connections at once. */
function handshakeRequest(parameters: Record<string, string[]>): Uint8Array {
  const [portNumber] = parameters.portNumber ?? [];
  const [localPortNumber] = parameters.localPortNumber ?? [];
  return json({
    AgentVersion: "3.3.987.0",
    RequestedClientActions: [{
      ActionType: "SessionType",
      ActionParameters: {
        SessionType: "Port",
        Properties: { portNumber, localPortNumber, type: "LocalPortForwarding" },
      },
    }],
  });
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
