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

/** A file of a log holds something else where a whole batch must stand. */
export class DamagedLogError extends Error {
  override name = "DamagedLogError";

  /**
   * @param path The segment
   * @param place Where in it the batch should begin
   */
  constructor(path: string, place: string) {
    super(
      `Could not read ${path} at ${place}: no whole batch stands there, so the file was changed or ` +
        "its disk is damaged. What stands before, and in later files, can be read: seek past it, or " +
        "delete the topic's records up to the next file",
    );
  }
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

/**
 * Walks over batches as {@linkcode scanBatches}, all the way to the end.
 *
 * @param file Segment, open for reading
 * @param from Where a batch begins
 * @param end Where the file ends
 * @param damaged The failure for a place without a whole batch
 * @throws {DamagedLogError} There is such a place before the end
 */
export function* allBatches(
  file: Deno.FsFile,
  from: number,
  end: number,
  damaged: (position: number) => DamagedLogError,
): Generator<PlacedBatch, void> {
  let position = from;
  for (const batch of scanBatches(file, from, end)) {
    yield batch;
    position += batch.header.size;
  }
  if (position < end) throw damaged(position);
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

/** Whether a header may be that of a batch in a log. */
export function isPlausible(header: BatchHeader): boolean {
  return header.size >= HEADER_SIZE && header.magic === 2 && header.baseOffset >= 0n &&
    header.lastOffsetDelta >= 0;
}
