/**
 * The format of a notebook's file.
 * @module
 */

/**
 * Formats a notebook as `deno fmt` does. The notebooks are kept out of `deno fmt` itself, whose
 * `--check` (Deno 2.9.6) calls every notebook unformatted, whatever it would change.
 *
 * @param text Text of the file
 * @returns The formatted text
 */
export async function formatNotebook(text: string): Promise<string> {
  const formatter = new Deno.Command(Deno.execPath(), {
    args: ["fmt", "--ext", "ipynb", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const input = formatter.stdin.getWriter();
  const writing = input.write(new TextEncoder().encode(text)).then(() => input.close());
  const [{ success, stdout }] = await Promise.all([formatter.output(), writing]);
  if (!success) throw new Error("deno fmt could not read the notebook: what is wrong stands above");
  return new TextDecoder().decode(stdout);
}
