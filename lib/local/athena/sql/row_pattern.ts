/**
 * Parses MATCH_RECOGNIZE.
 * @module
 */
import { parseSortItems } from "./calls.ts";
import type { Cursor } from "./cursor.ts";
import { parseExpression } from "./expressions.ts";
import type {
  Quantifier,
  RowPattern,
  RowPatternClauses,
  RowsPerMatch,
  SkipTo,
} from "./row_pattern_ast.ts";
import type { Token } from "./tokens.ts";

/** `MATCH_RECOGNIZE ( … )` behind a relation. */
export function parseMatchRecognize(cursor: Cursor): RowPatternClauses {
  cursor.expect("MATCH_RECOGNIZE", "(");
  const partitionBy = cursor.accept("PARTITION", "BY")
    ? cursor.list(() => parseExpression(cursor))
    : [];
  const orderBy = cursor.accept("ORDER", "BY") ? parseSortItems(cursor) : [];
  const measures = cursor.accept("MEASURES")
    ? cursor.list(() => {
      const value = parseExpression(cursor);
      cursor.expect("AS");
      return { value, name: cursor.identifier() };
    })
    : [];
  const rowsPerMatch = parseRowsPerMatch(cursor);
  const skip: SkipTo = cursor.accept("AFTER", "MATCH") ? parseSkip(cursor) : PAST_LAST_ROW;
  const position = cursor.position;
  const mode = (["INITIAL", "SEEK"] as const).find((word) => cursor.accept(word));
  cursor.expect("PATTERN", "(");
  const pattern = parseRowPattern(cursor);
  cursor.expect(")");
  const subsets = cursor.accept("SUBSET")
    ? cursor.list(() => {
      const name = cursor.identifier();
      cursor.expect("=", "(");
      const variables = cursor.list(() => cursor.identifier());
      cursor.expect(")");
      return { name, variables };
    })
    : [];
  cursor.expect("DEFINE");
  const definitions = cursor.list(() => {
    const name = cursor.identifier();
    cursor.expect("AS");
    return { name, condition: parseExpression(cursor) };
  });
  cursor.expect(")");
  return {
    partitionBy,
    orderBy,
    measures,
    rowsPerMatch,
    skip,
    ...(mode ? { search: { mode, position } } : {}),
    pattern,
    subsets,
    definitions,
  };
}

const PAST_LAST_ROW: SkipTo = { to: "PAST LAST ROW" };

function parseRowsPerMatch(cursor: Cursor): RowsPerMatch {
  if (cursor.accept("ALL", "ROWS", "PER", "MATCH")) {
    if (cursor.accept("OMIT", "EMPTY", "MATCHES")) return "OMIT EMPTY";
    if (cursor.accept("WITH", "UNMATCHED", "ROWS")) return "WITH UNMATCHED";
    cursor.accept("SHOW", "EMPTY", "MATCHES");
    return "SHOW EMPTY";
  }
  cursor.accept("ONE", "ROW", "PER", "MATCH");
  return "ONE";
}

function parseSkip(cursor: Cursor): SkipTo {
  cursor.expect("SKIP");
  if (cursor.accept("PAST", "LAST", "ROW")) return PAST_LAST_ROW;
  cursor.expect("TO");
  if (cursor.accept("NEXT", "ROW")) return { to: "NEXT ROW" };
  for (const to of ["FIRST", "LAST"] as const) {
    // A variable may be called so too.
    if (!cursor.is(to) || !cursor.atIdentifier(1) || cursor.peek(2).value === "(") continue;
    cursor.next();
    return { to, variable: cursor.identifier() };
  }
  return { to: "LAST", variable: cursor.identifier() };
}

/** Alternatives, of which the first is preferred. */
function parseRowPattern(cursor: Cursor): RowPattern {
  const patterns = [parseSequence(cursor)];
  while (cursor.accept("|")) patterns.push(parseSequence(cursor));
  return patterns.length === 1 ? patterns[0] as RowPattern : { kind: "alternation", patterns };
}

function parseSequence(cursor: Cursor): RowPattern {
  const patterns = [parseQuantified(cursor)];
  while (cursor.atIdentifier() || cursor.isOneOf("(", "^", "$", "{-")) {
    patterns.push(parseQuantified(cursor));
  }
  return patterns.length === 1 ? patterns[0] as RowPattern : { kind: "sequence", patterns };
}

function parseQuantified(cursor: Cursor): RowPattern {
  const pattern = parsePrimary(cursor);
  const quantifier = parseQuantifier(cursor);
  return quantifier ? { kind: "quantified", pattern, quantifier } : pattern;
}

function parsePrimary(cursor: Cursor): RowPattern {
  const position = cursor.position;
  if (cursor.accept("(", ")")) return { kind: "empty" };
  if (cursor.accept("(")) {
    const pattern = parseRowPattern(cursor);
    cursor.expect(")");
    return pattern;
  }
  if (cursor.accept("^")) return { kind: "partition start", position };
  if (cursor.accept("$")) return { kind: "partition end", position };
  if (cursor.accept("{-")) {
    const pattern = parseRowPattern(cursor);
    cursor.expect("-}");
    return { kind: "exclusion", pattern, position };
  }
  return parsePermutation(cursor) ?? { kind: "variable", name: cursor.identifier() };
}

/** `PERMUTE(a, b)`; of one pattern alone it is a variable with that name and what stands behind it. */
function parsePermutation(cursor: Cursor): RowPattern | undefined {
  if (!cursor.is("PERMUTE", "(") || cursor.is("PERMUTE", "(", ")")) return undefined;
  const start = cursor.index;
  cursor.expect("PERMUTE", "(");
  const patterns = cursor.list(() => parseRowPattern(cursor));
  if (patterns.length > 1) {
    cursor.expect(")");
    return { kind: "permutation", patterns };
  }
  cursor.index = start;
  return undefined;
}

function parseQuantifier(cursor: Cursor): Quantifier | undefined {
  const position = cursor.position;
  const bounds = parseBounds(cursor);
  return bounds && { ...bounds, greedy: !cursor.accept("?"), position };
}

function parseBounds(cursor: Cursor): Pick<Quantifier, "least" | "most"> | undefined {
  if (cursor.accept("*")) return { least: 0n };
  if (cursor.accept("+")) return { least: 1n };
  if (cursor.accept("?")) return { least: 0n, most: 1n };
  if (!cursor.accept("{")) return undefined;
  const least = parseCount(cursor);
  if (least !== undefined && cursor.accept("}")) return { least, most: least };
  cursor.expect(",");
  const most = parseCount(cursor);
  cursor.expect("}");
  return { least: least ?? 0n, ...(most === undefined ? {} : { most }) };
}

function parseCount(cursor: Cursor): bigint | undefined {
  return cursor.peek().kind === "integer" ? BigInt(cursor.next().value) : undefined;
}

/** How many `?` are quantifiers: those in the parentheses behind PATTERN. */
export function quantifiersIn(tokens: readonly Token[]): number {
  let count = 0;
  let depth = 0;
  for (const [i, { kind, value }] of tokens.entries()) {
    if (kind !== "operator") continue;
    if (value === "(" && (depth > 0 || isPattern(tokens[i - 1]))) depth++;
    else if (value === ")" && depth > 0) depth--;
    else if (value === "?" && depth > 0) count++;
  }
  return count;
}

function isPattern(token: Token | undefined): boolean {
  return token?.kind === "word" && token.value === "PATTERN";
}
