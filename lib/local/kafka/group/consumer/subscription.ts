/**
 * What members subscribe to: topics by name, or all whose name a pattern fits.
 * @module
 */
import { ProtocolError } from "../../protocol/errors.ts";

/** What members may name in a pattern behind a backslash: what RE2 and JavaScript both mean by it. */
const ESCAPES = /^[dDwWsSbB]$|^[^A-Za-z0-9]$/;

const patterns = new Map<string, RegExp>();
const MAX_PATTERNS = 1_000;

/**
 * Understands a pattern, of which Kafka takes those of RE2.
 *
 * @param text The pattern, which is to fit a whole name
 * @throws {ProtocolError} INVALID_REGULAR_EXPRESSION: it is none, or one that cannot be told here
 */
export function patternOf(text: string): RegExp {
  const known = patterns.get(text);
  if (known !== undefined) return known;
  const fail = (why: string): never => {
    throw new ProtocolError(
      "INVALID_REGULAR_EXPRESSION",
      `SubscribedTopicRegex \`${text}\` is not a valid regular expression: ${why}.`,
    );
  };
  for (const [, escaped] of text.matchAll(/\\(.?)/gs)) {
    if (!ESCAPES.test(escaped!)) fail(`\\${escaped} is not known here`);
  }
  const bare = text.replaceAll(/\\./gs, "");
  const group = /\(\?(?!:)/.exec(bare);
  if (group !== null) fail("groups with a flag, a name or a look around are not known here");
  if (/[*+?}]\+|\[\[:|\[\^?\]|&&/.test(bare)) {
    fail("it means different things to different engines");
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${text})$`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(error.message);
  }
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(text, pattern);
  return pattern;
}
