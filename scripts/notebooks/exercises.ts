/**
 * Exercises: a stub, a check and a solution each, in this order.
 * @module
 */
import { type Cell, type Document, hasTag, solutionCode, textOf } from "./document.ts";

/** An exercise's cells. */
export interface Exercise {
  /** The stub's place among the notebook's cells. */
  index: number;
  stub: Cell;
  check: Cell;
  /** TypeScript that solves it. */
  solution: string;
}

/**
 * Finds a notebook's exercises.
 *
 * @param document The notebook
 * @returns Its exercises, in order
 * @throws {Error} A stub has no check or no solution, or one of those has no stub
 */
export function exercisesOf(document: Document): Exercise[] {
  const tagged = document.cells.map((cell, index) => ({ cell, index }))
    .filter(({ cell }) =>
      hasTag(cell, "exercise") || hasTag(cell, "check") || hasTag(cell, "solution")
    );
  const exercises: Exercise[] = [];
  for (let at = 0; at < tagged.length; at += 3) {
    const [stub, check, solution] = tagged.slice(at, at + 3);
    const complete = stub && check && solution && hasTag(stub.cell, "exercise") &&
      hasTag(check.cell, "check") && hasTag(solution.cell, "solution");
    if (!complete) {
      const text = textOf(stub?.cell.source).split("\n")[0];
      throw new Error(`An exercise is a stub, a check and a solution in this order: see '${text}'`);
    }
    const code = solutionCode(solution.cell);
    if (code === "") throw new Error(`The solution of '${stub.cell.id}' has no code block`);
    exercises.push({ index: stub.index, stub: stub.cell, check: check.cell, solution: code });
  }
  return exercises;
}

/**
 * Puts each exercise's solution, and its check once more, behind the check of the stub. One run of
 * the result shows that the checks fail for the stubs and pass for the solutions.
 *
 * @param document The notebook
 * @returns A notebook to run
 */
export function withSolutions(document: Document): Document {
  const solutions = new Map(
    exercisesOf(document).map(({ check, solution }) => [check.id, { check, solution }]),
  );
  const cells = document.cells.flatMap((cell) => {
    const found = solutions.get(cell.id);
    if (found === undefined) return [cell];
    const solved: Cell = {
      ...cell,
      id: `${cell.id}-solution`,
      metadata: {},
      source: found.solution,
    };
    return [cell, solved, { ...cell, id: `${cell.id}-solved`, metadata: {} }];
  });
  return { ...document, cells };
}
