import { assertEquals } from "@std/assert";
import { supportedPage } from "../scripts/supported/page.ts";

/** What a formatter changes: white space, and the dashes under a table's head. */
function words(markdown: string): string[] {
  return markdown.split(/\s+/).filter((word) => !/^\|?-*\|?(-+\|?)*$/.test(word));
}

Deno.test("docs/supported.md says what the embedded services support", async () => {
  const page = await Deno.readTextFile(new URL("../docs/supported.md", import.meta.url));
  assertEquals(words(page), words(supportedPage()), "write it again with: deno task supported");
});
