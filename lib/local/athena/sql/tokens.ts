/**
 * Splits SQL text into tokens with their positions.
 * @module
 */
import { type Position, QueryError } from "../errors.ts";

/** What a token is. */
export type TokenKind =
  | "word"
  | "quoted"
  | "backquoted"
  | "string"
  | "binary"
  | "integer"
  | "decimal"
  | "double"
  | "operator"
  /** A word that begins with a digit, which is a name in quotes only. */
  | "digits"
  /** A character that begins nothing. */
  | "unrecognized"
  | "end";

/** One token. */
export interface Token {
  kind: TokenKind;
  /** As written. */
  text: string;
  /** What it stands for: a word in upper case, a quoted name or string without its quotes. */
  value: string;
  position: Position;
  /** Offset of its first character. */
  start: number;
  /** Offset after its last character. */
  end: number;
}

const OPERATORS = [
  "<>",
  "!=",
  "<=",
  ">=",
  "||",
  "->",
  "=>",
  "{-",
  "-}",
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  ";",
  "+",
  "-",
  "*",
  "/",
  "%",
  "=",
  "<",
  ">",
  "?",
  ":",
  "{",
  "}",
  "|",
  "$",
  "^",
];

/** Error of a text that is not SQL. */
export function syntaxError(message: string, position: Position): QueryError {
  return new QueryError("SYNTAX_ERROR", message, position);
}

const SPACE = /[ \r\n\t]/;
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y;
/** What begins with a digit or a point: the longest is meant, of two as long the first. */
const NUMBERS: [TokenKind, RegExp][] = [
  ["integer", /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|\d(?:_?\d)*/y],
  ["decimal", /\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*/y],
  ["double", /(?:\d+(?:\.\d*)?|\.\d+)[eE][+-]?\d+/y],
  ["digits", /\d[A-Za-z0-9_]+/y],
];

/** How statements begin whose strings are Hive's: a quote after a backslash ends none. */
const HIVE =
  /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(?:ALTER|CREATE\s+(?:EXTERNAL|DATABASE|SCHEMA))\b/i;

/**
 * Splits a statement into tokens; comments and white space are left out.
 *
 * @param text SQL text
 * @returns The tokens, and one of kind `end` last
 * @throws {QueryError} A literal that is none
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const backslashes = HIVE.test(text);
  let at = 0;
  let line = 1;
  let column = 1;
  const position = (): Position => ({ line, column });
  /** Goes on to an offset; a character of two units of UTF-16 is one column. */
  const skip = (end: number) => {
    for (; at < end; at++) {
      if (text[at] === "\n") {
        line++;
        column = 1;
      } else if (!/[\udc00-\udfff]/.test(text[at] as string)) column++;
    }
  };
  const push = (kind: TokenKind, end: number, value: string) => {
    tokens.push({ kind, text: text.slice(at, end), value, position: position(), start: at, end });
    skip(end);
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (SPACE.test(char)) {
      skip(at + 1);
      continue;
    }
    if (text.startsWith("--", at)) {
      skip(at + (/^[^\r\n]*/.exec(text.slice(at)) as RegExpExecArray)[0].length);
      continue;
    }
    const comment = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
    if (comment >= 0) {
      skip(comment + 2);
      continue;
    }
    const prefix = /^(?:x|u&)(?=')/i.exec(text.slice(at, at + 3))?.[0] ?? "";
    if (prefix !== "" || char === "'" || char === '"' || char === "`") {
      const found = quoted(text, at + prefix.length, backslashes);
      if (found) {
        const { value, end } = found;
        if (prefix.length === 1) push("binary", end, binaryLiteral(value, position()));
        else if (prefix !== "") push("string", end, unicodeLiteral(value, position()));
        else push(char === "'" ? "string" : char === '"' ? "quoted" : "backquoted", end, value);
        continue;
      }
    }
    const number = numberAt(text, at);
    if (number) {
      const [kind, found] = number;
      const plain = found.replaceAll("_", "");
      push(
        kind,
        at + found.length,
        kind === "digits"
          ? found.toUpperCase()
          : kind === "integer"
          ? String(BigInt(plain.toLowerCase()))
          : plain,
      );
      continue;
    }
    WORD.lastIndex = at;
    const word = WORD.exec(text)?.[0];
    const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
    if (word !== undefined) push("word", at + word.length, word.toUpperCase());
    else if (operator !== undefined) push("operator", at + operator.length, operator);
    else {
      const unknown = String.fromCodePoint(text.codePointAt(at) as number);
      push("unrecognized", at + unknown.length, unknown);
    }
  }
  push("end", text.length, "");
  (tokens.at(-1) as Token).text = "<EOF>";
  return tokens;
}

/** What stands in quotes from an offset on, or nothing where they do not close. */
function quoted(
  text: string,
  from: number,
  backslashes: boolean,
): { value: string; end: number } | undefined {
  const quote = text[from];
  let value = "";
  for (let i = from + 1; i < text.length; i++) {
    if (backslashes && text[i] === "\\" && quote !== "`") {
      value += text.slice(i, i + 2);
      i++;
    } else if (text[i] !== quote) value += text[i];
    else if (text[i + 1] === quote) {
      value += quote;
      i++;
    } else return { value, end: i + 1 };
  }
  return undefined;
}

function numberAt(text: string, at: number): [TokenKind, string] | undefined {
  let longest: [TokenKind, string] | undefined;
  for (const [kind, pattern] of NUMBERS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && found.length > (longest?.[1].length ?? 0)) longest = [kind, found];
  }
  return longest;
}

function binaryLiteral(text: string, position: Position): string {
  const hex = text.replace(/\s/g, "").toUpperCase();
  if (/[^0-9A-F]/.test(hex)) {
    throw syntaxError("Binary literal can only contain hexadecimal digits", position);
  }
  if (hex.length % 2 !== 0) {
    throw syntaxError("Binary literal must contain an even number of digits", position);
  }
  return hex;
}

function unicodeLiteral(text: string, position: Position): string {
  return text.replace(
    /\\(?:\\|\+([0-9A-Fa-f]{6})|([0-9A-Fa-f]{4})|)/g,
    (whole, long?: string, short?: string) => {
      if (whole === "\\\\") return "\\";
      const digits = long ?? short;
      if (digits === undefined) {
        throw syntaxError(
          `Incomplete escape sequence: ${text.slice(text.lastIndexOf("\\") + 1)}`,
          position,
        );
      }
      return String.fromCodePoint(parseInt(digits, 16));
    },
  );
}
