/** Ctrl-C of a task: the first ends it in good order, one more at once. */
import { assertEquals } from "@std/assert";
import { pause } from "../../lib/pause.ts";
import { frontOf, prices, services } from "../sink/services.ts";
import { NO_SIGNALS, skippedOnWindows } from "../windows.ts";
import { startTask } from "./run_task.ts";

/** Longer than signals of one key are apart where nothing is busy. */
const LATER_MS = 700;

const calls: [name: string, env: Record<string, string>, code: number][] = [
  ["one more Ctrl-C ends a task at once", {}, 130],
  ["what npx passes on late is the same Ctrl-C", { npm_lifecycle_event: "npx" }, 0],
];

for (const [name, called, ends] of calls) {
  Deno.test({
    name,
    ignore: skippedOnWindows(name, NO_SIGNALS),
    fn: async () => {
      await using test = await services();
      await test.createTopic(1);
      await test.send(prices(3));
      const writing = Promise.withResolvers<void>();
      const held = Promise.withResolvers<undefined>();
      await using s3 = frontOf(test, () => {
        writing.resolve();
        return held.promise;
      });
      const env = { ...test.env, AWS_ENDPOINT_URL: s3.config.aws.endpoint ?? "", ...called };
      const child = startTask("consume", ["--flush-seconds", "0.1"], { env });
      await writing.promise;
      // It cannot end in good order yet.
      child.kill("SIGINT");
      await pause(LATER_MS);
      child.kill("SIGINT");
      if (ends !== 0) assertEquals((await child.status).code, ends);
      else await pause(LATER_MS);
      held.resolve(undefined);
      const { code, stderr } = await child.output();
      assertEquals(code, ends, new TextDecoder().decode(stderr));
    },
  });
}
