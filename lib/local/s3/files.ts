/**
 * The files that hold objects' bytes. A file's name is a random id which says nothing of a key; it
 * is written once, before the row that points at it, and never changed. So a reader sees all of an
 * object or none of it, and what a crash leaves behind is a file no row points at.
 * @module
 */
import { mkdirSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** How long the file of an object that was replaced or deleted stays for those who still read it. */
const GRACE_MS = 30_000;

/** A file that is being written, or written but without a row yet. */
export interface StagedFile {
  /** The file's name. */
  id: string;
  /** Bytes in it. */
  size: number;
  /** Ends the staging: a row points at the file now. */
  keep(): void;
  /** Ends the staging: the file goes. */
  discard(): Promise<void>;
}

/** The folder of files. */
export interface FileArea {
  /** Absolute path of a file. */
  path(id: string): string;
  /** Writes bytes into a new file. On an error the file is gone again. */
  stage(source: AsyncIterable<Uint8Array>): Promise<StagedFile>;
  /** Deletes files that no row points at any more, after a while. */
  retire(ids: readonly string[]): void;
  /** Deletes every file that no row points at; `referenced` says which ones are. */
  sweep(referenced: (id: string) => boolean): Promise<void>;
  /** Deletes what was retired, and stops a sweep. */
  close(): Promise<void>;
}

/**
 * Opens the folder of files, and makes it where it is missing.
 *
 * @param dir The folder
 * @returns What reads and writes it
 */
export function openFiles(dir: string): FileArea {
  const root = resolve(dir);
  mkdirSync(root, { recursive: true });
  // Folders by the first two digits of their files: none gets too large to be read at once.
  const path = (id: string) => join(root, id.slice(0, 2), id);
  const staged = new Set<string>();
  const retired: { id: string; at: number }[] = [];
  let closed = false;

  const remove = (id: string) => rm(path(id), { force: true });
  // A file that cannot be deleted now, since a program holds it open, goes with the next start's sweep.
  const tryRemove = (id: string) => remove(id).catch(() => undefined);
  const removeRetired = async (before: number) => {
    let due = 0;
    while (due < retired.length && retired[due]!.at <= before) due++;
    for (const file of retired.splice(0, due)) await tryRemove(file.id);
  };

  return {
    path,
    async stage(source) {
      const id = crypto.randomUUID().replaceAll("-", "");
      staged.add(id);
      const discard = async () => {
        await remove(id);
        staged.delete(id);
      };
      let size = 0;
      try {
        using file = await createFile(path(id));
        for await (const chunk of source) {
          size += chunk.length;
          for (let rest = chunk; rest.length > 0;) rest = rest.subarray(await file.write(rest));
        }
      } catch (error) {
        await discard();
        throw error;
      }
      return { id, size, keep: () => void staged.delete(id), discard };
    },
    retire(ids) {
      const at = performance.now();
      for (const id of ids) retired.push({ id, at });
      void removeRetired(at - GRACE_MS);
    },
    async sweep(referenced) {
      for (const folder of await namesIn(root, /^[0-9a-f]{2}$/)) {
        const waiting = new Set(retired.map((file) => file.id));
        for (const id of await namesIn(join(root, folder), /^[0-9a-f]{32}$/)) {
          if (closed) return;
          if (!staged.has(id) && !waiting.has(id) && !referenced(id)) await tryRemove(id);
        }
      }
    },
    async close() {
      closed = true;
      await removeRetired(Infinity);
    },
  };
}

/** Names in a folder that are this module's own; what else is there is somebody's and stays. */
async function namesIn(folder: string, own: RegExp): Promise<string[]> {
  return (await readdir(folder)).filter((name) => own.test(name));
}

async function createFile(path: string): Promise<Deno.FsFile> {
  const options = { write: true, createNew: true };
  try {
    return await Deno.open(path, options);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    mkdirSync(dirname(path), { recursive: true });
    return await Deno.open(path, options);
  }
}
