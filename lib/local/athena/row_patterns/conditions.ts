/**
 * Whether rows meet the conditions of their labels.
 *
 * The engine alone knows what a condition comes to, and to ask it takes a while. So it is asked for many
 * at once: the matcher goes on with a guess where it does not know yet, and so comes upon what it may
 * want to know next. Once the engine has answered, it looks again, and every answer it needs is there or
 * asked for. Nothing is told of a match that rests on a guess.
 *
 * A guess may lead to what the engine never looks at, and that may fail. So where the questions fail
 * together, only those are asked that rest on no guess.
 * @module
 */
import type { DuckDBConnection } from "@duckdb/node-api";
import { type Asked, type Target, writeAsked } from "./asked.ts";
import { type Columns, type Formula, type FormulaRows, valueOf } from "./formula.ts";
import { type FollowedSets, labelAt, type Matched } from "./matched.ts";
import type { Aggregated, Condition, Navigation, RowPattern } from "./model.ts";
import { SetTotals } from "./totals.ts";

/** Rows in which a match is looked for. */
export interface Search {
  /** The first of the partition, and how many there are. */
  first: number;
  length: number;
  /** Where in the partition the match begins, and the number it has. */
  start: number;
  number: number;
}

interface Question {
  key: string | number;
  asked: Asked;
  certain: boolean;
}

interface Answer {
  holds: boolean;
  /** Whether a match has rested on it. */
  used: boolean;
}

/** What is known of one label's condition. */
interface Known {
  condition: Condition;
  /** Whether it depends on nothing but where the row is. */
  fixed: boolean;
  formula: Formula | undefined;
  /** Totals of sets, by the set and the column. */
  totals: Map<string, SetTotals>;
  answers: Map<string | number, Answer>;
  open: Map<string | number, Question>;
  guess: boolean;
}

/** Questions asked together: at most, at first, and at least as long as none fails. */
const MOST_QUESTIONS = 8192;
const FIRST_QUESTIONS = 1024;
const FEW_QUESTIONS = 128;

/** Of how many answers in use more or fewer questions are asked together from then on. */
const WELL_USED = 0.3;
const BADLY_USED = 0.1;

/** Answers kept of a condition, at most. */
const MOST_ANSWERS = 1_000_000;

/** The conditions of a pattern. */
export class Conditions {
  /** How many more questions may be asked before the engine answers. */
  room = FIRST_QUESTIONS;
  #most = FIRST_QUESTIONS;
  /** How many answers there were the last time, and how many of these have been of use. */
  #answered = 0;
  #used = 0;
  readonly #target: Target;
  readonly #name: string;
  readonly #sets: FollowedSets;
  readonly #columns: Columns;
  readonly #known: (Known | undefined)[];

