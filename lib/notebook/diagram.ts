/**
 * Diagrams: a chain of steps, and the log of a topic's partitions.
 * @module
 */
import { CARD_WIDTH, FAINT, PALETTE, svgCard } from "./svg_card.ts";
import { escapeMarkup, type View } from "./view.ts";

/** One box of a {@linkcode stepsDiagram}. */
export interface Step {
  /** What stands in the box; short. */
  name: string;
  /** A few words below it. */
  note?: string;
}

const MARGIN = 16;
const GAP = 24;
const BOX_HEIGHT = 46;

/**
 * Draws steps as boxes with arrows between them.
 *
 * @param steps The boxes, from left to right
 * @param options Title, and the name of the box the reader is at
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const view = stepsDiagram([{ name: "producer" }, { name: "topic" }], { here: "topic" });
 * assertEquals(view.data["text/plain"], "producer ──▶ [topic]");
 * ```
 */
export function stepsDiagram(
  steps: readonly Step[],
  options: { title?: string; here?: string } = {},
): View {
  const width = (CARD_WIDTH - 2 * MARGIN - GAP * (steps.length - 1)) / steps.length;
  const notes = steps.some((step) => step.note !== undefined);
  const boxes = steps.map((step, index) => {
    const x = MARGIN + index * (width + GAP);
    const here = step.name === options.here;
    const middle = x + width / 2;
    return [
      `<rect x="${x}" y="6" width="${width}" height="${BOX_HEIGHT}" rx="6" ` +
      `fill="${here ? PALETTE[0] : "#f3f5f8"}" stroke="${here ? PALETTE[0] : "#b8c0ca"}"/>`,
      `<text x="${middle}" y="${6 + BOX_HEIGHT / 2 + 4}" text-anchor="middle" font-size="13" ` +
      `font-weight="600" fill="${here ? "#ffffff" : "#1f2328"}">${escapeMarkup(step.name)}</text>`,
      step.note === undefined
        ? ""
        : `<text x="${middle}" y="${BOX_HEIGHT + 24}" text-anchor="middle" font-size="12" ` +
          `fill="${FAINT}">${escapeMarkup(step.note)}</text>`,
      index === 0 ? "" : arrow(x - GAP + 4, x - 4, 6 + BOX_HEIGHT / 2),
    ].join("");
  }).join("\n");
  const plain = steps.map(({ name }) => name === options.here ? `[${name}]` : name).join(" ──▶ ");
  return {
    data: {
      "image/svg+xml": svgCard(boxes, {
        height: BOX_HEIGHT + (notes ? 42 : 22),
        title: options.title,
      }),
      "text/plain": options.title ? `${options.title}: ${plain}` : plain,
    },
  };
}

function arrow(from: number, to: number, y: number): string {
  return `<path d="M${from},${y}H${to - 7}" stroke="${FAINT}" stroke-width="1.5" fill="none"/>` +
    `<path d="M${to},${y}l-8,-4.5v9z" fill="${FAINT}"/>`;
}

/** What {@linkcode logDiagram} needs to know of a record. */
export interface LogEntry {
  partition: number;
  offset: bigint;
  key: string | null;
}

const CELL = 65;
const ROW = 40;
const LABEL = 86;

/**
 * Draws the end of each partition's log: a box for each record, with its offset and its key, the
 * same key in the same colour.
 *
 * @param entries Records, in any order
 * @param options Title, and partitions that are shown though they hold no record
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const view = logDiagram([
 *   { partition: 0, offset: 0n, key: "HSI" },
 *   { partition: 0, offset: 1n, key: "N225" },
 * ], { partitions: [0, 1] });
 * assertEquals(view.data["text/plain"], "partition 0: 0:HSI 1:N225\npartition 1: empty");
 * ```
 */
export function logDiagram(
  entries: readonly LogEntry[],
  options: { title?: string; partitions?: readonly number[] } = {},
): View {
  const partitions = [
    ...new Set([...options.partitions ?? [], ...entries.map((entry) => entry.partition)]),
  ].sort((a, b) => a - b);
  const keys = [...new Set(entries.map((entry) => entry.key ?? ""))].sort();
  const fits = Math.floor((CARD_WIDTH - LABEL - MARGIN) / (CELL + 3));
  const logs = partitions.map((partition) => ({
    partition,
    records: entries.filter((entry) => entry.partition === partition)
      .sort((a, b) => Number(a.offset - b.offset)).slice(-fits),
  }));
  const color = (key: string | null) => PALETTE[keys.indexOf(key ?? "") % PALETTE.length] ?? FAINT;
  const drawing = logs.map(({ partition, records }, row) => {
    const y = row * (ROW + 10);
    const boxes = records.map((record, column) => {
      const x = LABEL + column * (CELL + 3);
      const middle = x + CELL / 2;
      const key = (record.key ?? "∅").slice(0, 9);
      return `<rect x="${x}" y="${y}" width="${CELL}" height="${ROW}" rx="4" ` +
        `fill="${color(record.key)}"/>` +
        `<text x="${middle}" y="${y + 15}" text-anchor="middle" font-size="10" fill="#ffffff">` +
        `${record.offset}</text>` +
        `<text x="${middle}" y="${y + 31}" text-anchor="middle" font-size="10" ` +
        `font-weight="600" fill="#ffffff">${escapeMarkup(key)}</text>`;
    });
    const label = `<text x="${MARGIN}" y="${y + 25}" font-size="12">partition ${partition}</text>`;
    const empty = records.length > 0
      ? ""
      : `<text x="${LABEL}" y="${y + 25}" fill="${FAINT}">empty</text>`;
    return [label, empty, ...boxes].join("");
  }).join("\n");
  const plain = logs.map(({ partition, records }) =>
    `partition ${partition}: ${
      records.map(({ offset, key }) => `${offset}:${key ?? "∅"}`).join(" ") || "empty"
    }`
  ).join("\n");
  const height = logs.length * (ROW + 10) + 8;
  return {
    data: {
      "image/svg+xml": svgCard(drawing, { height, title: options.title }),
      "text/plain": options.title ? `${options.title}\n${plain}` : plain,
    },
  };
}
