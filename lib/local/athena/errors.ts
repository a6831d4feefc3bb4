/**
 * Failures of a query, in the words of Athena's engine.
 * @module
 */

/** A place in the query's text, both counted from 1, as the engine's messages do. */
export interface Position {
  line: number;
  column: number;
}

/** Codes a statement fails with before it runs, because it cannot be parsed. */
export const SYNTAX_ERROR = "SYNTAX_ERROR";

/** What the API tells of a failure beside its reason, where it is not what the code stands for. */
export interface AthenaVerdict {
  /** 1 is the system, 2 the user. */
  category?: number;
  /** Number in Athena's error catalog. */
  type?: number;
  message?: string;
}

/** A query that fails, with the engine's error code and message. */
export class QueryError extends Error {
  override name = "QueryError";
  /** Message as the engine words it: with the position, without the code. */
  readonly detail: string;
  /** Message without the position. */
  readonly text: string;

  /**
   * @param code The engine's name of the failure, such as `TABLE_NOT_FOUND`; empty where Athena gives
   *   none
   * @param message What is wrong
   * @param position Where, if the text shows it
   * @param verdict What the API tells of it
   */
  constructor(
    readonly code: string,
    message: string,
    readonly position?: Position,
    readonly verdict: AthenaVerdict = {},
  ) {
    const detail = position ? `line ${position.line}:${position.column}: ${message}` : message;
    super(code === "" ? detail : `${code}: ${detail}`);
    this.detail = detail;
    this.text = message;
  }
}

/** Says that a construct of Athena's SQL is not answered here, rather than answer it wrongly. */
export function notSupported(what: string, position?: Position): QueryError {
  return new QueryError("NOT_SUPPORTED", `${what} is not supported`, position);
}
