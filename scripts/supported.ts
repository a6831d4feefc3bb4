/** `deno task supported`: writes docs/supported.md again. */
import { join } from "node:path";
import { projectDir } from "../lib/config.ts";
import { runTask } from "./cli/task.ts";
import { supportedPage } from "./supported/page.ts";

await runTask({
  name: "supported",
  summary: "Writes docs/supported.md from the embedded services' own tables.",
  example: "supported",
  async run(_flags, { log }) {
    const file = join(projectDir, "docs", "supported.md");
    await Deno.writeTextFile(file, supportedPage());
    log(`Wrote ${file}; format it with: deno fmt docs/supported.md`);
  },
});
