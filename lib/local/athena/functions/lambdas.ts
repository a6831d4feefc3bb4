/**
 * Lambdas as DuckDB writes them, put into other SQL.
 * @module
 */

/** The parameters of a lambda, as they are written, and its body. */
export function lambda(sql: string): [parameters: string, body: string] {
  const colon = sql.indexOf(": ");
  return [sql.slice("lambda ".length, colon), sql.slice(colon + 2)];
}

/** Puts other SQL where a lambda's parameters stand; their names stand nowhere else. */
export function substitute(body: string, ...pairs: string[]): string {
  let result = body;
  for (let i = 0; i < pairs.length; i += 2) {
    result = result.replace(
      new RegExp(`\\b${pairs[i]}\\b`, "g"),
      () => pairs[i + 1] as string,
    );
  }
  return result;
}
