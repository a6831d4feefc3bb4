/**
 * Why a service could not listen, and what to do.
 * @module
 */
import { DEFAULT_AWS_PORT } from "../config.ts";
import { TickertapeError } from "../errors.ts";
import { stackAt } from "./find_stack.ts";

/**
 * Tells a failure to listen in the reader's words.
 *
 * @param error What listening threw
 * @param service Name of the service
 * @param flag Flag that chooses its port
 * @param port The port
 * @param isRefused Whether the system refuses to let anybody listen at the port
 * @returns `PORT_IN_USE` or `PORT_NOT_ALLOWED`; `undefined` where the failure is another one
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const refused = new Deno.errors.PermissionDenied("os error 13");
 * const error = await portError(refused, "Kafka", "--kafka-port", 80, () => true);
 * assertEquals(error?.code, "PORT_NOT_ALLOWED");
 * ```
 */
export async function portError(
  error: unknown,
  service: string,
  flag: string,
  port: number,
  isRefused: (port: number) => boolean = refuses,
): Promise<TickertapeError | undefined> {
  const setting = service === "Kafka" ? "KAFKA_BROKERS" : "AWS_ENDPOINT_URL";
  const another =
    `Choose another port with ${flag} PORT; ${flag} 0 picks a free one, where the other ` +
    `tasks and the notebooks find it unless ${setting} says otherwise`;
  // Windows keeps ranges of ports to itself, and elsewhere those below 1024 are the administrator's.
  // A service that starts opens files too: it is the port only where the port alone is refused.
  if (error instanceof Deno.errors.PermissionDenied && isRefused(port)) {
    return new TickertapeError({
      code: "PORT_NOT_ALLOWED",
      message: `Could not start ${service}: the system does not let this program use port ${port}`,
      remedy: `On Windows this lists the ports that are kept: ` +
        `netsh interface ipv4 show excludedportrange protocol=tcp\n${another}`,
      cause: error,
    });
  }
  if (!(error instanceof Deno.errors.AddrInUse)) return undefined;
  const other = await stackAt(`http://127.0.0.1:${port}`) ??
    await stackAt(`http://127.0.0.1:${DEFAULT_AWS_PORT}`);
  const there = other !== undefined &&
    [other.kafka, other.aws].some((address) => address.endsWith(`:${port}`));
  const who = there
    ? `another tickertape stack (process ${other.pid}, folder ${other.dataDir})`
    : "another program";
  return new TickertapeError({
    code: "PORT_IN_USE",
    message: `Could not start ${service}: port ${port} is in use by ${who}`,
    remedy: there
      ? `Use that one, or stop it with: deno task local --stop --data-dir ${other.dataDir}\n${another}`
      : `This tells which one: ${listenersOf(port)}\n${another}`,
    cause: error,
  });
}

/** The command that tells who listens at a port, on this system. */
function listenersOf(port: number): string {
  return Deno.build.os === "windows"
    ? `netstat -ano | findstr :${port}`
    : `lsof -nP -iTCP:${port} -sTCP:LISTEN`;
}

function refuses(port: number): boolean {
  try {
    Deno.listen({ hostname: "127.0.0.1", port }).close();
    return false;
  } catch (error) {
    return error instanceof Deno.errors.PermissionDenied;
  }
}
