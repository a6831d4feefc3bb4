/**
 * Which topic names there are, and the folders their logs lie in.
 * @module
 */
import { ProtocolError } from "./protocol/errors.ts";

const MAX_LENGTH = 249;

/** Names that Windows keeps for devices, whatever stands behind a dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * Checks a name by Kafka's rules, which keep it inside its folder, too.
 *
 * @param name Name of a topic
 * @throws {ProtocolError} INVALID_TOPIC_EXCEPTION, with the rule that is broken
 */
export function checkTopicName(name: string): void {
  const fault = faultOf(name);
  if (fault === undefined) return;
  throw new ProtocolError("INVALID_TOPIC_EXCEPTION", `Topic name is invalid: ${fault}`);
}

function faultOf(name: string): string | undefined {
  if (name === "") return "the empty string is not allowed";
  if (name === "." || name === "..") return `'${name}' is not allowed`;
  if (name.length > MAX_LENGTH) {
    return `the length of '${name}' is longer than the max allowed length ${MAX_LENGTH}`;
  }
  if (!/^[a-zA-Z0-9._-]+$/.test(name)) {
    return `'${name}' contains one or more characters other than ASCII alphanumerics, '.', '_' ` +
      "and '-'";
  }
  return undefined;
}

/** Whether two names differ in dots and underscores alone, which Kafka's metrics do not tell apart. */
export function collides(name: string, other: string): boolean {
  return name.replaceAll(".", "_") === other.replaceAll(".", "_");
}

/**
 * First part of the folders of a topic's partitions: its name, as Kafka has it. Where that is a
 * device on Windows, or differs from another topic's by case alone, a number follows a tilde, which
 * no topic name has.
 *
 * @param name Name of the topic
 * @param taken Whether another topic has a folder, compared without case
 * @returns The folder's name without `-<partition>`
 */
export function folderFor(name: string, taken: (folder: string) => boolean): string {
  const free = (folder: string) =>
    !RESERVED.test(`${folder}-0`.split(".", 1)[0]!) && !taken(folder);
  if (free(name)) return name;
  const stem = name.replaceAll(".", "~").slice(0, MAX_LENGTH - 8);
  for (let n = 1;; n++) if (free(`${stem}~${n}`)) return `${stem}~${n}`;
}
