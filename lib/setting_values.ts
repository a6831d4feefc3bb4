/**
 * What the values of settings may be. What cannot be used is refused by the setting's name.
 * @module
 */
import { parseEnv } from "node:util";
import { UsageError } from "./errors.ts";

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]", "::1"];

/**
 * Takes one of a few words.
 *
 * @param name The setting
 * @param value Its value
 * @param allowed The words
 * @returns The word
 * @throws {UsageError} It is none of them
 */
export function oneOf<const T extends string>(
  name: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `${name} is '${value}', which is none of ${allowed.join(", ")}`,
    `Set ${name} to one of ${allowed.join(", ")}, or leave it unset`,
  );
}

/**
 * Takes a list of brokers. With port 0 an embedded stack that is started picks a free one.
 *
 * @param name The setting
 * @param value Brokers, `host:port` each, separated by commas
 * @returns The brokers
 * @throws {UsageError} One of them is no `host:port`
 */
export function brokerList(name: string, value: string): string[] {
  const brokers = value.split(",").map((item) => item.trim()).filter((item) => item !== "");
  if (brokers.length === 0) brokers.push("");
  for (const broker of brokers) {
    const port = /^(?:\[[\da-f:.]+\]|[^\s:/[\]]+):(\d{1,5})$/i.exec(broker)?.[1];
    if (Number(port) <= 65_535) continue;
    throw new UsageError(
      `${name} is '${value}', and '${broker}' is no host and port`,
      `Set ${name} to host:port, such as 127.0.0.1:9092; several with commas between them`,
    );
  }
  return brokers;
}

/**
 * Takes the URL of a service.
 *
 * @param name The setting
 * @param value Its value
 * @returns The value
 * @throws {UsageError} It is no URL of HTTP
 */
export function httpUrl(name: string, value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
  throw new UsageError(
    `${name} is '${value}', which is no URL`,
    `Set ${name} to a URL, such as http://127.0.0.1:4566, or leave it unset`,
  );
}

/**
 * Takes the name of a bucket.
 *
 * @param name The setting
 * @param value Its value
 * @returns The value
 * @throws {UsageError} S3 does not take it
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function bucketName(name: string, value: string): string {
  if (/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(value) && !value.includes("..")) return value;
  throw new UsageError(
    `${name} is '${value}', which is no name of a bucket`,
    "A bucket's name has 3 to 63 lower-case letters, digits, hyphens and dots, and no s3:// before it.",
  );
}

/**
 * Takes the first part of objects' keys.
 *
 * @param name The setting
 * @param value Its value
 * @returns The prefix, without slashes at its ends
 * @throws {UsageError} A folder in it has no name, or one that means another folder
 */
export function keyPrefix(name: string, value: string): string {
  const prefix = value.replace(/^\/+|\/+$/g, "");
  const folders = prefix === "" ? [] : prefix.split("/");
  if (!folders.some((folder) => ["", ".", ".."].includes(folder))) return prefix;
  throw new UsageError(
    `${name} is '${value}', which has a folder without a name, or one called . or ..`,
    `Set ${name} to folders with slashes between them, such as raw/stock_market`,
  );
}

/**
 * Refuses an endpoint that is not on this machine: with the target `local` nobody is billed, whatever
 * AWS account they are signed in to.
 *
 * @param name The setting
 * @param url The endpoint
 * @param shown The endpoint as it was set
 * @throws {UsageError} It is not on this machine
 */
export function requireLoopback(name: string, url: string, shown: string): void {
  if (URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname)) return;
  throw new UsageError(
    `${name} is '${shown}', which is not on this machine, while PIPELINE_TARGET is local`,
    `Set PIPELINE_TARGET=aws to use real services, or unset ${name} to use the embedded stack`,
  );
}

/**
 * Reads the text of a file of settings.
 *
 * @param text Lines such as `KAFKA_TOPIC=prices`
 * @param file The file, for the error
 * @returns The values by their names
 * @throws {UsageError} It was read as UTF-8, and is none: every name in it would be another
 */
export function settingsIn(text: string, file: string): Record<string, string | undefined> {
  if (text.includes("\0")) {
    throw new UsageError(
      `Could not read the settings in ${file}: it is no UTF-8 text, but maybe UTF-16`,
      "Save it as UTF-8. In PowerShell: Set-Content -Encoding utf8 .env (Get-Content .env)",
    );
  }
  // Editors on Windows may put a byte-order mark first, which would be part of the first name.
  return parseEnv(text.replace(/^\uFEFF/, ""));
}
