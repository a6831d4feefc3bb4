/**
 * The embedded Athena: its API, its SQL, its results.
 * @module
 */
export type { AthenaOptions, AthenaSettings } from "./context.ts";
export { createAthena } from "./service.ts";
export { SUPPORTED, type SupportedFeatures } from "./supported.ts";
