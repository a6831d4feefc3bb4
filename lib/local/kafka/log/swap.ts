/**
 * Putting a segment that was written anew in the place of old ones, whatever ends the process
 * meanwhile.
 *
 * It is written under `<base offset>.cleaned`, and becomes `<base offset>.swap.log` when it is whole:
 * from then on it holds, and what it replaces is on its way out.
 * @module
 */
import { join } from "node:path";
import { removeFile, removeSegmentFiles, segmentName } from "./files.ts";
import { scanBatches } from "./scan.ts";

const CLEANED = ".cleaned";
const SWAP = ".swap.log";

/** Path of a segment that is being written anew, without the extension. */
export function cleanedPath(dir: string, baseOffset: bigint): string {
  return join(dir, segmentName(baseOffset) + CLEANED);
}

/**
 * Puts a segment and its indexes, which are whole under {@linkcode cleanedPath}, in the place of some.
 *
 * @param dir Folder of the partition
 * @param old First offsets of those it replaces; the first is its own
 */
export function swapIn(dir: string, old: readonly bigint[]): void {
  const base = old[0]!;
  const cleaned = cleanedPath(dir, base);
  const path = join(dir, segmentName(base));
  Deno.renameSync(`${cleaned}.log`, path + SWAP);
  for (const each of old) removeSegmentFiles(join(dir, segmentName(each)));
  for (const extension of [".index", ".timeindex"]) {
    Deno.renameSync(cleaned + extension, path + extension);
  }
  Deno.renameSync(path + SWAP, `${path}.log`);
}

/** Ends what a killed process began: what was whole holds, and what was not is gone. */
export function finishSwaps(dir: string): void {
  const names = [...Deno.readDirSync(dir)].map(({ name }) => name);
  for (const name of names) if (name.includes(CLEANED)) removeFile(join(dir, name));
  for (const name of names) {
    if (!name.endsWith(SWAP)) continue;
    const swap = join(dir, name);
    const base = BigInt(name.slice(0, -SWAP.length));
    const last = lastOffset(swap) ?? base;
    for (const each of names) {
      const offset = /^(\d{20})\.log$/.exec(each)?.[1];
      if (offset === undefined || BigInt(offset) < base || BigInt(offset) > last) continue;
      removeSegmentFiles(join(dir, offset));
    }
    Deno.renameSync(swap, join(dir, `${segmentName(base)}.log`));
  }
}

function lastOffset(path: string): bigint | undefined {
  using file = Deno.openSync(path, { read: true });
  let last: bigint | undefined;
  for (const { header } of scanBatches(file, 0, file.statSync().size)) last = header.lastOffset;
  return last;
}
