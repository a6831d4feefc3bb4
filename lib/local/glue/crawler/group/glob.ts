/**
 * Exclude patterns of a crawler's target, by the rules of
 * https://docs.aws.amazon.com/glue/latest/dg/define-crawler.html ("Include and exclude patterns").
 * @module
 */

/**
 * Compiles an exclude pattern.
 *
 * @param pattern Unix-style glob, relative to the include path
 * @returns Expression that matches the keys, relative to the include path, that are left out
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(compileGlob("departments/market*").test("departments/market-us.json"), true);
 * assertEquals(compileGlob("*.csv").test("employees/john.csv"), false);
 * ```
 */
export function compileGlob(pattern: string): RegExp {
  let source = "";
  let inGroup = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern.charAt(at);
    if (char === "\\") {
      at++;
      source += escape(pattern.charAt(at) || "\\");
    } else if (char === "*" && pattern[at + 1] === "*") {
      source += ".*";
      at++;
    } else if (char === "*") {
      source += "[^/]*";
    } else if (char === "?") {
      source += "[^/]";
    } else if (char === "[") {
      const close = pattern.indexOf("]", at + 2);
      if (close === -1) {
        source += "\\[";
      } else {
        source += brackets(pattern.slice(at + 1, close));
        at = close;
      }
    } else if (char === "{" && !inGroup && pattern.includes("}", at)) {
      inGroup = true;
      source += "(?:";
    } else if (char === "}" && inGroup) {
      inGroup = false;
      source += ")";
    } else if (char === "," && inGroup) {
      source += "|";
    } else {
      source += escape(char);
    }
  }
  return new RegExp(`^${source}$`, "su");
}

function brackets(inside: string): string {
  const negated = inside.startsWith("!");
  const set = (negated ? inside.slice(1) : inside)
    .replace(/^-/, "\\-")
    .replace(/[\\^\[\]&~|{}()]/g, (char) => char === "\\" ? char : `\\${char}`);
  return `(?!/)[${negated ? "^" : ""}${set.replace(/\\(?![-^\[\]&~|{}()])/g, "\\\\")}]`;
}

function escape(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
