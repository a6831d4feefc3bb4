/**
 * Stands in for checkip.amazonaws.com, by its name and over TLS: a proxy leads there.
 * @module
 */
import { assert } from "@std/assert";
import { join } from "node:path";

const HOST = "checkip.amazonaws.com";

/** A running stand-in. */
export interface CheckIp extends AsyncDisposable {
  /** Address that it tells its callers they come from. */
  address: string;
  /** Variables that lead a process there. */
  env: Record<string, string>;
}

/** Starts one. */
export async function startCheckIp(): Promise<CheckIp> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-checkip-" });
  const [cert, key] = [join(dir, "cert.pem"), join(dir, "key.pem")];
  const made = await new Deno.Command("openssl", {
    args: [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test"],
      ...["-addext", `subjectAltName=DNS:${HOST}`, "-keyout", key, "-out", cert],
      ...["-addext", "basicConstraints=critical,CA:FALSE"],
    ],
  }).output();
  assert(made.success, new TextDecoder().decode(made.stderr));
  const server = Deno.serve(
    {
      hostname: "127.0.0.1",
      port: 0,
      cert: await Deno.readTextFile(cert),
      key: await Deno.readTextFile(key),
      onListen: () => {},
    },
    () => new Response(`${checkIp.address}\n`),
  );
  const proxy = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  (async () => {
    for await (const connection of proxy) carry(connection, server.addr.port);
  })();
  const checkIp: CheckIp = {
    address: "203.0.113.7",
    env: { HTTPS_PROXY: `http://127.0.0.1:${proxy.addr.port}`, DENO_CERT: cert },
    [Symbol.asyncDispose]: async () => {
      proxy.close();
      await server.shutdown();
      await Deno.remove(dir, { recursive: true });
    },
  };
  return checkIp;
}

/** Answers one `CONNECT`. */
async function carry(near: Deno.TcpConn, port: number): Promise<void> {
  const buffer = new Uint8Array(4096);
  const asked = new TextDecoder().decode(buffer.subarray(0, (await near.read(buffer)) ?? 0));
  if (!asked.startsWith(`CONNECT ${HOST}:443 `)) {
    await near.write(new TextEncoder().encode("HTTP/1.1 403 Forbidden\r\n\r\n"));
    return near.close();
  }
  await near.write(new TextEncoder().encode("HTTP/1.1 200 OK\r\n\r\n"));
  const far = await Deno.connect({ hostname: "127.0.0.1", port });
  await Promise.allSettled([
    near.readable.pipeTo(far.writable),
    far.readable.pipeTo(near.writable),
  ]);
}
