/** Opens a tunnel, as `deno task aws tunnel` does, at the port and the AWS that its arguments name. */
import { cloudClients } from "../../lib/cloud/clients.ts";
import { requirePlugin, tunnel } from "../../lib/cloud/tunnel.ts";
import { runTask } from "../../scripts/cli/task.ts";

await runTask({
  name: "tunnel",
  summary: "Opens a tunnel.",
  example: "tunnel",
  flags: (command) => command.argument("<endpoint>").argument("<port>"),
  run: async (_flags: object, context) => {
    const [endpoint = "", port] = context.args;
    const aws = { region: "eu-west-1", endpoint, profile: "class" };
    await requirePlugin();
    await tunnel(
      cloudClients({ ...aws, credentials: { accessKeyId: "test", secretAccessKey: "test" } }),
      {
        instanceId: "i-0123",
        port: Number(port),
        aws,
        signal: context.signal,
        onOpen: () => context.log("open"),
      },
    );
  },
});
