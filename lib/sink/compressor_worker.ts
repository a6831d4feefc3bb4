/**
 * The other side of the compressor: one message in, one message out.
 * @module
 */
import { gzipSync } from "node:zlib";
import { type CompressMessage, GZIP_LEVEL } from "./compressor.ts";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<CompressMessage>) => void;
  postMessage(message: CompressMessage, transfer: Transferable[]): void;
};

scope.onmessage = ({ data: { id, bytes } }) => {
  const packed = new Uint8Array(gzipSync(bytes, { level: GZIP_LEVEL }));
  scope.postMessage({ id, bytes: packed }, [packed.buffer]);
};
