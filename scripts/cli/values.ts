/**
 * Parsers of flags' values, for `Command.option`. What they refuse is wrong usage.
 * @module
 */
import { InvalidArgumentError } from "commander";
import { isTopicName, TOPIC_NAME_RULE } from "../../lib/topic_name.ts";
import { formatCount } from "./format.ts";

/** Most seconds that a flag takes: a day. Past 24 days a timer would fire at once. */
const MAX_SECONDS = 86_400;

/** Most partitions of a topic; clusters refuse far fewer. */
const MAX_PARTITIONS = 10_000;

/**
 * Parser of a flag that takes a whole number.
 *
 * @param least Smallest number taken
 * @param most Largest number taken
 * @returns The parser
 */
export function wholeNumber(least = 1, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    const range = most === Number.MAX_SAFE_INTEGER
      ? `${least} or more`
      : `${least} to ${formatCount(most)}`;
    throw new InvalidArgumentError(`It takes a whole number, ${range}.`);
  };
}

/**
 * Parser of a flag that takes a number with decimals, such as seconds.
 *
 * @param range `most`: the largest number taken; `least`: the smallest, any above 0 by default
 * @returns The parser
 */
export function decimalNumber(range: { least?: number; most: number }): (text: string) => number {
  const { least, most } = range;
  return (text) => {
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : NaN;
    if (value > 0 && value >= (least ?? 0) && value <= most) return value;
    const from = least === undefined ? "above 0, up to" : `from ${least} to`;
    throw new InvalidArgumentError(`It takes a number ${from} ${formatCount(most)}.`);
  };
}

/** Parser of a flag that takes seconds. */
export const seconds: (text: string) => number = decimalNumber({ most: MAX_SECONDS });

/** Parser of a flag that takes a TCP port, or 0 for any. */
export const port: (text: string) => number = wholeNumber(0, 65_535);

/** Parser of a flag that takes a topic's number of partitions. */
export const partitions: (text: string) => number = wholeNumber(1, MAX_PARTITIONS);

/**
 * Parser of a flag that takes a file or a folder.
 *
 * @param text The flag's value
 * @returns The path
 */
export function path(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("It takes a path, and there is none.");
}

/**
 * Parser of a flag or an argument that takes a topic's name.
 *
 * @param text The value
 * @returns The name
 */
export function topicName(text: string): string {
  if (isTopicName(text)) return text;
  throw new InvalidArgumentError(TOPIC_NAME_RULE);
}
