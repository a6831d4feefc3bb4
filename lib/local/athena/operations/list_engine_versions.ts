/**
 * `ListEngineVersions`
 * @module
 */
import type { Operation } from "../context.ts";
import { page } from "./input.ts";
import { ENGINE_VERSION } from "./work_groups.ts";

const VERSIONS = [
  ENGINE_VERSION,
  { ...ENGINE_VERSION, SelectedEngineVersion: ENGINE_VERSION.EffectiveEngineVersion },
];

export const listEngineVersions: Operation = (_, input) => {
  const { items, next } = page(VERSIONS, input, 10);
  return { EngineVersions: items, ...next };
};
