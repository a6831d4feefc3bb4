// @ts-self-types="./mod.d.ts"
// The standard library's CSV module, as its republisher on npm ships it.
export * from "npm:deno-std@1.4.0/csv/mod.js";
