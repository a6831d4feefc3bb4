/**
 * How aggregates written here are offered to DuckDB.
 *
 * Each is written once, as a state that takes rows in and what is told of it. DuckDB is given two
 * functions of it: `t_name` tells of the list of a group's rows, `t_name_frames` of each row's window
 * frame, over the list of a partition's rows.
 * @module
 */
import { fail, type UdfResult, type UdfType } from "./udf.ts";

/**
 * What is kept of the rows so far. What values come, the aggregate's letters say; after them comes the
 * row's place.
 */
export interface State {
  add(...values: never[]): void;
  /** Takes a row out again; where there is none, the engine begins anew when a row leaves a frame. */
  remove?(...values: never[]): void;
}

/** An aggregate. Rows with a NULL are passed over. */
export interface Aggregate {
  /** Types of a row's values, one letter each. */
  row: string;
  returns: UdfType;
  begin(): State;
  /** The value of a state, which may be added to afterwards. */
  tell(state: never, windowed: boolean): UdfResult;
}

/** Aggregates by name. */
export type Aggregates = Record<string, Aggregate>;

/** Makes one aggregate's entry. */
export function aggregate<S extends State>(
  row: string,
  returns: UdfType,
  begin: () => S,
  tell: (state: S, windowed: boolean) => UdfResult,
): Aggregate {
  return { row, returns, begin, tell };
}

/** A list of rows, which are told apart by their place in it. */
export interface Rows {
  count: number;
  /** A row's values; nothing where one of them is NULL. */
  at(place: number): unknown[] | undefined;
}

/** A frame by its first and its last row. It is empty where the first comes after the last. */
export interface Frame {
  first: number;
  last: number;
}

const EMPTY: Frame = { first: 0, last: -1 };

/** Bytes that the values of one partition may take together. */
const MOST_BYTES = 2 ** 28;

/** What an aggregate tells of all rows together. */
export function overGroup({ begin, tell }: Aggregate, rows: Rows): UdfResult {
  const state = begin();
  addRows(state, rows, 0, rows.count - 1);
  return tell(state as never, false);
}

/**
 * What an aggregate tells of each row's frame. As the engine does, it goes on with the state of the
 * row before as long as that is less work than to begin anew: rows that have come are added, and those
 * that have left are removed. So a sum of doubles has the engine's last digit, and the work grows with
 * the rows, not with their frames.
 *
 * @param aggregate The aggregate
 * @param rows The rows of a partition
 * @param frameOf The frame of each
 * @returns A value for each row
 * @throws {Error} `EXCEEDED_LOCAL_MEMORY_LIMIT`, or what the aggregate fails with
 */
export function overFrames(
  { begin, tell }: Aggregate,
  rows: Rows,
  frameOf: (place: number) => Frame,
): UdfResult[] {
  let state = begin();
  let current = EMPTY;
  let room = MOST_BYTES;
  const values: UdfResult[] = [];
  for (let place = 0; place < rows.count; place++) {
    const next = frameOf(place);
    if (goesOn(current, next, state)) {
      removeRows(state, rows, current.first, next.first - 1);
      removeRows(state, rows, next.last + 1, current.last);
      addRows(state, rows, next.first, current.first - 1);
      addRows(state, rows, current.last + 1, next.last);
    } else {
      state = begin();
      addRows(state, rows, next.first, next.last);
    }
    current = next.first > next.last ? EMPTY : next;
    const value = tell(state as never, true);
    room -= sizeOf(value);
    if (room < 0) {
      fail("EXCEEDED_LOCAL_MEMORY_LIMIT", "Query exhausted resources at this scale factor");
    }
    values.push(value);
  }
  return values;
}

/** Whether a state is changed from one frame's to the next one's, or the next begins anew. */
function goesOn(current: Frame, next: Frame, { remove }: State): boolean {
  if (next.first > next.last) return false;
  if (next.first === current.first && next.last >= current.last) return true;
  if (!remove) return false;
  const shared = {
    first: Math.max(current.first, next.first),
    last: Math.min(current.last, next.last),
  };
  const leaving = shared.first - current.first + current.last - shared.last;
  return shared.last - shared.first + 1 > leaving;
}

function addRows(state: State, rows: Rows, first: number, last: number): void {
  for (let place = first; place <= last; place++) {
    const values = rows.at(place);
    if (values) state.add(...[...values, place] as never[]);
  }
}

function removeRows(state: State, rows: Rows, first: number, last: number): void {
  for (let place = first; place <= last; place++) {
    const values = rows.at(place);
    if (values) state.remove?.(...values as never[]);
  }
}

function sizeOf(value: UdfResult): number {
  if (value instanceof Uint8Array || typeof value === "string") return value.length;
  return Array.isArray(value) ? 8 * value.length : 8;
}
