/**
 * Colours, and text that a terminal shows in them.
 * @module
 */
import { TERMINAL_COLORS } from "../../types/colors.ts";
import { doubleText } from "../../types/numbers.ts";
import { badArgument, udf, type Udfs } from "../udf.ts";

const RESET = "\u001b[0m";
const f = Math.fround;

function parts(color: number): [red: number, green: number, blue: number] {
  if (color < 0) badArgument("color is not a valid rgb value");
  return [(color >> 16) & 255, (color >> 8) & 255, color & 255];
}

/** Switches a terminal to a colour, of those it has the nearest. */
function escape(color: number): string {
  if (color < 0) return `\u001b[38;5;${-color - 1}m`;
  const [red, green, blue] = parts(color).map((part) => Math.floor(part * 6 / 256));
  return `\u001b[38;5;${16 + 36 * red! + 6 * green! + blue!}m`;
}

/** Hue, saturation and brightness, in the digits of a float. */
function toHsb(color: number): [number, number, number] {
  const [red, green, blue] = parts(color);
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const saturation = most === 0 ? 0 : f((most - least) / most);
  const brightness = f(most / 255);
  if (saturation === 0) return [0, 0, brightness];
  const [r, g, b] = [red, green, blue].map((part) => f((most - part) / (most - least))) as [
    number,
    number,
    number,
  ];
  const sixths = red === most ? f(b - g) : green === most ? f(f(2 + r) - b) : f(f(4 + g) - r);
  const hue = f(sixths / 6);
  return [hue < 0 ? f(hue + 1) : hue, saturation, brightness];
}

/** A float as a whole number the way Java casts it. */
const whole = (value: number) => Number.isNaN(value) ? 0 : Math.trunc(f(f(value * 255) + 0.5));

function fromHsb(hue: number, saturation: number, brightness: number): number {
  let [red, green, blue] = [brightness, brightness, brightness];
  if (saturation !== 0) {
    const sixths = f(f(hue - Math.floor(hue)) * 6);
    const past = f(sixths - Math.floor(sixths));
    const p = f(brightness * f(1 - saturation));
    const q = f(brightness * f(1 - f(saturation * past)));
    const t = f(brightness * f(1 - f(saturation * f(1 - past))));
    const turns: [number, number, number][] = [
      [brightness, t, p],
      [q, brightness, p],
      [p, brightness, t],
      [p, q, brightness],
      [t, p, brightness],
      [brightness, p, q],
    ];
    [red, green, blue] = turns[Math.trunc(sixths)] ?? [0, 0, 0];
  }
  return (whole(red) << 16) | (whole(green) << 8) | whole(blue);
}

function between(fraction: number, low: number, high: number): number {
  const [from, to] = [toHsb(low), toHsb(high)];
  const mixed = from.map((start, i) => f(f(fraction * f((to[i] as number) - start)) + start));
  return fromHsb(...mixed as [number, number, number]);
}

function parse(text: string): bigint {
  const digits = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (digits) return BigInt(`0x${digits.slice(1).map((digit) => digit + digit).join("")}`);
  const index = TERMINAL_COLORS.indexOf(text.toLowerCase());
  return index < 0 ? badArgument(`Invalid color: '${text}'`) : BigInt(-index - 1);
}

function rgb(red: bigint, green: bigint, blue: bigint): bigint {
  for (const [name, part] of Object.entries({ red, green, blue })) {
    if (part < 0n || part > 255n) badArgument(`${name} must be between 0 and 255`);
  }
  return (red << 16n) | (green << 8n) | blue;
}

function bar(percent: number, width: bigint, low: bigint, high: bigint): string {
  const size = Number(width);
  const part = percent * size;
  const count = Math.max(0, Math.min(size, Number.isNaN(part) ? 0 : Math.trunc(part)));
  const blocks = Array.from({ length: count }, (_, i) => {
    const color = between(f(i / (size - 1)), Number(low), Number(high));
    return `${escape(color)}█`;
  });
  return blocks.join("") + RESET + " ".repeat(Math.max(0, size - count));
}

const render = (text: string, color: bigint) => escape(Number(color)) + text + RESET;

export const COLOR_UDFS: Udfs = {
  t_color: udf("s", "i", parse),
  t_rgb: udf("iii", "i", rgb),
  t_color_between: udf("dii", "i", (fraction: number, low: bigint, high: bigint) => {
    if (low < 0n) badArgument("lowColor not a valid RGB color");
    if (high < 0n) badArgument("highColor not a valid RGB color");
    const within = Math.max(0, Math.min(1, fraction));
    return BigInt(between(f(within), Number(low), Number(high)));
  }),
  t_render: udf("si", "s", render),
  t_render_double: udf(
    "di",
    "s",
    (value: number, color: bigint) => render(doubleText(value), color),
  ),
  t_bar: udf("diii", "s", bar),
};
