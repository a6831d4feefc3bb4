/**
 * What a setting is: its type, its default, its bounds.
 * @module
 */
import { ProtocolError } from "../protocol/errors.ts";

/** Types of settings, with their number in DescribeConfigs. */
export const CONFIG_TYPES = { boolean: 1, string: 2, int: 3, long: 5, double: 6, list: 7 } as const;

/** A setting. */
export interface ConfigKey {
  type: keyof typeof CONFIG_TYPES;
  fallback: string;
  /** Kafka's own default, where it is another. */
  kafkas?: string;
  /** Least and greatest value of a number. */
  min?: number;
  max?: number;
  /** A number that stands for something else, outside those bounds. */
  sentinel?: number;
  /** Values of text or of a list's elements. */
  allowed?: readonly string[];
  /** The broker's setting that a topic's follows. */
  broker?: string;
  documentation: string;
}

/** Settings that differ from the defaults, by name. */
export type Overrides = Readonly<Record<string, string>>;

/**
 * Checks a setting's name and value.
 *
 * @param keys Settings there are
 * @param name Name
 * @param value Value, as text
 * @throws {ProtocolError} INVALID_CONFIG
 */
export function checkConfig(keys: Record<string, ConfigKey>, name: string, value: string): void {
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key === undefined) {
    throw new ProtocolError("INVALID_CONFIG", `Unknown topic config name: ${name}`);
  }
  const fault = faultOf(key, value);
  if (fault === undefined) return;
  throw new ProtocolError(
    "INVALID_CONFIG",
    `Invalid value ${value} for configuration ${name}: ${fault}`,
  );
}

function faultOf(key: ConfigKey, value: string): string | undefined {
  switch (key.type) {
    case "boolean":
      return /^(true|false)$/i.test(value)
        ? undefined
        : "Expected value to be either true or false";
    case "int":
    case "long":
    case "double": {
      const number = Number(value);
      const whole = key.type === "double" || /^-?\d+$/.test(value.trim());
      if (!whole || Number.isNaN(number) || value.trim() === "") {
        return `Not a number of type ${key.type.toUpperCase()}`;
      }
      if (key.type !== "double" && !fits(value.trim(), key.type === "int" ? 32 : 64)) {
        return `Not a number of type ${key.type.toUpperCase()}`;
      }
      if (number === key.sentinel) return undefined;
      if (key.min !== undefined && number < key.min) return `Value must be at least ${key.min}`;
      return key.max !== undefined && number > key.max
        ? `Value must be no more than ${key.max}`
        : undefined;
    }
    case "string":
    case "list": {
      const allowed = key.allowed;
      const values = key.type === "list" ? listItems(value) : [value];
      return allowed === undefined || values.every((item) => allowed.includes(item))
        ? undefined
        : `String must be one of: ${allowed.join(", ")}`;
    }
  }
}

function fits(digits: string, bits: number): boolean {
  return BigInt.asIntN(bits, BigInt(digits)) === BigInt(digits);
}

/** The elements of a list. */
export function listItems(value: string): string[] {
  return value.split(",").map((item) => item.trim()).filter((item) => item !== "");
}
