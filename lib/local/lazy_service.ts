/**
 * A service that is loaded when it is first asked for something.
 * @module
 */
import type { JsonService } from "./types.ts";

/**
 * Puts off the loading of a service to its first request.
 *
 * @param target The service's target
 * @param load Loads and makes the service
 * @returns A service that stands for it
 */
export function lazyService(target: string, load: () => Promise<JsonService>): JsonService {
  let loading: Promise<JsonService> | undefined;
  return {
    target,
    async handle(operation, input) {
      return await (await (loading ??= load())).handle(operation, input);
    },
    async close() {
      // A service that could not be loaded has said so to whoever asked for it, and holds nothing.
      const service = await loading?.catch(() => undefined);
      await service?.close();
    },
  };
}
