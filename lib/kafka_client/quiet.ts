/**
 * Keeps kafkajs from setting timers in the past, for which the runtime warns the user.
 * @module
 */
import RequestQueue from "kafkajs/src/network/requestQueue/index.js";

/** The part of kafkajs 2.2.4's request queue that is mended. */
interface Queue {
  pending: unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

let mended = false;

/**
 * Makes kafkajs look at its waiting requests later only if there are any, or the broker asked to
 * wait. As released, it sets a timer after every response, and where the broker never asked to wait
 * the delay is negative: a `TimeoutNegativeWarning` at the first, and a needless timer at each.
 */
export function mendRequestTimers(): void {
  if (mended) return;
  mended = true;
  const queue = RequestQueue.prototype as Queue;
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function (this: Queue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
