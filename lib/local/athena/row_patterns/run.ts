/**
 * Finds the matches of patterns before a query runs that selects from them.
 * @module
 */
import { type Target, writeAsked } from "./asked.ts";
import { Conditions } from "./conditions.ts";
import { Equivalence } from "./equivalence.ts";
import { readNumbers } from "./formula.ts";
import { FollowedSets } from "./matched.ts";
import { Matcher } from "./matcher.ts";
import type { Needs, RowPattern } from "./model.ts";
import { Pace } from "./pace.ts";
import { type Found, PartitionSearch } from "./search.ts";
import { Shown } from "./shown.ts";

/** What matches are looked for with. */
export interface MatchContext extends Target {
  /** Patterns by their names. */
  patterns: ReadonlyMap<string, RowPattern>;
  /** SQL with the tables' objects in it. */
  resolve(sql: string): string;
  signal?: AbortSignal;
  /** Set where the query is only explained: there are tables, and no rows in them. */
  explained?: boolean;
}

/**
 * Finds the matches of all patterns that some SQL selects from, and writes them into tables of the
 * connection.
 *
 * @param sql The SQL
 * @param context What they are looked for with
 * @throws {QueryError} What fails a condition, or where the search cannot go on
 */
export async function findMatches(sql: string, context: MatchContext): Promise<void> {
  for (const name of new Set([...sql.matchAll(/\b(m\d+)_out\b/g)].map(([, found]) => found))) {
    const pattern = context.patterns.get(name as string);
    if (!pattern) continue;
    await findMatches(pattern.input, context);
    await findMatchesOf(pattern, context);
  }
}

async function findMatchesOf(pattern: RowPattern, context: MatchContext): Promise<void> {
  const { name, measures } = pattern;
  const lengths = await gatherRows(pattern, context);
  const shown = new Shown(pattern);
  const found = await searchAll(pattern, lengths, context);
  let first = 0;
  for (const [i, length] of lengths.entries()) {
    shown.add(found[i] as Found[], first, length);
    first += length;
  }
  await writeAsked(context, `${name}_out`, measures, shown.rows);
}

/** Writes the rows into a table, partition by partition in their order; how many there are in each. */
async function gatherRows(
  { name, input }: RowPattern,
  { connection, resolve, explained }: MatchContext,
): Promise<number[]> {
  const rows = `(${resolve(input)}${explained ? " LIMIT 0" : ""})`;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${name}_rows AS SELECT CAST(row_number() OVER (ORDER BY part, ` +
      `place) - 1 AS INTEGER) AS row_no, * FROM ${rows} AS q ORDER BY row_no`,
  );
  const result = await connection.runAndReadAll(
    `SELECT CAST(count(*) AS INTEGER) FROM ${name}_rows GROUP BY part ORDER BY part`,
  );
  return (result.getColumns()[0] ?? []).map(Number);
}

/** Partitions that are searched at the same time. */
const MOST_AT_ONCE = 64;

async function searchAll(
  pattern: RowPattern,
  lengths: readonly number[],
  context: MatchContext,
): Promise<Found[][]> {
  const sets = setsOf(pattern);
  const equivalence = new Equivalence(pattern.program, pattern.conditions, sets);
  const pace = new Pace(context.signal);
  const matcher = new Matcher(pattern, sets, equivalence, pace);
  const columns = await readNumbers(context.connection, `${pattern.name}_rows`, pattern.numbers);
  const conditions = new Conditions(pattern, sets, columns, context);
  const found: Found[][] = lengths.map(() => []);
  let first = 0;
  let next = 0;
  let active: { search: PartitionSearch; place: number }[] = [];
  while (next < lengths.length || active.length > 0) {
    while (next < lengths.length && active.length < MOST_AT_ONCE) {
      const length = lengths[next] as number;
      const search = new PartitionSearch(pattern, matcher, conditions, first, length);
      active.push({ search, place: next++ });
      first += length;
    }
    const open: typeof active = [];
    const share = Math.ceil(conditions.room / active.length);
    for (const { search, place } of active) {
      conditions.room = share;
      if (await search.advance()) found[place] = search.found;
      else open.push({ search, place });
    }
    await conditions.answer();
    active = open;
  }
  return found;
}

/** The sets of labels whose first or last rows conditions ask for. */
function setsOf({ conditions }: RowPattern): FollowedSets {
  const sets = new FollowedSets();
  const follow = ({ rows, labels, sets: aggregated }: Needs) => {
    for (const set of [...rows, ...labels, ...aggregated]) sets.follow(set);
  };
  for (const condition of conditions) if (condition) follow(condition.needs);
  return sets;
}
