/**
 * Keeps the folder of transcoded objects within bounds: those not read for the longest time go first,
 * but none that a query still reads.
 * @module
 */
import { rmSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** A file of transcoded records. */
export interface ScratchFile {
  path: string;
  /** Bytes of its longest record, with the end of its line. */
  longest: number;
}

interface Entry {
  file: ScratchFile;
  bytes: number;
  /** Queries that read the file. */
  readers: number;
}

/** Files by folder, the one read last at the end. */
const folders = new Map<string, Map<string, Entry>>();

/** Forgets a folder whose files are gone. */
export function forgetScratch(dir: string): void {
  folders.delete(dir);
}

/** Notes a file that has been written. */
export function addScratch(path: string, longest: number): void {
  const dir = dirname(path);
  const files = folders.get(dir) ?? new Map<string, Entry>();
  folders.set(dir, files);
  const readers = files.get(path)?.readers ?? 0;
  files.set(path, { file: { path, longest }, bytes: statSync(path).size, readers });
}

/** Notes that a query reads a file, which is kept until the query lets go of it. */
export function holdScratch(path: string, held: Set<string>): ScratchFile {
  const files = folders.get(dirname(path)) as Map<string, Entry>;
  const entry = files.get(path) as Entry;
  files.delete(path);
  files.set(path, entry);
  if (!held.has(path)) {
    held.add(path);
    entry.readers++;
  }
  return entry.file;
}

/** Lets go of what a query read, and removes what is over the bound. */
export function releaseScratch(dir: string, held: Set<string>, maxBytes: number): void {
  const files = folders.get(dir);
  if (!files) return;
  for (const path of held) {
    const entry = files.get(path);
    if (entry) entry.readers--;
  }
  held.clear();
  let total = files.values().reduce((sum, entry) => sum + entry.bytes, 0);
  for (const [path, entry] of files) {
    if (total <= maxBytes) return;
    if (entry.readers > 0) continue;
    rmSync(path, { force: true });
    files.delete(path);
    total -= entry.bytes;
  }
}
