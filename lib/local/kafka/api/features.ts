/**
 * Features of a cluster that have levels (KIP-584), at the one that this broker has.
 * @module
 */

/** The features. */
export const FEATURES: readonly { name: string; level: number }[] = [
  // The new protocol of consumer groups (KIP-848).
  { name: "group.version", level: 1 },
];
