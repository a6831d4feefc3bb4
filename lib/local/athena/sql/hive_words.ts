/**
 * How Athena refuses a statement that its engine's grammar takes and that of its DDL, which is
 * Hive's, does not: as it was recorded to.
 * @module
 */
import { QueryError, SYNTAX_ERROR } from "../errors.ts";
import { takesWithNames } from "./grammar/expecting.ts";
import type { Token } from "./tokens.ts";

/** What is said of a statement that only the grammar of DDL takes, or could take. */
const NOT_OF_THIS_TYPE = "Queries of this type are not supported";

const SYMBOLS = ["NOT", "RLIKE", "TEMPORARY", "DATABASE", "DATABASES"];

/** Keywords of the grammar of DDL that are names too, in the order of its messages. */
const NAMES = `SELECT FROM ADD AS ALL DISTINCT WHERE GROUP BY GROUPING SETS CUBE ROLLUP ORDER HAVING
  LIMIT AT OR AND IN NOT NO EXISTS BETWEEN LIKE RLIKE IS NULL TRUE FALSE NULLS ASC DESC FOR INTERVAL
  CASE WHEN THEN ELSE END JOIN CROSS OUTER INNER LEFT SEMI RIGHT FULL NATURAL ON LATERAL WINDOW OVER
  PARTITION RANGE ROWS UNBOUNDED PRECEDING FOLLOWING CURRENT ROW WITH VALUES CREATE TABLE VIEW REPLACE
  INSERT DELETE INTO DESCRIBE EXPLAIN FORMAT LOGICAL CODEGEN CAST SHOW TABLES COLUMNS COLUMN USE
  PARTITIONS FUNCTIONS DROP UNION EXCEPT INTERSECT TO TABLESAMPLE STRATIFY ALTER RENAME ARRAY MAP
  STRUCT COMMENT SET RESET DATA START TRANSACTION COMMIT ROLLBACK MACRO FIRST AFTER IF DIV PERCENT
  BUCKET OUT OF SORT CLUSTER DISTRIBUTE OVERWRITE TRANSFORM REDUCE USING SERDE SERDEPROPERTIES
  RECORDREADER RECORDWRITER DELIMITED FIELDS TERMINATED COLLECTION ITEMS KEYS ESCAPED LINES SEPARATED
  FUNCTION EXTENDED REFRESH CLEAR CACHE UNCACHE LAZY FORMATTED TEMPORARY OPTIONS UNSET TBLPROPERTIES
  DBPROPERTIES BUCKETS SKEWED STORED DIRECTORIES LOCATION EXCHANGE ARCHIVE UNARCHIVE FILEFORMAT TOUCH
  COMPACT CONCATENATE CHANGE CASCADE RESTRICT CLUSTERED SORTED PURGE INPUTFORMAT OUTPUTFORMAT DATABASE
  DATABASES DFS TRUNCATE ANALYZE COMPUTE LIST STATISTICS PARTITIONED EXTERNAL DEFINED REVOKE GRANT
  LOCK UNLOCK MSCK REPAIR EXPORT IMPORT LOAD ROLE ROLES COMPACTIONS PRINCIPALS TRANSACTIONS INDEX
  INDEXES LOCKS OPTION ANTI LOCAL INPATH`.split(/\s+/);

const EXPECTING = `{${
  NAMES.map((word) => SYMBOLS.includes(word) ? word : `'${word}'`).join(", ")
}, IDENTIFIER, BACKQUOTED_IDENTIFIER}`;

/**
 * Says what Athena says of a statement of DDL.
 *
 * @param text The statement
 * @param tokens Its tokens
 * @param at Index of the token that the grammar of DDL does not take
 */
export function hiveMismatch(text: string, tokens: readonly Token[], at: number): QueryError {
  const words = tokens.map(({ value }) => value);
  const token = tokens[at] as Token;
  const wrong = (message: string) => new QueryError(SYNTAX_ERROR, message, token.position);
  const noWay = (from: number) =>
    wrong(
      `no viable alternative at input '${
        escaped(text.slice((tokens[from] as Token).start, token.end))
      }'`,
    );
  const unexpected = () =>
    wrong(`mismatched input '${escaped(token.text)}' expecting ${EXPECTING}`);
  const [first, second, third] = words;
  if (first === "SHOW" && second === "CREATE") {
    return notOfThisType();
  }
  if (first === "ALTER" && words[at - 1] === "RENAME" && token.value === "COLUMN") {
    return wrong(`missing 'TO' at '${token.text}'`);
  }
  if (first === "ALTER" && words[at - 1] === "IF" && words[at - 2] === "COLUMN") {
    return wrong(`mismatched input '${token.text}' expecting {<EOF>, '.'}`);
  }
  if (first === "ALTER" || first === "CREATE") return noWay(0);
  // Which part of a name is in double quotes, which Hive takes for a string's, tells the words.
  let part = 0;
  for (let i = at; words[i - 1] === "."; i -= 2) part++;
  const describes = first === "DESCRIBE" || first === "DESC";
  const names = describes || second === "COLUMNS" || (first === "DROP" && second === "TABLE");
  if (names && part === 1) return noWay(at - 2);
  if (describes && part === 0 && third !== undefined) return noWay(0);
  return unexpected();
}

/** Error of a query that only the grammar of DDL takes. */
export function notOfThisType(): QueryError {
  return new QueryError(SYNTAX_ERROR, NOT_OF_THIS_TYPE);
}

/** Names in the grammar of DDL wherever a query of it may have one. */
const QUERY_NAMES = new Set(
  NAMES.filter((word) =>
    !/^(ANTI|CROSS|EXCEPT|FULL|INNER|INTERSECT|JOIN|LEFT|NATURAL|ON|RIGHT|SEMI|UNION)$/.test(word)
  ),
);
/** What queries of the engine have and those of DDL's grammar have not. */
const ENGINES =
  /^(->|=>|\[|\?|UNNEST|TRY_CAST|OFFSET|FETCH|RECURSIVE|ESCAPE|FILTER|LISTAGG|JSON_\w+|EXTRACT)$/;
/** Longer texts are not looked through once more. */
const MOST_TOKENS = 5_000;

/**
 * Whether a query that the engine's grammar does not take is one in the grammar of DDL, where
 * nearly every keyword is a name: `SELECT a, FROM t` is a column FROM with the alias t.
 */
export function isQueryOfDdl(tokens: readonly Token[]): boolean {
  const unlike = tokens.some(({ kind, value }) =>
    ["quoted", "digits", "unrecognized"].includes(kind) || ENGINES.test(value)
  );
  if (unlike || tokens.length > MOST_TOKENS) return false;
  const [first, second, third] = tokens.map(({ value }) => value);
  if (first === "INSERT" && third === "TABLE" && (second === "INTO" || second === "OVERWRITE")) {
    const [insert, into, , ...rest] = tokens as [Token, Token, Token, ...Token[]];
    return takesWithNames([insert, { ...into, value: "INTO" }, ...rest], QUERY_NAMES);
  }
  if (first !== "SELECT" && first !== "WITH") return false;
  // There a star is an expression like others, which may have an alias.
  const starless = tokens.map((token, i): Token =>
    token.value === "*" && /^(SELECT|DISTINCT|ALL|,)$/.test(tokens[i - 1]?.value ?? "")
      ? { ...token, kind: "word", value: "STAR" }
      : token
  );
  return takesWithNames(starless, QUERY_NAMES);
}

function escaped(text: string): string {
  return text.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
}
