/**
 * What a benchmark is. Each has a file of its own and a place in `registry.ts`.
 * @module
 */
import type { BenchStack, BenchStackOptions } from "./stack.ts";

/** What a benchmark is given. */
export interface BenchContext {
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  /** Whether the largest sizes were asked for, however long they take. */
  full: boolean;
  /**
   * Starts an embedded stack of the benchmark's own, in a process and a temporary folder of its own.
   * It is stopped when the benchmark ends.
   */
  stack(options?: BenchStackOptions): Promise<BenchStack>;
  /** Shows what is measured now. */
  note(text: string): void;
}

/** What a benchmark found. */
export interface Finding {
  /** What was measured, such as `bare loop`. */
  what: string;
  /** The figure with its unit, for the reader. */
  figure: string;
  /** What it has to be; none where the figure only explains the others. */
  target?: string;
  /** Whether it is; there where a target is. */
  met?: boolean;
}

/** One benchmark. */
export interface Benchmark {
  /** Name on the command line. */
  name: string;
  /** What it shows. */
  shows: string;
  /** Measures. It ends by itself within a minute or so, unless all sizes are asked for. */
  run(context: BenchContext): Promise<Finding[]>;
}
