/**
 * Walks the batches of a segment file by their headers.
 * @module
 */
import { type BatchHeader, HEADER_SIZE, isIntact, readHeader } from "./batch.ts";
import { readAt } from "./files.ts";

/** A batch and where it stands in the file. */
export interface PlacedBatch {
  position: number;
  header: BatchHeader;
}

/** Bytes read at once; headers of batches nearer than this come in one read. */
const CHUNK = 256 * 1024;

/**
 * Walks over whole batches, and stops before the first that is not whole, or is no batch.
 *
 * @param file Segment, open for reading
 * @param from Where a batch begins
 * @param end Where the file ends
 */
export function* scanBatches(
  file: Deno.FsFile,
  from: number,
  end: number,
): Generator<PlacedBatch, void> {
  let chunk: Uint8Array = new Uint8Array();
  let chunkAt = 0;
  let position = from;
  while (position + HEADER_SIZE <= end) {
    if (position < chunkAt || position + HEADER_SIZE > chunkAt + chunk.length) {
      chunk = readAt(file, position, Math.min(CHUNK, end - position));
      chunkAt = position;
      if (chunk.length < HEADER_SIZE) return;
    }
    const header = readHeader(chunk, position - chunkAt);
    if (!isPlausible(header) || position + header.size > end) return;
    yield { position, header };
    position += header.size;
  }
}

/** Reads one header, where there is a whole batch. */
export function headerAt(
  file: Deno.FsFile,
  position: number,
  end: number,
): BatchHeader | undefined {
  if (position < 0 || position + HEADER_SIZE > end) return undefined;
  const bytes = readAt(file, position, HEADER_SIZE);
  if (bytes.length < HEADER_SIZE) return undefined;
  const header = readHeader(bytes);
  return isPlausible(header) && position + header.size <= end ? header : undefined;
}

/** Whether a batch's bytes are those its checksum was made of. */
export function isIntactAt(file: Deno.FsFile, { position, header }: PlacedBatch): boolean {
  const batch = readAt(file, position, header.size);
  return batch.length === header.size && isIntact(batch, header);
}

function isPlausible(header: BatchHeader): boolean {
  return header.size >= HEADER_SIZE && header.magic === 2 && header.baseOffset >= 0n &&
    header.lastOffsetDelta >= 0;
}
