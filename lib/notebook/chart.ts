/**
 * Charts for a notebook: drawn by Observable Plot as SVG, without a browser.
 * @module
 */
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { sparkline } from "./sparkline.ts";
import { CARD_WIDTH, PALETTE, svgCard } from "./svg_card.ts";
import { markdown } from "./display.ts";
import type { View } from "./view.ts";

/** What every chart can be told. */
export interface ChartOptions {
  /** Column along the horizontal axis. */
  x: string;
  /** Line above the chart. */
  title?: string;
  /** What the vertical axis measures; by default the column's name. */
  yLabel?: string;
  /** Height of the drawing in pixels; 260 by default. */
  height?: number;
  /** Whether the chart is another one in every run, so that committed outputs leave it out. */
  varying?: boolean;
}

/** A chart of one number against another, or against time. */
export interface SeriesOptions extends ChartOptions {
  /** Column along the vertical axis, or several, each of which becomes a series. */
  y: string | readonly string[];
  /** Column that tells series apart. */
  series?: string;
}

/** A chart of prices. */
export interface CandlestickOptions extends ChartOptions {
  /** Column of the first price. */
  open?: string;
  /** Column of the highest price. */
  high?: string;
  /** Column of the lowest price. */
  low?: string;
  /** Column of the last price. */
  close?: string;
}

type Row = Record<string, unknown>;

/** One point of a series. */
interface Point {
  x: unknown;
  y: number;
  series: string;
}

/**
 * Draws lines, one for each series.
 *
 * @param rows Objects by column name; `YYYY-MM-DD` texts and times count as times
 * @param options Columns, title, size
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 *
 * const rows = [{ Date: "2024-01-02", Close: 10 }, { Date: "2024-01-03", Close: 12 }];
 * const view = lineChart(rows, { x: "Date", y: "Close", title: "Close" });
 * assertStringIncludes(view.data["image/svg+xml"] ?? "", "<svg");
 * assertStringIncludes(view.data["text/plain"], "2 points");
 * ```
 */
export function lineChart(rows: readonly object[], options: SeriesOptions): View {
  const points = pointsOf(rows as readonly Row[], options);
  return seriesChart("line chart", points, options, (colors) => [
    Plot.lineY(points, { x: "x", y: "y", stroke: (d: Point) => colors[d.series], z: "series" }),
    ...(points.length <= 60
      ? [Plot.dot(points, { x: "x", y: "y", r: 2, fill: (d: Point) => colors[d.series] })]
      : []),
  ]);
}

/**
 * Draws bars from zero, one for each row, or stacked where there are series.
 *
 * @param rows Objects by column name, in the order in which they are shown
 * @param options Columns, title, size
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 *
 * const view = barChart([{ partition: 0, records: 12 }, { partition: 1, records: 9 }], {
 *   x: "partition",
 *   y: "records",
 * });
 * assertStringIncludes(view.data["text/plain"], "2 points");
 * ```
 */
export function barChart(rows: readonly object[], options: SeriesOptions): View {
  const points = pointsOf(rows as readonly Row[], options, false);
  const domain = [...new Set(points.map((point) => point.x))];
  return seriesChart("bar chart", points, options, (colors) => [
    Plot.barY(points, { x: "x", y: "y", fill: (d: Point) => colors[d.series], z: "series" }),
    Plot.ruleY([0]),
  ], { type: "band", domain, padding: 0.25, ...leaning(domain.map(String)) });
}

/** A character of a label is about this wide, in pixels. */
const CHARACTER_WIDTH = 8;

/** Has the names of bars lean over where they are wider than their bars. */
function leaning(names: readonly string[]): Plot.ScaleOptions {
  const longest = Math.max(0, ...names.map((name) => name.length));
  const slot = (CHART_WIDTH - MARGIN.left - MARGIN.right) / names.length;
  return longest * CHARACTER_WIDTH > slot ? { tickRotate: LEAN_DEGREES } : {};
}

const LEAN_DEGREES = -35;

/**
 * Draws prices as candles: a line from low to high, and a box from open to close, green where the
 * price rose and red where it fell.
 *
 * @param rows Objects by column name
 * @param options Columns (by default those of the sample data), title, size
 * @returns A view for {@linkcode show}
 *
 * @example
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 *
 * const rows = [{ Date: "2024-01-02", Open: 10, High: 13, Low: 9, Close: 12 }];
 * assertStringIncludes(candlestickChart(rows, { x: "Date" }).data["image/svg+xml"] ?? "", "<svg");
 * ```
 */
export function candlestickChart(rows: readonly object[], options: CandlestickOptions): View {
  const { open = "Open", high = "High", low = "Low", close = "Close" } = options;
  const candles = (rows as readonly Row[]).map((row) => ({
    x: asTime(row[options.x]),
    open: Number(row[open]),
    high: Number(row[high]),
    low: Number(row[low]),
    close: Number(row[close]),
  }));
  const color = (d: { open: number; close: number }) => d.close >= d.open ? RISE : FALL;
  const width = Math.max(1.5, Math.min(10, (CARD_WIDTH - 100) / Math.max(1, candles.length) * 0.7));
  const prices = candles.flatMap((candle) => [candle.low, candle.high]);
  const drawing = draw(options, options.yLabel ?? "price", prices, [
    Plot.ruleX(candles, { x: "x", y1: "low", y2: "high", stroke: color }),
    Plot.ruleX(candles, {
      x: "x",
      y1: "open",
      y2: "close",
      stroke: color,
      strokeWidth: width,
      strokeLinecap: "butt",
    }),
  ], {});
  const closes = candles.map((candle) => candle.close);
  return chartView(options, drawing, `candlestick chart`, [[close, closes]], [
    { name: "rose", color: RISE },
    { name: "fell", color: FALL },
  ]);
}

