/**
 * Jupyter's Stop button, and rejections that nobody waits for.
 *
 * The Stop button sends SIGINT, which would end the Deno kernel with everything it holds. With a
 * listener it ends what the cell waits for instead, and all variables stay.
 * @module
 */
import { escapeMarkdown, show } from "./display.ts";

/** What the Stop button ends. */
export interface Interrupts {
  /** Aborted by the next press of the Stop button; read it anew in each cell. */
  readonly signal: AbortSignal;
  /** Gives SIGINT back its own meaning. */
  dispose(): void;
}

/**
 * Makes the Stop button end the running cell and keep the kernel.
 *
 * @returns The signal to hand to whatever takes long
 */
export function listenForInterrupts(): Interrupts {
  let controller = new AbortController();
  const onInterrupt = () => {
    const interrupted = controller;
    controller = new AbortController();
    interrupted.abort(new DOMException("Stopped", "AbortError"));
  };
  const onRejection = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    const { reason } = event;
    if (reason instanceof DOMException && reason.name === "AbortError") return;
    const text = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
    void show(`⚠ **Something failed that no cell was waiting for.** ${escapeMarkdown(text)}`);
  };
  Deno.addSignalListener("SIGINT", onInterrupt);
  globalThis.addEventListener("unhandledrejection", onRejection);
  return {
    get signal() {
      return controller.signal;
    },
    dispose: () => {
      Deno.removeSignalListener("SIGINT", onInterrupt);
      globalThis.removeEventListener("unhandledrejection", onRejection);
    },
  };
}
