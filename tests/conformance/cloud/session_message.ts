/**
 * Messages of Session Manager's data channel, as its plugin and its agents send them.
 *
 * Message => HeaderLength uint32, MessageType 32 bytes, SchemaVersion uint32, CreatedDate uint64,
 *   SequenceNumber int64, Flags uint64, MessageId 16 bytes, PayloadDigest 32 bytes,
 *   PayloadType uint32, PayloadLength uint32, Payload
 * Numbers are big-endian; an id has its lower half first.
 * @see https://github.com/aws/session-manager-plugin
 * @module
 */
import { Buffer } from "node:buffer";
import { createHash, randomBytes } from "node:crypto";

/** What a payload is. */
export const PAYLOAD = {
  data: 1,
  handshakeRequest: 5,
  handshakeResponse: 6,
  handshakeComplete: 7,
  flag: 10,
} as const;

/** Flag with which the plugin ends the session. */
export const TERMINATE = 2;

const HEADER_BYTES = 116;

/** A message as far as a test looks at it. */
export interface SessionMessage {
  type: string;
  sequence: number;
  id: Buffer;
  payloadType: number;
  payload: Buffer;
}

/** Reads a message. */
export function readMessage(bytes: Buffer): SessionMessage {
  return {
    type: bytes.toString("latin1", 4, 36).replaceAll(/[\0 ]+$/g, ""),
    sequence: Number(bytes.readBigInt64BE(48)),
    id: bytes.subarray(64, 80),
    payloadType: bytes.readUInt32BE(112),
    payload: bytes.subarray(120, 120 + bytes.readUInt32BE(116)),
  };
}

/** Writes a message of an agent's. */
export function writeMessage(
  type: string,
  sequence: number,
  payloadType: number,
  payload: Uint8Array,
): Buffer {
  const header = Buffer.alloc(HEADER_BYTES + 4);
  header.writeUInt32BE(HEADER_BYTES, 0);
  header.write(type.padEnd(32), 4, "latin1");
  header.writeUInt32BE(1, 36);
  header.writeBigUInt64BE(BigInt(Date.now()), 40);
  header.writeBigInt64BE(BigInt(sequence), 48);
  header.set(randomBytes(16), 64);
  header.set(createHash("sha256").update(payload).digest(), 80);
  header.writeUInt32BE(payloadType, 112);
  header.writeUInt32BE(payload.length, 116);
  return Buffer.concat([header, payload]);
}

/** The acknowledgement of a message. */
export function acknowledgement({ type, sequence, id }: SessionMessage): Buffer {
  const hex = Buffer.concat([id.subarray(8), id.subarray(0, 8)]).toString("hex");
  const content = {
    AcknowledgedMessageType: type,
    AcknowledgedMessageId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"),
    AcknowledgedMessageSequenceNumber: sequence,
    IsSequentialMessage: true,
  };
  return writeMessage("acknowledge", 0, 0, Buffer.from(JSON.stringify(content)));
}
