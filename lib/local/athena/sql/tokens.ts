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

const SPACE = /\s/;
const WORD_START = /[\p{L}_]/u;
const WORD = /[\p{L}\p{Nd}_]/u;
const NUMBER = /(?:\d+(?:_\d+)*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/** How statements begin whose strings are Hive's: a quote after a backslash ends none. */
const HIVE =
  /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(?:ALTER|CREATE\s+(?:EXTERNAL|DATABASE|SCHEMA))\b/i;

/**
 * Splits a statement into tokens; comments and white space are left out.
 *
 * @param text SQL text
 * @returns The tokens, and one of kind `end` last
 * @throws {QueryError} A character that begins no token, or a literal that does not end
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const backslashes = HIVE.test(text);
  let line = 1;
  let lineStart = 0;
  let at = 0;
  const position = (offset: number): Position => ({ line, column: offset - lineStart + 1 });
  const newLines = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      if (text[i] === "\n") {
        line++;
        lineStart = i + 1;
      }
    }
  };
  const push = (kind: TokenKind, start: number, end: number, value: string) => {
    tokens.push({
      kind,
      text: text.slice(start, end),
      value,
      position: position(start),
      start,
      end,
    });
    newLines(start, end);
    at = end;
  };
  const quoted = (quote: string, from: number): { value: string; end: number } => {
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
    throw syntaxError(
      `mismatched input '${text.slice(from, from + 1)}'. Expecting: ${
        quote === "'" ? "<string>" : "<identifier>"
      }`,
      position(from),
    );
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (SPACE.test(char)) {
      newLines(at, at + 1);
      at++;
    } else if (text.startsWith("--", at)) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? text.length : end;
    } else if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end < 0) throw syntaxError("mismatched input '/*'. Expecting: <statement>", position(at));
      newLines(at, end + 2);
      at = end + 2;
    } else if (char === "'" || char === '"' || char === "`") {
      const { value, end } = quoted(char, at);
      push(char === "'" ? "string" : char === '"' ? "quoted" : "backquoted", at, end, value);
    } else if ((char === "x" || char === "X") && text[at + 1] === "'") {
      const { value, end } = quoted("'", at + 1);
      push("binary", at, end, binaryLiteral(value, position(at)));
    } else if ((char === "u" || char === "U") && text.startsWith("&'", at + 1)) {
      const { value, end } = quoted("'", at + 2);
      push("string", at, end, unicodeLiteral(value, position(at)));
    } else if (/^0[xXoObB]/.test(text.slice(at, at + 2))) {
      const found = /^0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)/.exec(text.slice(at, at + 80));
      if (!found) {
        throw syntaxError(
          `mismatched input '${text.slice(at, at + 2)}'. Expecting: <expression>`,
          position(at),
        );
      }
      push("integer", at, at + found[0].length, String(BigInt(found[0].toLowerCase())));
    } else if (/\d/.test(char) || (char === "." && /\d/.test(text[at + 1] ?? ""))) {
      NUMBER.lastIndex = at;
      const found = NUMBER.exec(text)?.[0] ?? char;
      const end = at + found.length;
      if (WORD_START.test(text[end] ?? "")) {
        throw syntaxError(
          `mismatched input '${found}${text[end]}'. Expecting: <expression>`,
          position(at),
        );
      }
      const kind = /e/i.test(found) ? "double" : found.includes(".") ? "decimal" : "integer";
      push(kind, at, end, found.replaceAll("_", ""));
    } else if (WORD_START.test(char)) {
      let end = at + 1;
      while (end < text.length && WORD.test(text[end] as string)) end++;
      push("word", at, end, text.slice(at, end).toUpperCase());
    } else {
      const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
      if (operator === undefined) {
        throw syntaxError(`mismatched input '${char}'. Expecting: <expression>`, position(at));
      }
      push("operator", at, at + operator.length, operator);
    }
  }
  tokens.push({
    kind: "end",
    text: "<EOF>",
    value: "",
    position: position(text.length),
    start: text.length,
    end: text.length,
  });
  return tokens;
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
      if (digits === undefined) throw syntaxError("Incomplete escape sequence: ", position);
      return String.fromCodePoint(parseInt(digits, 16));
    },
  );
}
