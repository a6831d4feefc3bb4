/**
 * The pipeline on AWS: what the stack is made of, what it costs, and the settings that point at it.
 * @module
 */
export { type Account, findAccount } from "./account.ts";
export { type CloudClients, cloudClients, type Identity, whoAmI } from "./clients.ts";
export type { Resource, Template } from "./cloudformation.ts";
export { type CostLine, estimateCost } from "./estimate.ts";
export {
  checkCloudOptions,
  type CloudOptions,
  databaseName,
  DEFAULT_INSTANCE_TYPE,
  INSTANCE_TYPES,
} from "./options.ts";
export { pipelineSettings } from "./settings.ts";
export { buildTemplate } from "./template.ts";
