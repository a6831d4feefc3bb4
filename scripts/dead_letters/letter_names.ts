/**
 * Names of dead letters: `topic/partition/offset`, as the header of a letter that is sent again has it.
 * @module
 */

/** Header of a letter that is sent again. */
export const LETTER_HEADER = "dead-letter";

/** Where a letter was. */
export interface LetterPlace {
  topic: string;
  partition: number;
  offset: bigint;
}

/**
 * Names a letter.
 *
 * @param place Where it was
 * @returns The name
 */
export function nameOf({ topic, partition, offset }: LetterPlace): string {
  return `${topic}/${partition}/${offset}`;
}

/**
 * Lays names out by partition, in the order of their offsets.
 *
 * @param names Names of letters of one topic
 * @returns Their offsets, by partition
 */
export function toBook(names: Iterable<string>): Record<string, string[]> {
  const offsets = new Map<string, bigint[]>();
  for (const name of names) {
    const [, partition = "", offset = ""] = name.split("/");
    offsets.set(partition, [...offsets.get(partition) ?? [], BigInt(offset)]);
  }
  return Object.fromEntries(
    [...offsets].map(([partition, those]) => [
      partition,
      those.sort((a, b) => a < b ? -1 : 1).map(String),
    ]),
  );
}

/**
 * Reads names that were laid out.
 *
 * @param topic Topic the letters were in
 * @param book Their offsets, by partition
 * @returns The names
 */
export function fromBook(topic: string, book: Record<string, string[]>): Set<string> {
  return new Set(
    Object.entries(book).flatMap(([partition, offsets]) =>
      offsets.map((offset) => `${topic}/${partition}/${offset}`)
    ),
  );
}
