/** Types as the catalog writes and reads them, and merged. */
import { assertEquals } from "@std/assert";
import {
  compatible,
  mergeTypes,
  parseTypeName,
  typeName,
} from "../../../lib/local/glue/crawler/classify/glue_type.ts";

const NAMES = [
  "int",
  "decimal(10,2)",
  "array<int>",
  "map<string,double>",
  "struct<a:int,B:string>",
  "array<struct<k:map<string,array<int>>,price:decimal(10,2)>>",
];

for (const name of NAMES) {
  Deno.test(`type ${name} is read as it is written`, () => {
    assertEquals(typeName(parseTypeName(name)), name);
  });
}

const MERGES: [a: string, b: string, both: string, fit: boolean][] = [
  ["tinyint", "smallint", "smallint", true],
  ["int", "bigint", "bigint", true],
  ["bigint", "double", "double", true],
  // A float holds too few digits for either.
  ["int", "float", "double", true],
  ["float", "double", "double", true],
  ["float", "float", "float", true],
  ["int", "boolean", "string", false],
  ["date", "timestamp", "string", false],
  ["decimal(10,2)", "decimal(12,2)", "string", false],
  ["array<int>", "array<double>", "array<double>", true],
  ["array<int>", "int", "string", false],
  ["array<int>", "struct<a:int>", "string", false],
  ["map<string,int>", "map<string,bigint>", "map<string,bigint>", true],
  ["struct<a:int>", "struct<b:int>", "struct<a:int,b:int>", true],
];

for (const [a, b, both, fit] of MERGES) {
  Deno.test(`types ${a} and ${b} together are ${both}`, () => {
    const [left, right] = [parseTypeName(a), parseTypeName(b)];
    assertEquals(typeName(mergeTypes(left, right)), both);
    assertEquals(compatible(left, right), fit);
    assertEquals(compatible(right, left), fit);
  });
}
