/**
 * Records on their way into lines.
 * @module
 */
import { Buffer } from "node:buffer";

/** Goes through records. Its properties are those of the record it is at. */
export interface Records {
  /** How many there are at most. */
  readonly count: number;
  /** Bytes of all their values at most. */
  readonly size: number;
  /** Goes to the next record, and tells whether there is one. */
  next(): boolean;
  /** A `bigint` where a number would round it. */
  readonly offset: number | bigint;
  /** Epoch milliseconds; a `bigint` where a number would round them. */
  readonly timestamp: number | bigint;
  /** Bytes that hold its key and value. */
  readonly bytes: Uint8Array;
  /** Where the key begins in `bytes`; -1 where there is none. */
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Where the value begins in `bytes`; -1 where there is none. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A record as kafkajs gives it. */
export interface Message {
  /** A decimal number. */
  offset: string;
  /** Epoch milliseconds, a decimal number. */
  timestamp: string;
  key: Uint8Array | null;
  value: Uint8Array | null;
}

/** Goes through records as kafkajs gives them. */
export class MessageRecords implements Records {
  readonly count: number;
  readonly size: number;
  offset: number | bigint = 0;
  timestamp: number | bigint = 0;
  bytes: Uint8Array = NONE;
  keyStart = -1;
  keyEnd = -1;
  valueStart = -1;
  valueEnd = -1;
  readonly #messages: Iterator<Message>;

  /**
   * @param messages Records in the order of their offsets
   */
  constructor(messages: readonly Message[]) {
    this.count = messages.length;
    this.size = messages.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
    this.#messages = messages.values();
  }

  next(): boolean {
    const { value: message, done } = this.#messages.next();
    if (done) return false;
    const { key, value } = message;
    this.offset = exact(message.offset);
    this.timestamp = exact(message.timestamp);
    this.bytes = Buffer.concat([key ?? NONE, value ?? NONE]);
    this.keyStart = key === null ? -1 : 0;
    this.keyEnd = key?.length ?? -1;
    this.valueStart = value === null ? -1 : key?.length ?? 0;
    this.valueEnd = value === null ? -1 : this.bytes.length;
    return true;
  }
}

const NONE = Buffer.alloc(0);

function exact(digits: string): number | bigint {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : BigInt(digits);
}
