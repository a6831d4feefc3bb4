/**
 * Running other programs.
 * @module
 */

/** How a command ended. */
export interface Outcome {
  ok: boolean;
  /** Standard output and standard error. */
  text: string;
}

/**
 * Runs a command to its end.
 *
 * @param command Program
 * @param args Its arguments
 * @param options Environment beside the process's own, and whether it is to be killed
 * @returns How it ended; not `ok` where there is no such program, or it cannot be run
 */
export async function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; signal?: AbortSignal; cwd?: string } = {},
): Promise<Outcome> {
  try {
    const { success, stdout, stderr } = await new Deno.Command(command, {
      args: [...args],
      stdin: "null",
      ...options,
    }).output();
    const decoder = new TextDecoder();
    return { ok: success, text: `${decoder.decode(stdout)}${decoder.decode(stderr)}` };
  } catch (error) {
    const { NotFound, PermissionDenied } = Deno.errors;
    if (!(error instanceof NotFound || error instanceof PermissionDenied)) throw error;
    return { ok: false, text: `${command}: ${error.message}` };
  }
}
