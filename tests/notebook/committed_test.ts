import { assertEquals } from "@std/assert";
import { parseHTML } from "linkedom";
import {
  notebookName,
  notebookPaths,
  readDocument,
  textOf,
} from "../../scripts/notebooks/document.ts";

/** What the sanitisers of GitHub and nbviewer keep, and what an output says the same without. */
const FATE = {
  "image/svg+xml": {
    kept: [
      ...["svg", "g", "rect", "line", "path", "text", "tspan"],
      ...["viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "dy", "rx", "d"],
      ...["fill", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"],
      ...["color", "font-family", "font-size", "font-weight", "font-variant"],
      ...["text-anchor", "transform"],
    ],
    spared: ["xmlns", "aria-label", "aria-hidden"],
  },
  "text/html": {
    kept: ["div", "p", "strong", "em", "table", "thead", "tbody", "tr", "th", "td", "align"],
    // What a cell's style says `align` says too; a progress bar has its numbers beside it.
    spared: ["style", "progress", "value", "max"],
  },
};

interface Element {
  tagName: string;
  attributes: Iterable<{ name: string }>;
}

/** Names of elements and attributes without which an output is another one. */
function missed(type: keyof typeof FATE, markup: string): string[] {
  const { document } = parseHTML(`<body>${markup}</body>`) as unknown as {
    document: { querySelectorAll(selector: string): Iterable<Element> };
  };
  const names = [...document.querySelectorAll("body *")].flatMap((element) => [
    element.tagName.toLowerCase(),
    ...[...element.attributes].map(({ name }) => name),
  ]);
  const { kept, spared } = FATE[type];
  return [...new Set(names)].filter((name) => ![...kept, ...spared].includes(name));
}

Deno.test("committed outputs read the same where a sanitiser has been at them, as on GitHub", () => {
  for (const path of notebookPaths()) {
    const outputs = readDocument(path).cells.flatMap((cell) => cell.outputs ?? []);
    for (const type of Object.keys(FATE) as (keyof typeof FATE)[]) {
      const markup = outputs.map(({ data }) => textOf(data?.[type])).join("");
      assertEquals([notebookName(path), ...missed(type, markup)], [notebookName(path)]);
    }
  }
});

Deno.test("a picture that needs a style sheet, a class or a script is found out", () => {
  const picture = `<svg class="x"><style>g{}</style><g style="opacity:0"/><script/></svg>`;
  assertEquals(missed("image/svg+xml", picture), ["class", "style", "script"]);
});
