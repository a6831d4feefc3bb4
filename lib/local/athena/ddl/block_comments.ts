/**
 * Block comments, which Hive's parser does not know: what Athena hands to it as it stands fails.
 * @module
 */
import type { AthenaVerdict, QueryError } from "../errors.ts";
import type { Statement } from "../sql/statements.ts";
import { unparsed } from "./lookup.ts";

/** What is said of a comment behind these words of a statement. */
const BEHIND: Record<string, (last: string, first: string) => string> = {
  "": (_, first) => `cannot recognize input near '/' '*' '${first}'`,
  SHOW: (last) => `cannot recognize input near '${last}' '/' '*' in ddl statement`,
  "SHOW CREATE": (last) => `mismatched input '/' expecting TABLE near '${last}' in show statement`,
  "SHOW CREATE TABLE": inName,
  MSCK: (last) => `missing EOF at '/' near '${last}'`,
  "MSCK REPAIR": (last) => `missing EOF at '/' near '${last}'`,
  "MSCK REPAIR TABLE": inName,
  ALTER: (last) => `cannot recognize input near '${last}' '/' '*' in alter statement`,
  "ALTER TABLE": inName,
  DESCRIBE: (last) => `cannot recognize input near '${last}' '/' '*' in describe statement`,
  DESC: (last) => `cannot recognize input near '${last}' '/' '*' in describe statement`,
};

/** Words behind which the statement's beginning is told of, not the comment's. */
const FROM_START = ["ALTER", "DESCRIBE", "DESC"];

/** What Hive's lexer takes as one. */
const FIRST = /\d+\.\d+|\w+|(?:'[^']*')+|"[^"]*"|[<>!=]=|[!-&(-~]/;

function inName(_: string, first: string): string {
  return `cannot recognize input near '/' '*' '${first}' in table name`;
}

/** The failure of a statement with a block comment where Hive is known to stumble over it. */
export function commentFailure(text: string, statement: Statement): QueryError | undefined {
  const verdict = verdictOf(statement);
  if (verdict === undefined) return undefined;
  // What is handed on has one blank for several.
  const folded = text.replace(/\s{2,}/g, " ");
  const found = /^((?:\s|--[^\n]*(?:\n|$)|[A-Za-z])*)\/\*([\s\S]*?)\*\//.exec(folded);
  if (!found) return undefined;
  const [, before = "", comment = ""] = found;
  const words = before.replace(/--[^\n]*/g, "").trim().split(/\s+/);
  const key = words.join(" ").toUpperCase();
  const told = BEHIND[key];
  if (!told) return undefined;
  const [first = "*"] = FIRST.exec(comment) ?? [];
  const lines = before.split("\n");
  const place = FROM_START.includes(key) ? "1:0" : `${lines.length}:${lines.at(-1)!.length}`;
  return unparsed(`line ${place} ${told(words.at(-1) ?? "", first)}`, verdict);
}

/** How the failure is told of, of statements that Hive's parser reads; none of others. */
function verdictOf(statement: Statement): AthenaVerdict | undefined {
  switch (statement.kind) {
    case "showCreateTable":
    case "repair":
    case "describe":
      return { category: 1, type: 1003 };
    case "addColumns":
      return statement.replace ? UNSUPPORTED : { category: 1, type: 1003 };
    case "changeColumn":
    case "renameTable":
      return UNSUPPORTED;
    default:
      return undefined;
  }
}

const UNSUPPORTED = {
  category: 2,
  type: 1006,
  message: "Query type not supported by DDL engine.",
};
