/**
 * The disk that the embedded stack keeps its state on.
 * @module
 */
import { existsSync, statfsSync } from "node:fs";
import type { Check, Finding } from "../check.ts";

/** Bytes of room without which the next records, objects or answers may find none. */
const LEAST_BYTES = 16 * 1024 * 1024;

const MEBIBYTE = 1024 * 1024;

/** Looks how much room there is, where the target keeps anything on this machine. */
export const diskCheck: Check = {
  name: "disk",
  run: ({ target, local: { dataDir } }) => Promise.resolve(finding(target, dataDir)),
};

function finding(target: string, dataDir: string): Finding {
  if (target !== "local") return { status: "ok", detail: "nothing is kept on this machine" };
  if (!existsSync(dataDir)) return { status: "ok", detail: `${dataDir} is made by the stack` };
  const { bavail, bsize } = statfsSync(dataDir);
  return roomFinding(dataDir, bavail * bsize);
}

/**
 * Tells whether there is room enough.
 *
 * @param dataDir Folder with the stack's state
 * @param bytes Bytes that are free on its disk
 * @returns What is told of it
 */
export function roomFinding(dataDir: string, bytes: number): Finding {
  const room = `${Math.floor(bytes / MEBIBYTE).toLocaleString("en")} MB are free for ${dataDir}`;
  if (bytes >= LEAST_BYTES) return { status: "ok", detail: room };
  return {
    status: "fail",
    detail: `Only ${room}, too little to store records and answers`,
    remedy:
      "Make room on that disk: what is on it stays whole, and the tasks go on where they were.",
  };
}
