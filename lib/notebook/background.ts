/**
 * Work that goes on while other cells run.
 * @module
 */

/** How a background job stands. */
export type JobState = "running" | "done" | "stopped" | "failed";

/** Work in the background. */
export interface Job<Result, Report> {
  /** What it is called in {@linkcode stopAll}'s answer and in error messages. */
  readonly name: string;
  /** Whether it still runs, and how it ended. */
  readonly state: JobState;
  /** What the work last reported. */
  readonly latest: Report | undefined;
  /** Seconds since it began, until it ended. */
  readonly seconds: number;
  /**
   * Asks it to end, and waits until it has.
   *
   * @returns What the work returned
   * @throws What the work threw
   */
  stop(): Promise<Result>;
  /** What the work returns once it ends by itself; rejects with what it throws. */
  readonly finished: Promise<Result>;
}

const running = new Set<Job<unknown, unknown>>();

/**
 * Starts work that goes on while other cells run. Jupyter's Stop button leaves it alone: it ends
 * when it is done or by {@linkcode Job.stop}.
 *
 * @param name What the work is called
 * @param work The work; it ends when its signal is aborted, and may report how far it is
 * @returns The job
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * const job = background("counting", async (signal, report: (n: number) => void) => {
 *   let n = 0;
 *   while (!signal.aborted) {
 *     report(++n);
 *     await new Promise((resolve) => setTimeout(resolve, 1));
 *   }
 *   return n;
 * });
 * const counted = await job.stop();
 * assertEquals(job.latest, counted);
 * assertEquals(job.state, "stopped");
 * ```
 */
export function background<Result, Report = unknown>(
  name: string,
  work: (signal: AbortSignal, report: (latest: Report) => void) => Promise<Result>,
): Job<Result, Report> {
  const controller = new AbortController();
  const startedAt = performance.now();
  let endedAt: number | undefined;
  let state: JobState = "running";
  let latest: Report | undefined;
  const end = (last: JobState) => {
    state = last;
    endedAt = performance.now();
    running.delete(job);
  };
  const report = (last: Report) => latest = last;
  const finished = (async () => await work(controller.signal, report))()
    .then((result) => {
      end(controller.signal.aborted ? "stopped" : "done");
      return result;
    }, (error: unknown) => {
      end("failed");
      throw error;
    });
  // The failure is kept for stop() and for who awaits `finished`; nobody has to do so at once.
  finished.catch(() => {});
  const job: Job<Result, Report> = {
    name,
    get state() {
      return state;
    },
    get latest() {
      return latest;
    },
    get seconds() {
      return ((endedAt ?? performance.now()) - startedAt) / 1000;
    },
    stop() {
      controller.abort(new DOMException(`${name} was stopped`, "AbortError"));
      return finished;
    },
    finished,
  };
  running.add(job);
  return job;
}

/**
 * Stops every background job of this kernel, and waits until all have ended.
 *
 * @returns Names of the jobs that still ran
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * background("waiting", (signal) =>
 *   new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve())));
 * assertEquals(await stopAll(), ["waiting"]);
 * assertEquals(await stopAll(), []);
 * ```
 */
export async function stopAll(): Promise<string[]> {
  const jobs = [...running];
  await Promise.allSettled(jobs.map((job) => job.stop()));
  return jobs.map((job) => job.name);
}
