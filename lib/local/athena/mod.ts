/**
 * The embedded Athena: its API, its SQL, its results.
 * @module
 */
export type { AthenaOptions } from "./context.ts";
export type { AthenaSettings } from "./settings.ts";
export { createAthena } from "./service.ts";
export { SUPPORTED, type SupportedFeatures } from "./supported.ts";
