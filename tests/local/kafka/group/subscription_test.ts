import { assertEquals, assertThrows } from "@std/assert";
import { patternOf } from "../../../../lib/local/kafka/group/consumer/subscription.ts";
import { ProtocolError } from "../../../../lib/local/kafka/protocol/errors.ts";

Deno.test("a pattern fits whole names", () => {
  for (
    const [pattern, fits, not] of [
      ["stock", "stock", "stocks"],
      ["stock.*", "stock-ticks", "my-stock"],
      ["a|b", "b", "ab"],
      ["(?:us|eu)[-_]\\d{2,3}", "eu_12", "eu_1"],
      ["a\\.b", "a.b", "acb"],
      ["[^x]+?", "abc", "axc"],
      ["^a$", "a", "b"],
    ] as const
  ) {
    assertEquals(patternOf(pattern).test(fits), true, `${pattern} fits ${fits}`);
    assertEquals(patternOf(pattern).test(not), false, `${pattern} does not fit ${not}`);
  }
});

Deno.test("a pattern that is none, or that RE2 and JavaScript read differently, is refused", () => {
  const patterns = [
    ...["a[", "(a", "a**", "*a", "a{2,1}", "a\\"],
    // RE2 knows none of these.
    ...["a(?=b)", "a(?!b)", "(?<=a)b", "(?<!a)b", "(a)\\1", "(?<n>a)\\k<n>"],
    // JavaScript knows them not, or as something else.
    ...["(?i)a", "(?P<n>a)", "\\Qa.b\\E", "\\Aa\\z", "[[:alpha:]]", "\\pL", "a++"],
  ];
  for (const pattern of patterns) {
    const { error } = assertThrows(() => patternOf(pattern), ProtocolError);
    assertEquals(error, "INVALID_REGULAR_EXPRESSION", pattern);
  }
});
