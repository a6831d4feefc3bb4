/**
 * The `Expression` of `GetPartitions`, in the grammar of
 * https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html
 * @module
 */
import type { Column } from "@aws-sdk/client-glue";
import { AwsError } from "../aws_error.ts";

/** Whether a partition's values pass a filter. */
export type PartitionTest = (values: readonly string[]) => boolean;

type Value = string | number | bigint;

const INTEGRAL = ["int", "integer", "bigint", "long", "tinyint", "smallint"];
const TOKEN =
  /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|(<>|!=|>=|<=|=|<|>)|([(),])|([\w.]+|`[^`]+`))/y;

/**
 * Compiles a filter.
 *
 * @param expression SQL like that of a WHERE clause over the partition keys
 * @param keys The table's partition keys
 * @returns A test of partitions' values
 * @throws {AwsError} `InvalidInputException` where it cannot be read or names no partition key;
 * the test itself throws `InvalidStateException` where a value does not have its key's type
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const test = partitionFilter("dt >= '2024-02-01'", [{ Name: "dt", Type: "string" }]);
 * assertEquals(test(["2024-03-01"]), true);
 * assertEquals(test(["2024-01-31"]), false);
 * ```
 */
export function partitionFilter(expression: string, keys: readonly Column[]): PartitionTest {
  const tokens = tokenize(expression);
  let at = 0;
  const unsupported = () =>
    new AwsError("InvalidInputException", `Unsupported expression '${expression}'`);
  const isNext = (word: string) => tokens[at]?.toUpperCase() === word;
  const take = (word: string) => isNext(word) && ++at > 0;
  const need = (word: string) => {
    if (!take(word)) throw unsupported();
  };

  const either = (): PartitionTest => {
    let left = both();
    while (take("OR")) {
      const [first, second] = [left, both()];
      left = (values) => first(values) || second(values);
    }
    return left;
  };
  const both = (): PartitionTest => {
    let left = term();
    while (take("AND")) {
      const [first, second] = [left, term()];
      left = (values) => first(values) && second(values);
    }
    return left;
  };
  const term = (): PartitionTest => {
    if (take("NOT")) {
      const inner = term();
      return (values) => !inner(values);
    }
    if (take("(")) {
      const inner = either();
      need(")");
      return inner;
    }
    return condition();
  };
  const condition = (): PartitionTest => {
    const name = tokens[at++];
    if (name === undefined || !/^[\w.`]/.test(name)) throw unsupported();
    const key = column(name.replace(/`/g, ""), keys);
    if (take("IS")) {
      const not = take("NOT");
      need("NULL");
      // A value of a partition is a text, and so never null.
      return () => not;
    }
    const not = take("NOT");
    const test = comparison(key);
    return not ? (values) => !test(values) : test;
  };
  const literal = (key: Key): Value => {
    if (take("(")) {
      const value = literal(key);
      need(")");
      return value;
    }
    const token = tokens[at++];
    const text = token?.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
    if (text === undefined || (text === token && !/^-?\d/.test(text))) throw unsupported();
    return key.read(text, "InvalidInputException");
  };
  const comparison = (key: Key): PartitionTest => {
    if (take("IN")) {
      need("(");
      const wanted = [literal(key)];
      while (take(",")) wanted.push(literal(key));
      need(")");
      return (values) => wanted.includes(key.value(values));
    }
    if (take("BETWEEN")) {
      const low = literal(key);
      need("AND");
      const high = literal(key);
      return (values) => key.value(values) >= low && key.value(values) <= high;
    }
    if (take("LIKE")) {
      key.requireText();
      const pattern = likePattern(String(literal(key)));
      return (values) => pattern.test(String(key.value(values)));
    }
    const operator = tokens[at++];
    const compare = operator === undefined ? undefined : COMPARISONS[operator];
    if (compare === undefined) throw unsupported();
    const right = literal(key);
    return (values) => compare(key.value(values), right);
  };

  if (tokens.length === 0) throw unsupported();
  const test = either();
  if (at < tokens.length) throw unsupported();
  return test;
}

const COMPARISONS: Record<string, (left: Value, right: Value) => boolean> = {
  "=": (left, right) => left === right,
  "<>": (left, right) => left !== right,
  "!=": (left, right) => left !== right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

interface Key {
  read(text: string, code: string): Value;
  value(values: readonly string[]): Value;
  requireText(): void;
}

function column(name: string, keys: readonly Column[]): Key {
  const index = keys.findIndex((key) => key.Name?.toLowerCase() === name.toLowerCase());
  if (index === -1) throw new AwsError("InvalidInputException", "Invalid partition expression!");
  const type = (keys[index]?.Type ?? "string").toLowerCase().replace(/\(.*$/, "");
  const read = (text: string, code: string) => readValue(type, text, code);
  return {
    read,
    value: (values) => read(values[index] ?? "", "InvalidStateException"),
    requireText() {
      const name = INTEGRAL.includes(type)
        ? "Integral"
        : type.charAt(0).toUpperCase() + type.slice(1);
      if (!["string", "char", "varchar"].includes(type)) {
        throw new AwsError(
          "InvalidInputException",
          `${name} data type doesn't support operation 'LIKE'`,
        );
      }
    },
  };
}

function readValue(type: string, text: string, code: string): Value {
  if (INTEGRAL.includes(type)) {
    if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace(/^\+/, ""));
    throw new AwsError(code, `"${text}" is not an integer.`);
  }
  switch (type) {
    case "string":
    case "char":
    case "varchar":
      return text;
    case "decimal":
      if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return Number(text);
      throw new AwsError(code, `${text} is not a decimal.`);
    case "date":
      if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
      throw new AwsError(code, `${text} is not a date.`);
    case "timestamp":
      if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?$/.test(text)) {
        return text.replace(/\.?0*$/, (zeros) => text.includes(".") ? "" : zeros);
      }
      throw new AwsError(
        code,
        `Timestamp format must be yyyy-mm-dd hh:mm:ss[.fffffffff] ${text} is not a timestamp.`,
      );
    default:
      throw new AwsError("InvalidInputException", `Unknown type : '${type}'`);
  }
}

function likePattern(pattern: string): RegExp {
  const source = pattern.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    .replaceAll("_", ".").replaceAll("%", ".*");
  return new RegExp(`^${source}$`, "su");
}

function tokenize(expression: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < expression.trimEnd().length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(expression);
    if (match === null) {
      throw new AwsError("InvalidInputException", `Unsupported expression '${expression}'`);
    }
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? "");
    at = TOKEN.lastIndex;
  }
  return tokens;
}
