/**
 * The other side of the compressor: one message in, one message out.
 * @module
 */
import type { Compressed, CompressMessage } from "./compressor.ts";
import { gzipBytes } from "./gzip.ts";

const scope = self as unknown as {
  onmessage: (event: MessageEvent<CompressMessage>) => void;
  postMessage(message: Compressed, transfer: Transferable[]): void;
};

scope.onmessage = ({ data: { shared, length } }) => {
  const packed = gzipBytes(new Uint8Array(shared, 0, length));
  scope.postMessage(packed, [packed.buffer]);
};
