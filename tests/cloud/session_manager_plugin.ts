/**
 * Stands in for Session Manager's plugin: takes what the plugin takes, prints what it prints, and
 * really carries a port, to one of this machine instead of an instance's.
 *
 * Variables: `STANDIN_RECORD`, file for what it was called with; `STANDIN_TARGET`, port it leads to;
 * `STANDIN_VERSION`; `STANDIN_ENDS`, to end as the plugin does when a session times out.
 */
const get = (name: string) => Deno.env.get(name) ?? "";

if (Deno.args[0] === "--version") {
  console.log(get("STANDIN_VERSION") || "1.2.707.0");
  Deno.exit(0);
}

await Deno.writeTextFile(
  get("STANDIN_RECORD"),
  JSON.stringify({
    args: Deno.args,
    session: JSON.parse(get(Deno.args[0] ?? "")),
    host: get("SSM_PLUGIN_LOCAL_HOST"),
  }),
);
const { Parameters } = JSON.parse(Deno.args[4] ?? "");
const port = Number(Parameters.localPortNumber[0]);
console.log("\nStarting session with SessionId: test-0123");
if (get("STANDIN_ENDS") === "before") {
  // The plugin ends well whatever happened.
  console.log("Cannot perform start session: unable to determine SessionType");
  Deno.exit(0);
}
const listener = Deno.listen({ hostname: "127.0.0.1", port });
console.log(`Port ${port} opened for sessionId test-0123.\nWaiting for connections...`);
Deno.addSignalListener("SIGINT", () => {
  console.log("Terminate signal received, exiting.");
  Deno.exit(0);
});
if (get("STANDIN_ENDS") === "after") {
  console.log("Session: test-0123 timed out.");
  Deno.exit(0);
}
for await (const near of listener) {
  const far = await Deno.connect({ hostname: "127.0.0.1", port: Number(get("STANDIN_TARGET")) });
  // Whichever side hangs up, both are done.
  Promise.allSettled([near.readable.pipeTo(far.writable), far.readable.pipeTo(near.writable)]);
}
