/**
 * The one way anything reaches the notebook.
 * @module
 */
import { runningKernel } from "../kernel.ts";
import { fitting } from "./picture.ts";
import type { MimeBundle, View } from "./view.ts";

/**
 * Milliseconds a cell stays busy after a display. The kernel says that a cell is idle without
 * waiting for what it still has to send, and a headless Jupyter drops what comes after that.
 */
const SETTLE_MS = 20;

/** Key of the message metadata that carries {@linkcode View.steady} to who records outputs. */
export const STEADY_KEY = "tickertape_steady";

/** Something shown that can be replaced in place. */
export interface Shown {
  /**
   * Puts another view in the place of the one that is shown.
   *
   * @param view What to show from now on
   */
  update(view: View | string): Promise<void>;
}

/**
 * Shows something under the running cell. Await it: else a cell may end before it is seen.
 *
 * Without a notebook, as when a cell's code is run by itself, the plain form goes to standard output.
 *
 * @param view A table, a chart, a diagram …, or text in Markdown
 *
 * @example
 * ```ts
 * await show("**500** records sent");
 * ```
 */
export async function show(view: View | string): Promise<void> {
  await emit("display_data", crypto.randomUUID(), view);
}

/**
 * Shows something that can be replaced in place later on.
 *
 * @param view What to show first
 * @returns A handle that replaces what is shown
 *
 * @example
 * ```ts
 * const shown = await showUpdatable("sending …");
 * await shown.update("sent");
 * ```
 */
export async function showUpdatable(view: View | string): Promise<Shown> {
  const id = crypto.randomUUID();
  await emit("display_data", id, view);
  return { update: (next) => emit("update_display_data", id, next) };
}

/** The part of the Deno kernel that sends messages to the front end. */
interface Kernel {
  broadcast(
    type: string,
    content: { data: MimeBundle; metadata: object; transient: { display_id: string } },
  ): Promise<void>;
}

async function emit(type: string, id: string, content: View | string): Promise<void> {
  const view = typeof content === "string" ? markdown(content) : content;
  const kernel = runningKernel() as Kernel | undefined;
  if (kernel === undefined) {
    if (type === "display_data") writeOut(`${view.data["text/plain"]}\n`);
    return;
  }
  await kernel.broadcast(type, {
    data: fitting(view.data),
    metadata: view.steady ? { [STEADY_KEY]: view.steady } : {},
    transient: { display_id: id },
  });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
}

/**
 * Text in Markdown, as something to show.
 *
 * @param text Markdown
 * @param steady What stands for it in committed outputs, where it differs from run to run
 * @returns A view of the text
 */
export function markdown(text: string, steady?: string): View {
  const bundle = (source: string): MimeBundle => ({
    "text/markdown": source,
    "text/plain": source.replaceAll(/^```.*\n?/gm, "").replaceAll(/\*\*|`/g, "").trim(),
  });
  return { data: bundle(text), ...(steady === undefined ? {} : { steady: bundle(steady) }) };
}

/**
 * Writes text so that it stands in Markdown as it is.
 *
 * @param text Any text
 * @returns The text, with what means something in Markdown or to its formulas escaped
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeMarkdown("SELECT * FROM <a_b>"), "SELECT \\* FROM \\<a\\_b\\>");
 * ```
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~$&]/g, "\\$&");
}

function writeOut(text: string): void {
  let bytes = new TextEncoder().encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
}
