/**
 * Pictures that fit the column they are in.
 * @module
 */
import { CARD_WIDTH } from "./svg_card.ts";
import { escapeMarkup, type MimeBundle } from "./view.ts";

/**
 * Adds to a picture a form that is never wider than what it stands in. JupyterLab, Notebook and
 * VS Code take it first; an SVG by itself they show in its full width, and have the reader scroll.
 *
 * @param data What is shown
 * @returns The same, with a form for HTML where it is a picture
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 *
 * const picture = { "image/svg+xml": "<svg/>", "text/plain": "a chart\n1 to 3" };
 * assertStringIncludes(fitting(picture)["text/html"] ?? "", 'alt="a chart"');
 * ```
 */
export function fitting(data: MimeBundle): MimeBundle {
  const svg = data["image/svg+xml"];
  if (svg === undefined || "text/html" in data) return data;
  const [alt = ""] = data["text/plain"].split("\n");
  const source = `data:image/svg+xml;base64,${new TextEncoder().encode(svg).toBase64()}`;
  const html = `<img src="${source}" alt="${escapeMarkup(alt)}" width="${CARD_WIDTH}" ` +
    `style="max-width:100%;height:auto">`;
  return { "text/html": html, ...data };
}

/**
 * Takes the form for HTML from a picture again. What is committed is read on the web, where the SVG
 * is known to be shown, and files stay small.
 *
 * @param data What was shown
 * @returns The same, without what {@linkcode fitting} adds
 */
export function withoutFitting<T extends Record<string, unknown>>(data: T): Partial<T> {
  if (!("image/svg+xml" in data)) return data;
  const { "text/html": _, ...rest } = data;
  return rest as Partial<T>;
}
