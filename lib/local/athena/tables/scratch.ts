/**
 * Keeps the folder of transcoded objects within bounds: those not read for the longest time go first,
 * but none that a query still reads.
 * @module
 */
import { rmSync, statSync } from "node:fs";
import { dirname } from "node:path";

interface Entry {
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

/** Notes that a query reads a file, which is kept until the query lets go of it. */
export function holdScratch(path: string, held: Set<string>): void {
  const dir = dirname(path);
  const files = folders.get(dir) ?? new Map<string, Entry>();
  folders.set(dir, files);
  const entry = files.get(path) ?? { bytes: statSync(path).size, readers: 0 };
  files.delete(path);
  files.set(path, entry);
  if (held.has(path)) return;
  held.add(path);
  entry.readers++;
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
