/**
 * A segment's files, and reading and writing whole ranges of them.
 *
 * Writes reach the operating system before they return, so they outlive this process; they are not
 * forced to the disk, so a power cut may take the last of them. Kafka does the same, and relies on
 * its replicas.
 * @module
 */

/** Name of a segment's files, without the extension. */
export function segmentName(baseOffset: bigint): string {
  return baseOffset.toString().padStart(20, "0");
}

/** Deletes a segment's files, as far as they are there. */
export function removeSegmentFiles(path: string): void {
  for (const extension of [".log", ".index", ".timeindex"]) removeFile(path + extension);
}

/** Writes all bytes at the file's position. */
export function writeFully(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += file.writeSync(bytes.subarray(at));
}

/** Reads up to `size` bytes from a position; fewer where the file ends. */
export function readAt(file: Deno.FsFile, position: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  file.seekSync(position, Deno.SeekMode.Start);
  let at = 0;
  while (at < size) {
    const count = file.readSync(at === 0 ? bytes : bytes.subarray(at));
    if (count === null) break;
    at += count;
  }
  return at === size ? bytes : bytes.subarray(0, at);
}

/**
 * Cuts a file off, whoever has it open: on Windows a file that was opened to append cannot be cut by
 * that handle.
 */
export function cutOff(path: string, size: number): void {
  Deno.truncateSync(path, size);
}

/** Bytes of a file; 0 where there is none. */
export function sizeOf(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

/** Deletes a file, where there is one. */
export function removeFile(path: string): void {
  try {
    Deno.removeSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}
