/**
 * Reads and writes every message of the protocol from its table.
 *
 * A table is turned into a reader and a writer once for each version, and kept.
 * @module
 */
import type { Draft, Field, Fields, Message, Values } from "./schema.ts";
import type { Reader } from "./reader.ts";
import type { Writer } from "./writer.ts";

type ReadFn = (reader: Reader) => unknown;
type WriteFn = (writer: Writer, value: unknown) => void;

interface Codec {
  read: ReadFn;
  write: WriteFn;
}

const codecs = new WeakMap<Message, Map<number, Codec>>();

/**
 * Reads a message's body.
 *
 * @param message The message's table
 * @param version Version the bytes are in
 * @param reader Where to read from; it stands behind the body afterwards
 * @returns The fields' values; what the version lacks has its fallback
 * @throws {MalformedError} The bytes are not such a message
 */
export function readMessage<F extends Fields>(
  message: Message<F>,
  version: number,
  reader: Reader,
): Values<F> {
  return codecOf(message, version).read(reader) as Values<F>;
}

/**
 * Writes a message's body.
 *
 * @param message The message's table
 * @param version Version to write
 * @param writer Where to write to
 * @param value The fields' values
 */
export function writeMessage<F extends Fields>(
  message: Message<F>,
  version: number,
  writer: Writer,
  value: Draft<F>,
): void {
  codecOf(message, version).write(writer, value);
}

function codecOf(message: Message, version: number): Codec {
  let versions = codecs.get(message);
  if (versions === undefined) codecs.set(message, versions = new Map());
  let codec = versions.get(version);
  if (codec === undefined) {
    codec = structCodec(message.fields, version, version >= message.flexibleSince);
    versions.set(version, codec);
  }
  return codec;
}

interface Member {
  name: string;
  codec: Codec;
  fallback: unknown;
}

function structCodec(fields: Fields, version: number, flexible: boolean): Codec {
  const members: Member[] = [];
  const absent: [string, unknown][] = [];
  const tags = new Map<number, Member>();
  for (const [name, field] of Object.entries(fields)) {
    if (version < field.since || version > field.until) {
      absent.push([name, field.tag === undefined ? field.fallback : undefined]);
      continue;
    }
    const member = {
      name,
      codec: fieldCodec(field, version, flexible),
      fallback: field.fallback,
    };
    if (field.tag === undefined) members.push(member);
    else tags.set(field.tag, member);
  }
  return {
    read(reader) {
      const value: Record<string, unknown> = {};
      for (const member of members) value[member.name] = member.codec.read(reader);
      for (const [name, fallback] of absent) value[name] = fallback;
      for (const member of tags.values()) value[member.name] = undefined;
      if (flexible) readTags(reader, tags, value);
      return value;
    },
    write(writer, draft) {
      const value = draft as Record<string, unknown>;
      for (const member of members) {
        const given = value[member.name];
        member.codec.write(writer, given === undefined ? member.fallback : given);
      }
      if (flexible) writeTags(writer, tags, value);
    },
  };
}

function readTags(reader: Reader, tags: Map<number, Member>, value: Record<string, unknown>) {
  const count = reader.unsignedVarint();
  for (let i = 0; i < count; i++) {
    const tag = reader.unsignedVarint();
    const size = reader.unsignedVarint();
    const end = reader.offset + size;
    const member = tags.get(tag);
    if (member === undefined) reader.skip(size);
    else {
      value[member.name] = member.codec.read(reader);
      reader.expectOffset(end, member.name);
    }
  }
}

function writeTags(writer: Writer, tags: Map<number, Member>, value: Record<string, unknown>) {
  const present = [...tags].filter(([, { name, fallback }]) =>
    value[name] !== undefined && value[name] !== null && value[name] !== fallback
  ).sort(([a], [b]) => a - b);
  writer.unsignedVarint(present.length);
  for (const [tag, { name, codec }] of present) {
    const inner = writer.nested();
    codec.write(inner, value[name]);
    writer.unsignedVarint(tag);
    writer.unsignedVarint(inner.size);
    writer.append(inner);
  }
}

function fieldCodec(field: Field, version: number, flexible: boolean): Codec {
  const nullable = version >= field.nullableSince;
  switch (field.kind) {
    case "bool":
      return { read: (r) => r.int8() !== 0, write: (w, v) => w.int8(v ? 1 : 0) };
    case "int8":
      return { read: (r) => r.int8(), write: (w, v) => w.int8(v as number) };
    case "int16":
      return { read: (r) => r.int16(), write: (w, v) => w.int16(v as number) };
    case "int32":
      return { read: (r) => r.int32(), write: (w, v) => w.int32(v as number) };
    case "int64":
      return { read: (r) => r.int64(), write: (w, v) => w.int64(v as bigint) };
    case "float64":
      return { read: (r) => r.float64(), write: (w, v) => w.float64(v as number) };
    case "uuid":
      return { read: (r) => r.uuid(), write: (w, v) => w.uuid(v as string) };
    case "string":
      return sized(
        nullable,
        flexible ? (r) => r.compactLength() : (r) => r.int16(),
        flexible ? (w, size) => w.unsignedVarint(size + 1) : (w, size) => w.int16(size),
        (r, size) => r.string(size),
        (w, v, length) => w.string(v as string, length),
      );
    case "bytes":
      return sized(
        nullable,
        flexible ? (r) => r.compactLength() : (r) => r.int32(),
        flexible ? (w, size) => w.unsignedVarint(size + 1) : (w, size) => w.int32(size),
        (r, size) => r.bytes(size),
        (w, v, length) => {
          const bytes = v as Uint8Array;
          length(w, bytes.length);
          w.bytes(bytes);
        },
      );
    case "array": {
      const element = fieldCodec(field.element!, version, flexible);
      return sized(
        nullable,
        flexible ? (r) => r.compactLength() : (r) => r.int32(),
        flexible ? (w, size) => w.unsignedVarint(size + 1) : (w, size) => w.int32(size),
        (r, size) => {
          r.expectElements(size);
          const values: unknown[] = [];
          for (let i = 0; i < size; i++) values.push(element.read(r));
          return values;
        },
        (w, v, length) => {
          const values = v as unknown[];
          length(w, values.length);
          for (const value of values) element.write(w, value);
        },
      );
    }
    case "struct": {
      const codec = structCodec(field.fields!, version, flexible);
      if (!nullable) return codec;
      return {
        read: (r) => r.int8() < 0 ? null : codec.read(r),
        write: (w, v) => {
          w.int8(v === null ? -1 : 1);
          if (v !== null) codec.write(w, v);
        },
      };
    }
  }
}

/** A value behind its length, where a length of -1 (0 if compact) means null. */
function sized(
  nullable: boolean,
  readLength: (reader: Reader) => number,
  writeLength: (writer: Writer, size: number) => void,
  read: (reader: Reader, size: number) => unknown,
  write: (writer: Writer, value: unknown, length: typeof writeLength) => void,
): Codec {
  return {
    read(reader) {
      const size = readLength(reader);
      if (size >= 0) return read(reader, size);
      if (nullable && size === -1) return null;
      return reader.malformed(`length ${size} of a value that may not be null`);
    },
    write(writer, value) {
      if (value !== null) write(writer, value, writeLength);
      else if (nullable) writeLength(writer, -1);
      else throw new TypeError("Cannot write null where the message's version has none");
    },
  };
}
