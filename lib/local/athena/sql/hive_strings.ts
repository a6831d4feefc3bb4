/**
 * What backslashes mean in Hive's strings.
 * @module
 */
const NAMED: Record<string, string> = {
  "0": "\0",
  b: "\b",
  n: "\n",
  r: "\r",
  t: "\t",
  Z: "\x1a",
  // These two stay as they are, for patterns of LIKE.
  "%": "\\%",
  _: "\\_",
};

/** The text that a string stands for, as Hive's `BaseSemanticAnalyzer` reads it. */
export function unescapeHive(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|([01][0-7]{2})|([\s\S]))/g,
    (_, unicode?: string, octal?: string, character?: string) => {
      if (unicode) return String.fromCharCode(parseInt(unicode, 16));
      if (octal) return String.fromCharCode(parseInt(octal, 8));
      return NAMED[character as string] ?? character as string;
    },
  );
}
