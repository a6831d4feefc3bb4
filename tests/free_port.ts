/**
 * Ports for programs that cannot pick one themselves, or that come back to the one they had.
 * @module
 */

/**
 * A port of the loopback that nothing listens on. It is none of those that a system gives to who
 * asks for any port, so that no other program is given it before it is used.
 */
export function freePort(): number {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    try {
      Deno.listen({ hostname: "127.0.0.1", port }).close();
      return port;
    } catch (error) {
      if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    }
  }
}
