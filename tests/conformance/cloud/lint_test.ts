/** The template held against cfn-lint, the set-up script against shellcheck. */
import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { buildTemplate } from "../../../lib/cloud/template.ts";
import { hasPython, pythonWith } from "../tools.ts";

const SCRIPT = new URL("../../../lib/cloud/instance/broker_setup.sh", import.meta.url);
const ignore = !(await hasPython());
if (ignore) console.warn("skipped: cfn-lint and shellcheck, which need python3 with pip");

async function run(program: string, args: string[]): Promise<string> {
  const { env } = await pythonWith("lint");
  const { stdout, stderr } = await new Deno.Command(program, { args, env }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

for (const publicFrom of [undefined, "203.0.113.7"]) {
  Deno.test({
    name: `cfn-lint finds nothing in the ${publicFrom ? "public" : "closed"} template`,
    ignore,
    async fn() {
      const file = await Deno.makeTempFile({ suffix: ".json" });
      try {
        const template = buildTemplate(
          {
            stackName: "tickertape",
            instanceType: "t4g.micro",
            dataPrefix: "stock_market",
            ...(publicFrom ? { publicFrom } : {}),
          },
          await Deno.readTextFile(SCRIPT),
        );
        await Deno.writeTextFile(file, JSON.stringify(template, null, 1));
        assertEquals(await run("cfn-lint", [file]), "");
      } finally {
        await Deno.remove(file);
      }
    },
  });
}

Deno.test({
  name: "shellcheck finds nothing in the set-up script",
  ignore,
  async fn() {
    assertEquals(await run("shellcheck", [fileURLToPath(SCRIPT)]), "");
  },
});
