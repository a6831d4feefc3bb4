/**
 * The card that charts and diagrams are drawn on.
 *
 * Notebook front ends show an SVG as a picture, which knows nothing of their theme. So it brings its
 * own light paper and dark ink along, and reads the same in a light and in a dark theme.
 * @module
 */
import { escapeMarkup } from "./view.ts";

/** Width of every picture, in pixels: what a notebook's column holds. */
export const CARD_WIDTH = 720;

/** Colour of text and axes. */
const INK = "#1f2328";

/** Colour of what stands back: borders, hints, arrows. */
export const FAINT = "#6e7781";

/**
 * Colours of series, told apart in print and by the colour-blind too, and dark enough for white text
 * on them and for lines of them on white.
 */
export const PALETTE: readonly string[] = [
  "#2f6fd0",
  "#b85c00",
  "#208259",
  "#b5468b",
  "#8a6d1f",
  "#6b5bd2",
  "#c73e3e",
  "#3a7b8e",
  "#5f6f1f",
  "#9a4f2c",
  "#35508f",
  "#7d4f9e",
  "#576370",
];

/** What stands on a card beside the drawing. */
export interface CardOptions {
  /** Height of the drawing, in pixels; the title and the legend come on top. */
  height: number;
  /** Line in bold at the top. */
  title?: string | undefined;
  /** Names with their colours, below the title. */
  legend?: readonly { name: string; color: string }[] | undefined;
}

const MARGIN = 14;
const LINE = 24;

/**
 * Draws a card around SVG elements.
 *
 * @param drawing SVG elements, laid out from 0,0 over the card's width
 * @param options Height, title, legend
 * @returns A whole SVG document
 */
export function svgCard(drawing: string, options: CardOptions): string {
  const legend = options.legend ?? [];
  const top = (options.title ? LINE + 4 : 0) + (legend.length > 0 ? LINE : 0);
  const height = MARGIN + top + options.height;
  const title = options.title
    ? `<text x="${MARGIN}" y="${MARGIN + 12}" font-size="16" font-weight="600">${
      escapeMarkup(options.title)
    }</text>`
    : "";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${height}" ` +
    `viewBox="0 0 ${CARD_WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="14" ` +
    `fill="${INK}" color="${INK}">`,
    `<rect x="0.5" y="0.5" width="${CARD_WIDTH - 1}" height="${height - 1}" rx="8" ` +
    `fill="#ffffff" stroke="#d0d7de"/>`,
    title,
    legendRow(legend, MARGIN + (options.title ? LINE + 4 : 0) + 8),
    `<g transform="translate(0,${MARGIN + top})">`,
    drawing,
    "</g></svg>",
  ].filter((line) => line !== "").join("\n");
}

/** Names are about this many pixels a character wide, at the card's font size. */
const CHARACTER_WIDTH = 8;

function legendRow(entries: readonly { name: string; color: string }[], y: number): string {
  let x = MARGIN;
  return entries.map(({ name, color }) => {
    const at = x;
    x += 26 + name.length * CHARACTER_WIDTH;
    return `<rect x="${at}" y="${y - 9}" width="11" height="11" rx="2" fill="${color}"/>` +
      `<text x="${at + 16}" y="${y + 1}">${escapeMarkup(name)}</text>`;
  }).join("");
}
