/**
 * Numbers as text, the way Java prints them.
 * @module
 */

/** A decimal number: a whole number of units of `10^-scale`. */
export interface Unscaled {
  value: bigint;
  scale: number;
}

/** A double as `Double.toString` prints it: `1.0E10`, `0.001`, `NaN`. */
export function doubleText(value: number): string {
  const absolute = Math.abs(value);
  const digits = String(absolute);
  // Of two digits, where one would do: the smallest double is 4.9E-324.
  return javaText(value, /^\de/.test(digits) ? absolute.toPrecision(2) : digits);
}

/** A float as `Float.toString` prints it: the fewest digits that give it back. */
export function realText(value: number): string {
  const absolute = Math.abs(value);
  if (!Number.isFinite(value) || value === 0) return javaText(value, String(absolute));
  for (let digits = 2; digits < 10; digits++) {
    const text = absolute.toPrecision(digits);
    if (Math.fround(Number(text)) === absolute) return javaText(value, String(Number(text)));
  }
  return javaText(value, String(absolute));
}

function javaText(value: number, digitsText: string): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const absolute = Math.abs(value);
  if (absolute === Infinity) return `${sign}Infinity`;
  if (absolute === 0) return `${sign}0.0`;
  const [mantissa = "", exponentText] = digitsText.split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  const all = whole + fraction;
  const leading = all.length - all.replace(/^0+/, "").length;
  const digits = all.slice(leading).replace(/0+$/, "") || "0";
  // Value = 0.d1d2d3… × 10^point
  const point = whole.length - leading + Number(exponentText ?? 0);
  if (absolute >= 1e-3 && absolute < 1e7) {
    if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
    const left = digits.slice(0, point).padEnd(point, "0");
    return `${sign}${left}.${digits.slice(point) || "0"}`;
  }
  return `${sign}${digits[0]}.${digits.slice(1) || "0"}E${point - 1}`;
}

/** A double as a cast to varchar gives it: always with an exponent, as `1.5E0`. */
export function scientificText(shown: string): string {
  const found = /^(-?)(\d+)\.(\d+)(?:E(-?\d+))?$/.exec(shown);
  if (!found) return shown;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = found;
  const digits = (whole + fraction).replace(/^0+/, "").replace(/0+$/, "");
  if (digits === "") return `${sign}0E0`;
  const leading = (whole + fraction).search(/[1-9]/);
  const power = whole.length - 1 - leading + Number(exponent);
  return `${sign}${digits[0]}.${digits.slice(1) || "0"}E${power}`;
}

/** The decimal number that a text with digits, and maybe a point, is. */
export function unscaled(text: string): Unscaled {
  const [whole = "", fraction = ""] = text.split(".");
  return { value: BigInt(whole + fraction), scale: fraction.length };
}

/** A whole number of units of `10^-scale` as a decimal number. */
export function decimalText(value: bigint, scale: number): string {
  const sign = value < 0n ? "-" : "";
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, "0");
  if (scale === 0) return sign + digits;
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
