/**
 * What the notebooks' cells are written with, beside the pipeline itself.
 * @module
 */
export { background, type Job, type JobState, stopAll } from "./background.ts";
export { type BucketObject, listObjects, type OpenedObject, openObject } from "./bucket.ts";
export {
  barChart,
  candlestickChart,
  type CandlestickOptions,
  type ChartOptions,
  lineChart,
  type SeriesOptions,
} from "./chart.ts";
export { check, ExerciseError, showFailure } from "./check.ts";
export { type ConsumerProcess, startConsumer } from "./consumer_process.ts";
export { logDiagram, type LogEntry, type Step, stepsDiagram } from "./diagram.ts";
export { type Feed, follow, readRecords } from "./follow.ts";
export { markdown, show, type Shown, showUpdatable } from "./display.ts";
export { type Drawing, live, type LiveOptions, pause } from "./live.ts";
export { type Needs, prepare } from "./prepare.ts";
export { barView, type ProgressBar, progressBar } from "./progress.ts";
export { clearSandboxes, sandbox, sandboxConfig } from "./sandbox.ts";
export { type Notebook, setup } from "./setup.ts";
export { facts, table, type TableOptions } from "./table.ts";
export { type MimeBundle, type Varying, type View } from "./view.ts";
