/**
 * From a request's frame to the parts of its answer.
 *
 * Request header v1 => api_key int16 · api_version int16 · correlation_id int32 ·
 *     client_id nullable string
 * Request header v2 => the same · tagged fields
 * Response header v0 => correlation_id int32
 * Response header v1 => the same · tagged fields
 * @module
 */
import type { Api, RequestContext } from "../api/api.ts";
import { supportedVersions } from "../api/api_versions.ts";
import { APIS } from "../api/table.ts";
import { readMessage, writeMessage } from "../protocol/codec.ts";
import { ERRORS } from "../protocol/errors.ts";
import { createReader, MalformedError, type Reader } from "../protocol/reader.ts";
import { createWriter } from "../protocol/writer.ts";

const API_VERSIONS = 18;

const byKey = new Map(APIS.map((api) => [api.key, api]));

/** What a connection gives each of its requests. */
export type ConnectionContext = Omit<RequestContext, "version" | "clientId" | "requestBytes">;

/**
 * Answers a request.
 *
 * @param frame The request, without its size
 * @param connection What the handler works on
 * @returns The answer with its size, in parts; `undefined` where there is none to send
 * @throws {MalformedError} The frame is no request of an API there is: the connection must close
 */
export async function answer(
  frame: Uint8Array,
  connection: ConnectionContext,
): Promise<Uint8Array[] | undefined> {
  const reader = createReader(frame);
  const key = reader.int16();
  const version = reader.int16();
  const correlationId = reader.int32();
  const api = byKey.get(key);
  if (api === undefined) throw new MalformedError(`There is no API ${key}`);
  const [min, max] = api.versions;
  if (version < min || version > max) {
    if (key === API_VERSIONS) return fallbackVersions(api, correlationId);
    throw new MalformedError(`${api.name} has versions ${min} to ${max}, not ${version}`);
  }
  const flexible = version >= api.request.flexibleSince;
  const clientId = readClientId(reader);
  if (flexible) skipTags(reader);
  const request = readMessage(api.request, version, reader);
  try {
    const requestBytes = frame.length;
    const response = await api.handle(request, { ...connection, version, clientId, requestBytes });
    if (response === undefined) return undefined;
    // A client that knows no version yet could not read a header with tagged fields (KIP-511).
    return encode(api, version, correlationId, flexible && key !== API_VERSIONS, response);
  } catch (cause) {
    throw new Error(`Could not answer ${api.name}, version ${version}: ${cause}`, { cause });
  }
}

function readClientId(reader: Reader): string {
  const size = reader.int16();
  return size < 0 ? "" : reader.string(size);
}

function skipTags(reader: Reader): void {
  for (let count = reader.unsignedVarint(); count > 0; count--) {
    reader.unsignedVarint();
    reader.skip(reader.unsignedVarint());
  }
}

/** Tells a client with a newer ApiVersions, in the oldest one, which versions there are (KIP-511). */
function fallbackVersions(api: Api, correlationId: number): Uint8Array[] {
  return encode(api, 0, correlationId, false, {
    errorCode: ERRORS.UNSUPPORTED_VERSION,
    apiKeys: supportedVersions(APIS),
  });
}

function encode(
  api: Api,
  version: number,
  correlationId: number,
  taggedHeader: boolean,
  response: Record<string, unknown>,
): Uint8Array[] {
  const writer = createWriter();
  writer.int32(0);
  writer.int32(correlationId);
  if (taggedHeader) writer.unsignedVarint(0);
  writeMessage(api.response, version, writer, response);
  const { size } = writer;
  const parts = writer.finish();
  const first = parts[0]!;
  new DataView(first.buffer, first.byteOffset).setInt32(0, size - 4);
  return parts;
}
