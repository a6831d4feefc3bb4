// @ts-self-types="./mod.d.ts"
// The standard library's assertions, as their republisher on npm ships them.
export * from "npm:deno-std@1.4.0/assert/mod.js";
