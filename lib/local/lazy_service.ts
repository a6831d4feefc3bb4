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
  // What could not be loaded, such as a package while there is no network, may be loaded later.
  const loadOnce = () =>
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
  return {
    target,
    async handle(operation, input) {
      return await (await loadOnce()).handle(operation, input);
    },
    async close() {
      // A service that could not be loaded has said so to whoever asked for it, and holds nothing.
      const service = await loading?.catch(() => undefined);
      await service?.close();
    },
  };
}
