/**
 * Texts that are nearly SQL: random statements with a token too few, too many, or elsewhere.
 * @module
 */
import { tokenize } from "../../../../lib/local/athena/sql/tokens.ts";
import { Dice } from "./random.ts";
import { statement } from "./statements.ts";

const STRANGERS =
  "FROM SELECT ) ( , WHERE x 's' 1 AND = GROUP BY ORDER AS LIMIT AT ON * % THEN END WITH"
    .split(" ");

/**
 * Breaks a random statement.
 *
 * @param seed Number of the statement, and of how it is broken
 * @returns A text that may still be SQL
 */
export function broken(seed: number): string {
  const dice = new Dice(seed);
  const texts = tokenize(statement(seed).sql).slice(0, -1).map(({ text }) => text);
  const at = dice.below(texts.length);
  switch (dice.below(5)) {
    case 0:
      texts.splice(at, 1);
      break;
    case 1:
      texts.splice(at, 0, dice.pick(STRANGERS));
      break;
    case 2:
      texts[at] = dice.pick(STRANGERS);
      break;
    case 3:
      texts.length = at + 1;
      break;
    default:
      texts.splice(at, 2, ...texts.slice(at, at + 2).reverse());
  }
  return texts.join(" ");
}
