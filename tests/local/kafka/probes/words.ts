/**
 * The words of consumers of the classic group protocol, which brokers relay: what a member subscribes
 * to and has, and what it is to read. In kafkajs's bytes.
 * @module
 */
import { Buffer } from "node:buffer";
import { AssignerProtocol } from "kafkajs";
import { concat } from "../helpers.ts";
import { createWriter } from "../../../../lib/local/kafka/protocol/writer.ts";

/** Words of a member that subscribes to topics, and says what it has of them. */
export function subscription(
  topics: readonly string[],
  owned: Record<string, readonly number[]> = {},
): Uint8Array {
  const userData = Buffer.alloc(0);
  const head = AssignerProtocol.MemberMetadata.encode({
    version: 1,
    topics: [...topics],
    userData,
  });
  const tail = createWriter();
  tail.int32(Object.keys(owned).length);
  for (const [topic, partitions] of Object.entries(owned)) {
    tail.string(topic, (writer, size) => writer.int16(size));
    tail.int32(partitions.length);
    for (const partition of partitions) tail.int32(partition);
  }
  return concat([new Uint8Array(head), ...tail.finish()]);
}

/** Words of a leader for a member, with more that only its own assignor understands. */
export function assignment(
  topic: string,
  partitions: readonly number[],
  userData = "",
): Uint8Array {
  return new Uint8Array(AssignerProtocol.MemberAssignment.encode({
    version: 1,
    assignment: { [topic]: [...partitions] },
    userData: Buffer.from(userData),
  }));
}

/** What a member is to read, by topic; nothing where no words came. */
export function assigned(words: Uint8Array): Record<string, number[]> {
  if (words.length === 0) return {};
  return AssignerProtocol.MemberAssignment.decode(Buffer.from(words))!.assignment;
}
