/**
 * The vocabulary a message's table is written in: each field is data that says its type and the
 * versions it is there in. The types of the values follow from the table.
 *
 * @see https://kafka.apache.org/protocol for the types; KIP-482 for tagged fields
 * @module
 */

/** Types of the protocol. `bytes` are views of the frame, never copies. */
export type Kind =
  | "bool"
  | "int8"
  | "int16"
  | "int32"
  | "int64"
  | "float64"
  | "string"
  | "bytes"
  | "uuid"
  | "array"
  | "struct";

/**
 * One field of a message. `T` is the type of its value as read, `D` as written; `O` says whether a
 * writer may leave it out.
 */
// deno-lint-ignore no-explicit-any -- any field at all: `unknown` would make it invariant
export interface Field<T = any, O extends boolean = boolean, D = T> {
  readonly kind: Kind;
  /** What an array holds. */
  readonly element?: Field;
  /** Fields of a struct. */
  readonly fields?: Fields;
  /** First and last version with the field. */
  readonly since: number;
  readonly until: number;
  /** First version in which the value may be null. */
  readonly nullableSince: number;
  /** Number of a tagged field. */
  readonly tag?: number;
  /** Value in versions without the field, and where a writer leaves it out. */
  readonly fallback?: T;
  /** Carries the types for the compiler; never there at run time. */
  readonly type?: { value: T; draft: D; optional: O };
}

/** Fields of a message or a struct, in the order they stand in on the wire. */
export type Fields = { readonly [name: string]: Field };

type Flatten<T> = { [K in keyof T]: T[K] };

/** Value of a field or a struct's fields, as a reader gives it. */
export type Value<F> = F extends { readonly type?: { value: infer T } } ? T : never;

type OptionalNames<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly type?: { optional: true } } ? K : never;
}[keyof F];

/** Fields as a reader gives them: all there. */
export type Values<F extends Fields> = Flatten<{ -readonly [K in keyof F]: Value<F[K]> }>;

/** Fields as a writer takes them: what has a fallback may be left out. */
export type Draft<F extends Fields> = Flatten<
  & { -readonly [K in Exclude<keyof F, OptionalNames<F>>]: DraftValue<F[K]> }
  & { -readonly [K in OptionalNames<F>]?: DraftValue<F[K]> }
>;

type DraftValue<F> = F extends { readonly type?: { draft: infer D } } ? D : never;

/** A request or a response. */
export interface Message<F extends Fields = Fields> {
  /** First version with compact types and tagged fields (KIP-482). */
  readonly flexibleSince: number;
  readonly fields: F;
}

/** Names the type of a message's fields as read. */
export type Read<M> = M extends Message<infer F> ? Values<F> : never;

/** Names the type of a message's fields as written. */
export type Write<M> = M extends Message<infer F> ? Draft<F> : never;

const always = { since: 0, until: Infinity, nullableSince: Infinity };

export const bool: Field<boolean, false> = { kind: "bool", ...always, fallback: false };
export const int8: Field<number, false> = { kind: "int8", ...always, fallback: 0 };
export const int16: Field<number, false> = { kind: "int16", ...always, fallback: 0 };
export const int32: Field<number, false> = { kind: "int32", ...always, fallback: 0 };
export const int64: Field<bigint, false> = { kind: "int64", ...always, fallback: 0n };
export const float64: Field<number, false> = { kind: "float64", ...always, fallback: 0 };
export const string: Field<string, false> = { kind: "string", ...always, fallback: "" };
export const bytes: Field<Uint8Array, false> = {
  kind: "bytes",
  ...always,
  fallback: new Uint8Array(),
};
/** 16 bytes, as 32 hexadecimal digits. */
export const uuid: Field<string, false> = { kind: "uuid", ...always, fallback: "0".repeat(32) };

/** A message with its fields. */
export function message<const F extends Fields>(definition: Message<F>): Message<F> {
  return definition;
}

/** Several of one type, or of one struct. */
export function array<T>(element: Field<T>): Field<T[], false>;
export function array<const F extends Fields>(
  fields: F,
): Field<Values<F>[], false, readonly Draft<F>[]>;
export function array(of: Field | Fields): Field {
  return {
    kind: "array",
    ...always,
    element: isField(of) ? of : struct(of) as Field,
    fallback: [],
  };
}

/** Fields in one. */
export function struct<const F extends Fields>(fields: F): Field<Values<F>, false, Draft<F>> {
  return { kind: "struct", ...always, fields };
}

/** A field that is there from a version on. */
export function since<T, D = T>(version: number, field: Field<T, boolean, D>): Field<T, true, D> {
  return { ...field, since: version } as Field<T, true, D>;
}

/** A field that is there up to a version. */
export function until<T, D = T>(version: number, field: Field<T, boolean, D>): Field<T, true, D> {
  return { ...field, until: version } as Field<T, true, D>;
}

/** A field that is there from one version to another. */
export function between<T, D = T>(
  first: number,
  last: number,
  field: Field<T, boolean, D>,
): Field<T, true, D> {
  return { ...field, since: first, until: last } as Field<T, true, D>;
}

/** A field that may be null, always or from a version on. */
export function nullable<T, D = T>(
  field: Field<T, boolean, D>,
  version = 0,
): Field<T | null, true, D | null> {
  return { ...field, nullableSince: version, fallback: null } as Field<T | null, true, D | null>;
}

/** A field with another value than zero or nothing where it is not there. */
export function fallback<T, D = T>(
  field: Field<T, boolean, D>,
  value: NoInfer<T>,
): Field<T, true, D> {
  return { ...field, fallback: value } as Field<T, true, D>;
}

/** A field that stands among the tagged ones, from a version on. */
export function tagged<T, D = T>(
  tag: number,
  version: number,
  field: Field<T, boolean, D>,
): Field<T | undefined, true, D> {
  return { ...field, since: version, tag } as Field<T | undefined, true, D>;
}

function isField(of: Field | Fields): of is Field {
  return typeof of.kind === "string";
}
