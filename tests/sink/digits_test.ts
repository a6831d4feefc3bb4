import { assertEquals } from "@std/assert";
import { Buffer } from "node:buffer";
import { writeInteger } from "../../lib/sink/rows/digits.ts";
import { Chance } from "./simulation/random.ts";

function written(value: number | bigint): string {
  const out = Buffer.alloc(32, "#");
  const end = writeInteger(value, out, 3);
  assertEquals(out.toString("latin1", end), "#".repeat(32 - end));
  return out.toString("latin1", 3, end);
}

Deno.test("integers are written as JavaScript writes them", () => {
  const values: number[] = [0, Number.MAX_SAFE_INTEGER];
  for (let power = 1; power <= 1e15; power *= 10) {
    for (const times of [1, 2, 9, 9.007]) values.push(power * times - 1, power * times + 1);
    values.push(power);
  }
  // Every number of digits in each group of seven, with zeros in front and behind.
  const chance = new Chance(7);
  for (let i = 0; i < 20_000; i++) values.push(chance.below(10 ** chance.below(16)));
  for (let i = 1; i < 900; i++) values.push(i * 1e7, i * 1e13, i * 1e7 - 1, i * 1e13 - 1);
  for (const value of values.map(Math.floor)) {
    if (written(value) !== String(value)) assertEquals(written(value), String(value));
    if (value > 0) assertEquals(written(-value), String(-value));
  }
  for (const value of [2n ** 63n - 1n, -(2n ** 63n), 0n]) assertEquals(written(value), `${value}`);
});
