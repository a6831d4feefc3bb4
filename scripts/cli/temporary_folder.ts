/**
 * A folder that is deleted at the end.
 * @module
 */
import { TickertapeError } from "../../lib/errors.ts";

/**
 * Makes a folder among the system's temporary ones.
 *
 * @param prefix First part of its name
 * @returns Its path
 * @throws {TickertapeError} `TEMP_DIR_UNUSABLE`: nothing can be made there
 */
export async function temporaryFolder(prefix: string): Promise<string> {
  try {
    return await Deno.makeTempDir({ prefix });
  } catch (cause) {
    throw new TickertapeError({
      code: "TEMP_DIR_UNUSABLE",
      message: `Could not make a temporary folder: ${(cause as Error).message}`,
      remedy: `Set ${Deno.build.os === "windows" ? "TEMP" : "TMPDIR"} to a folder that you may ` +
        "write to, and that has room.",
      cause,
    });
  }
}
