/**
 * Text taken for what it stands for: words by their sound, numbers of cards, lists of pairs.
 * @module
 */
import { badArgument, udf, type Udfs } from "../udf.ts";

/** Digits of the letters from A to Z. */
const SOUNDS = "01230120022455012623010202";

function soundex(text: string): string {
  const letters = text.replaceAll(/[^\p{L}]|[\u{10000}-\u{10ffff}]/gu, "").toUpperCase();
  if (letters === "") return "";
  const sound = (letter: string) => {
    const index = letter.charCodeAt(0) - 65;
    return SOUNDS[index] ??
      badArgument(`The character is not mapped: ${letter} (index=${index})`);
  };
  let code = letters[0] as string;
  let last = sound(code);
  for (const letter of letters.slice(1)) {
    if (code.length === 4) break;
    if (letter === "H" || letter === "W") continue;
    const digit = sound(letter);
    if (digit !== "0" && digit !== last) code += digit;
    last = digit;
  }
  return code.padEnd(4, "0");
}

function luhnCheck(text: string): boolean {
  if (/[^0-9]/.test(text)) badArgument("Input contains non-digit character");
  const sum = [...text].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 + 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return text !== "" && sum % 10 === 0;
}

function splitToMultimap(text: string, entry: string, key: string): string {
  if (entry === "") badArgument("entryDelimiter is empty");
  if (key === "") badArgument("keyValueDelimiter is empty");
  if (entry === key) badArgument("entryDelimiter and keyValueDelimiter must not be the same");
  const map = new Map<string, string[]>();
  const parts = text.split(entry);
  if (parts.at(-1) === "") parts.pop();
  for (const part of parts) {
    const [name = "", value, ...more] = part.split(key);
    if (value === undefined || more.length > 0) {
      return badArgument(
        `Key-value delimiter must appear exactly once in each entry. Bad input: ${part}`,
      );
    }
    const values = map.get(name);
    if (values) values.push(value);
    else map.set(name, [value]);
  }
  const entries = [...map].map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`);
  return `{${entries.join(",")}}`;
}

export const WORD_UDFS: Udfs = {
  t_soundex: udf("s", "s", soundex),
  t_luhn_check: udf("s", "b", luhnCheck),
  t_split_to_multimap: udf("sss", "s", splitToMultimap),
};
