/**
 * Many connections over one, as Session Manager's plugin and its agents have them.
 *
 * Frame => Version uint8, Command uint8, Length uint16, StreamId uint32, Data
 * Numbers are little-endian.
 * @see https://github.com/xtaci/smux
 * @module
 */
import { Buffer } from "node:buffer";
import { connect, type Socket } from "node:net";

const OPEN = 0;
const END = 1;
const DATA = 2;

const HEADER_BYTES = 8;

/** Most bytes of data in a frame. */
const MOST = 32_768;

/** The agent's end: each stream is a connection to a port of this machine. */
export class SessionStreams {
  readonly #port: number;
  readonly #send: (bytes: Buffer) => void;
  readonly #sockets = new Map<number, Socket>();
  #rest = Buffer.alloc(0);

  /**
   * @param port Port that the streams lead to
   * @param send Sends bytes to the plugin
   */
  constructor(port: number, send: (bytes: Buffer) => void) {
    this.#port = port;
    this.#send = send;
  }

  /** Takes bytes of the plugin's. */
  take(bytes: Uint8Array): void {
    let buffer = Buffer.concat([this.#rest, bytes]);
    while (buffer.length >= HEADER_BYTES) {
      const end = HEADER_BYTES + buffer.readUInt16LE(2);
      if (buffer.length < end) break;
      this.#frame(buffer.readUInt8(1), buffer.readUInt32LE(4), buffer.subarray(HEADER_BYTES, end));
      buffer = buffer.subarray(end);
    }
    this.#rest = buffer;
  }

  /** Ends every stream. */
  close(): void {
    for (const socket of this.#sockets.values()) socket.destroy();
  }

  #frame(command: number, stream: number, data: Buffer): void {
    if (command === OPEN) this.#open(stream);
    if (command === DATA) this.#sockets.get(stream)?.write(data);
    if (command === END) this.#sockets.get(stream)?.end();
  }

  #open(stream: number): void {
    const socket = connect({ host: "127.0.0.1", port: this.#port });
    this.#sockets.set(stream, socket);
    socket.on("data", (data) => {
      const bytes = Buffer.from(data);
      for (let at = 0; at < bytes.length; at += MOST) {
        this.#write(DATA, stream, bytes.subarray(at, at + MOST));
      }
    });
    const end = () => {
      if (this.#sockets.delete(stream)) this.#write(END, stream, Buffer.alloc(0));
    };
    socket.on("end", end).on("error", end);
  }

  #write(command: number, stream: number, data: Buffer): void {
    const header = Buffer.from([1, command, 0, 0, 0, 0, 0, 0]);
    header.writeUInt16LE(data.length, 2);
    header.writeUInt32LE(stream, 4);
    this.#send(Buffer.concat([header, data]));
  }
}
