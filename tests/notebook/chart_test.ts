import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fitting } from "../../lib/notebook/picture.ts";
import { PALETTE } from "../../lib/notebook/svg_card.ts";
import { barChart, candlestickChart, lineChart } from "../../lib/notebook/chart.ts";

const BARS = [
  { Index: "HSI", Date: "2024-01-02", Open: 10, High: 14, Low: 9, Close: 13 },
  { Index: "HSI", Date: "2024-01-03", Open: 13, High: 13.5, Low: 11, Close: 12 },
  { Index: "NYA", Date: "2024-01-02", Open: 20, High: 22, Low: 19, Close: 21 },
];

Deno.test("a chart brings its own paper and ink, so that it reads in a dark theme too", () => {
  const svg = lineChart(BARS, { x: "Date", y: "Close" }).data["image/svg+xml"] ?? "";
  assertMatch(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="720" height="\d+"/);
  assertMatch(svg, /<rect [^>]*fill="#ffffff"/);
  assertMatch(svg, / color="#1f2328"/);
});

Deno.test("each series has a line and a place in the legend, and the x axis is time", () => {
  const view = lineChart(BARS, { x: "Date", y: "Close", series: "Index", title: "A & B" });
  const svg = view.data["image/svg+xml"] ?? "";
  assertEquals([...svg.matchAll(/<path[^>]*stroke="#(2f6fd0|b85c00)"/g)].length, 2);
  for (const text of ["HSI", "NYA", "A &amp; B", "Jan 2"]) assertStringIncludes(svg, text);
  assertEquals(
    view.data["text/plain"],
    "A & B (line chart, 3 points)\nHSI: █▁ 12 to 13\nNYA: ▁ 21 to 21",
  );
  assertMatch(
    lineChart(BARS, { x: "Date", y: "Close" }).data["text/plain"],
    /^line chart, 3 points$/m,
  );
});

Deno.test("a candle is green where the price rose and red where it fell", () => {
  const svg = candlestickChart(BARS.slice(0, 2), { x: "Date" }).data["image/svg+xml"] ?? "";
  const drawing = svg.slice(svg.indexOf('aria-label="rule"'));
  assertEquals([...drawing.matchAll(/<line[^>]*stroke="#208259"/g)].length, 2);
  assertEquals([...drawing.matchAll(/<line[^>]*stroke="#c73e3e"/g)].length, 2);
});

Deno.test("bars stand in the rows' order, and long names lean over", () => {
  const rows = Array.from({ length: 12 }, (_, n) => ({ name: `a long name ${n}`, value: -n }));
  const svg = barChart(rows, { x: "name", y: "value" }).data["image/svg+xml"] ?? "";
  assertStringIncludes(svg, "rotate(-35)");
  const names = [...svg.matchAll(/>(a long name \d+)</g)].map((match) => match[1]);
  assertEquals(names, rows.map((row) => row.name));
});

Deno.test("a chart that is another one in every run is left out of committed outputs", () => {
  const view = lineChart(BARS, { x: "Date", y: "Close", title: "Rate", varying: true });
  assertEquals(view.steady?.["image/svg+xml"], undefined);
  assertStringIncludes(view.steady?.["text/plain"] ?? "", "Rate");
});

Deno.test("a chart of nothing is drawn, not thrown", () => {
  for (
    const view of [
      lineChart([], { x: "Date", y: "Close" }),
      barChart([], { x: "Date", y: "Close" }),
      candlestickChart([], { x: "Date" }),
    ]
  ) assertStringIncludes(view.data["image/svg+xml"] ?? "", "</svg>");
});

Deno.test("numbers that are all the same have an axis all the same", () => {
  const rows = [{ partition: 0, lag: 0 }, { partition: 1, lag: 0 }];
  const ticks = (svg = "") => [...svg.matchAll(/>(-?[\d.]+)<\/text>/g)].map((match) => match[1]);
  const bars = barChart(rows, { x: "partition", y: "lag" }).data["image/svg+xml"];
  assertEquals(ticks(bars).slice(0, 6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
  assertEquals([...bars?.matchAll(/<rect fill="#2f6fd0" height="0"/g) ?? []].length, 2);
  const line = lineChart([{ x: 1, y: 8 }, { x: 2, y: 8 }], { x: "x", y: "y" });
  assertEquals(ticks(line.data["image/svg+xml"]).slice(0, 9).includes("8"), true);
});

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

Deno.test("each colour of a series stands out from white enough to carry white text", () => {
  const pale = PALETTE.filter((color) => 1.05 / (luminance(color) + 0.05) < 4.5);
  assertEquals(pale, []);
});

Deno.test("a picture is never wider than what it stands in, and a table is left as it is", () => {
  const chart = lineChart(BARS, { x: "Date", y: "Close", title: "A & B" }).data;
  const html = fitting(chart)["text/html"] ?? "";
  assertMatch(html, /width="720" style="max-width:100%;height:auto">$/);
  assertStringIncludes(html, 'alt="A &amp; B (line chart, 3 points)"');
  const [, source = ""] = /src="data:image\/svg\+xml;base64,([^"]+)"/.exec(html) ?? [];
  const svg = new TextDecoder().decode(Uint8Array.fromBase64(source));
  assertEquals(svg, chart["image/svg+xml"]);
  const table = { "text/html": "<table></table>", "text/plain": "table" };
  assertEquals(fitting(table), table);
});