const RISE = "#208259";
const FALL = "#c73e3e";

function pointsOf(rows: readonly Row[], options: SeriesOptions, times = true): Point[] {
  const columns = typeof options.y === "string" ? [options.y] : options.y;
  const { series } = options;
  return columns.flatMap((column) =>
    rows.filter((row) => row[column] !== null && row[column] !== undefined).map((row) => ({
      x: times ? asTime(row[options.x]) : row[options.x],
      y: Number(row[column]),
      series: series === undefined ? column : String(row[series]),
    }))
  );
}

function seriesChart(
  kind: "line chart" | "bar chart",
  points: readonly Point[],
  options: SeriesOptions,
  marks: (colors: Record<string, string>) => Plot.Markish[],
  x: Plot.ScaleOptions = {},
): View {
  const names = [...new Set(points.map((point) => point.series))];
  const colors = Object.fromEntries(
    names.map((name, index) => [name, PALETTE[index % PALETTE.length] ?? PALETTE[0] ?? ""]),
  );
  const label = options.yLabel ?? (typeof options.y === "string" ? options.y : "");
  const values = [...points.map((point) => point.y), ...kind === "bar chart" ? [0] : []];
  const drawing = draw(options, label, values, marks(colors), x);
  const legend = names.length < 2 ? [] : names.map((name) => ({ name, color: colors[name] ?? "" }));
  const lines = names.map((name): [string, number[]] => [
    name,
    points.filter((point) => point.series === name).map((point) => point.y),
  ]);
  return chartView(options, drawing, kind, lines, legend);
}

const HEIGHT = 280;
const MARGIN = { top: 30, right: 24, bottom: 46, left: 64 };

/** Pixels between a chart, whose labels reach to its edges, and the edges of its card. */
const PADDING = 10;
const CHART_WIDTH = CARD_WIDTH - 2 * PADDING;

/** Pixels of height for each line of the grid. */
const GRID = 36;

/** A chart without its card. */
interface Plotted {
  markup: string;
  height: number;
}

/** Room for numbers that are all the same, of which no axis can be made otherwise. */
function domainOf(values: readonly number[]): { domain?: [number, number] } {
  const [first = 0] = values;
  if (values.some((value) => value !== first)) return {};
  return {
    domain: first === 0 ? [0, 1] : [first - Math.abs(first) / 2, first + Math.abs(first) / 2],
  };
}

function draw(
  options: ChartOptions,
  yLabel: string,
  values: readonly number[],
  marks: Plot.Markish[],
  x: Plot.ScaleOptions,
): Plotted {
  const names = x.tickRotate ? [...x.domain ?? []].map(String) : [];
  const longest = Math.max(0, ...names.map((name) => name.length));
  const leaned = longest * CHARACTER_WIDTH * Math.sin(Math.abs(LEAN_DEGREES) * Math.PI / 180);
  const height = Math.round((options.height ?? HEIGHT) + leaned);
  const lines = Math.max(2, Math.round((height - leaned - MARGIN.top - MARGIN.bottom) / GRID));
  const { document } = parseHTML("<html></html>") as unknown as { document: unknown };
  const svg = Plot.plot({
    document: document as never,
    width: CHART_WIDTH,
    height,
    marginTop: MARGIN.top,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom + leaned,
    style: { fontSize: "14px" },
    x: { label: options.x, ...x },
    // The axis ends at a line of its grid.
    y: {
      label: yLabel === "" ? null : yLabel,
      grid: true,
      ticks: lines,
      nice: lines,
      ...domainOf(values),
    },
    marks,
  }) as unknown as { innerHTML: string };
  const drawing = svg.innerHTML.replace(/<style>[\s\S]*?<\/style>/, "");
  const moved = `transform="translate(${PADDING},0)"`;
  return {
    markup: `<g text-anchor="middle" fill="currentColor" ${moved}>${drawing}</g>`,
    height: height + PADDING,
  };
}

function chartView(
  options: ChartOptions,
  { markup, height }: Plotted,
  kind: string,
  lines: readonly [string, number[]][],
  legend: readonly { name: string; color: string }[],
): View {
  const count = lines.reduce((sum, [, values]) => sum + values.length, 0);
  const what = `${kind}, ${count} point${count === 1 ? "" : "s"}`;
  const plain = [
    options.title ? `${options.title} (${what})` : what,
    ...lines.slice(0, 12).map(([name, values]) => `${name}: ${sparkline(values)}`),
  ].join("\n");
  const svg = svgCard(markup, { height, title: options.title, legend });
  const data = { "image/svg+xml": svg, "text/plain": plain };
  if (!options.varying) return { data };
  const title = options.title ? `${options.title}: ` : "";
  return {
    data,
    steady: markdown(`*${title}this chart is drawn from what your own run measures.*`).data,
  };
}

/** ISO dates and times become times; everything else stays what it is. */
function asTime(value: unknown): unknown {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d/.test(value)) return value;
  const text = value.length <= 10 ? value : value.replace(" ", "T").replace(/(Z| UTC)?$/, "Z");
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? value : time;
}