  constructor(
    { name, conditions }: RowPattern,
    sets: FollowedSets,
    columns: Columns,
    target: Target,
  ) {
    this.#target = target;
    this.#name = name;
    this.#sets = sets;
    this.#columns = columns;
    this.#known = conditions.map((condition, label) =>
      condition && {
        condition,
        fixed: isFixed(condition, label),
        formula: condition.formula,
        totals: new Map(),
        answers: new Map(),
        open: new Map(),
        guess: true,
      }
    );
  }

  /**
   * Whether the last row matched may have its label.
   *
   * @param matched The row
   * @param search Where the match is looked for
   * @param certain Whether nothing has been guessed on the way there
   * @returns Whether it may, and whether that is guessed; nothing where there is no room for the question
   */
  test(
    matched: Matched,
    search: Search,
    certain: boolean,
  ): { holds: boolean; guessed: boolean } | undefined {
    const known = this.#known[matched.label];
    if (!known) return { holds: true, guessed: false };
    const row = search.first + search.start + matched.index;
    if (known.formula) {
      const rows = this.#formulaRows(known, matched, search);
      const value = valueOf(known.formula, rows, this.#columns);
      if (value !== undefined) return { holds: value === true, guessed: false };
    }
    const asked = known.fixed ? undefined : this.#ask(known.condition, matched, search);
    const key = asked ? keyOf(asked) : row;
    const answer = known.answers.get(key);
    if (answer) {
      if (certain && !answer.used) this.#used++;
      answer.used ||= certain;
      return { holds: answer.holds, guessed: false };
    }
    const open = known.open.get(key);
    if (open) open.certain ||= certain;
    else {
      if (!certain && this.room <= 0) return undefined;
      if (asked) this.#note(known, { key, asked, certain });
      else this.#noteFixed(known, matched.label, row, search, certain);
    }
    return { holds: known.guess, guessed: true };
  }

  #note(known: Known, question: Question): void {
    known.open.set(question.key, question);
    this.room--;
  }

  /** Asks of the rows behind too. */
  #noteFixed(known: Known, label: number, row: number, search: Search, certain: boolean): void {
    const { condition: { needs }, answers, open } = known;
    const end = Math.min(search.first + search.length, row + Math.max(this.room, 1));
    for (let at = row; at < end; at++) {
      if (answers.has(at) || open.has(at)) continue;
      const asked: Asked = {
        number: undefined,
        rows: needs.rows.map(({ offset }) => within(at + offset, search)),
        labels: needs.labels.map(() => label),
        sets: [],
      };
      open.set(at, { key: at, asked, certain: certain && at === row });
    }
    this.room -= end - row;
  }

  /** What a condition's formula takes of the rows matched. */
  #formulaRows(
    { condition: { needs }, totals }: Known,
    matched: Matched,
    search: Search,
  ): FormulaRows {
    const setOf = (place: number) => needs.sets[place] as Aggregated;
    return {
      row: (place) => this.#rowOf(needs.rows[place] as Navigation, matched, search),
      size: (place) => this.#sets.sizeOf(setOf(place), matched),
      totals: (place, column, bound) => {
        const key = `${place} ${column}`;
        const values = this.#columns.get(column) ?? [];
        const known = totals.get(key) ?? new SetTotals(this.#sets, setOf(place), values, bound);
        totals.set(key, known);
        return known.upTo(matched, search.first + search.start);
      },
    };
  }

  /** The row that a navigation goes to. */
  #rowOf(row: Navigation, matched: Matched, search: Search): number | undefined {
    const index = this.#sets.indexOf(row, matched);
    if (index === undefined) return undefined;
    return within(search.first + search.start + index + row.offset, search);
  }

  /** What a condition takes of the rows matched. */
  #ask({ needs }: Condition, matched: Matched, search: Search): Asked {
    const first = search.first + search.start;
    return {
      number: needs.number ? search.number : undefined,
      rows: needs.rows.map((row) => this.#rowOf(row, matched, search)),
      labels: needs.labels.map((row) => {
        const found = this.#rowOf(row, matched, search);
        return found === undefined ? undefined : labelAt(matched, found - first);
      }),
      sets: needs.sets.map((set) => {
        const rows = this.#sets.rowsOf(set, matched);
        return {
          size: rows.length,
          of: rows.map(({ index, label }) => ({ row: first + index, label })),
        };
      }),
    };
  }

  /** Has the engine answer what is asked. */
  async answer(): Promise<void> {
    const questions = this.#questions();
    if (questions.length === 0) return;
    this.#adapt();
    try {
      await this.#answer(() => true);
    } catch (error) {
      if (questions.every(({ certain }) => certain)) throw error;
      await this.#answer(({ certain }) => certain);
      this.#most = Math.max(1, Math.floor(this.#most / 8));
    }
    this.#answered = questions.length;
    this.#used = 0;
    for (const known of this.#known) known?.open.clear();
    this.room = this.#most;
  }

  /** Asks more together where what was asked has been of use, and less where it has not. */
  #adapt(): void {
    if (this.#answered === 0) return;
    const share = this.#used / this.#answered;
    if (share > WELL_USED) this.#most = Math.min(this.#most * 2, MOST_QUESTIONS);
    else if (share < BADLY_USED && this.#most > FEW_QUESTIONS) this.#most /= 2;
  }

  #questions(): Question[] {
    return this.#known.flatMap((known) => known ? [...known.open.values()] : []);
  }

  async #answer(which: (question: Question) => boolean): Promise<void> {
    const { connection } = this.#target;
    for (const [label, known] of this.#known.entries()) {
      const questions = [...known?.open.values() ?? []].filter(which);
      if (!known || questions.length === 0) continue;
      const table = `${this.#name}_q${label}`;
      await writeAsked(this.#target, table, known.condition.needs, questions.map((q) => q.asked));
      const answers = await holding(connection, known.condition.sql(table));
      if (known.answers.size > MOST_ANSWERS) known.answers.clear();
      for (const [id, { key, certain }] of questions.entries()) {
        const holds = answers.has(id);
        known.answers.set(key, { holds, used: false });
        if (certain) known.guess = holds;
      }
    }
  }
}

async function holding(connection: DuckDBConnection, sql: string): Promise<Set<number>> {
  const result = await connection.runAndReadAll(sql);
  const [ids = [], holds = []] = result.getColumns();
  return new Set(ids.filter((_, i) => holds[i] === true).map(Number));
}

function within(row: number, { first, length }: Search): number | undefined {
  return row < first || row >= first + length ? undefined : row;
}

/** Whether a condition of a label looks from the row that has the label and from no other. */
function isFixed({ needs }: Condition, label: number): boolean {
  const atRow = ({ labels, from, skipped }: Navigation) =>
    from === "last" && skipped === 0 && (labels.length === 0 || labels.includes(label));
  return !needs.number && needs.sets.length === 0 && needs.rows.every(atRow) &&
    needs.labels.every((row) => atRow(row) && row.offset === 0);
}

function keyOf({ number, rows, labels, sets }: Asked): string {
  const members = sets.map(({ of }) => of.map(({ row, label }) => `${row}:${label}`).join());
  return [number ?? "", rows.join(), labels.join(), ...members].join("|");
}
