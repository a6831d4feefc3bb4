/**
 * Asks an Apache Kafka that was just started, and keeps its answers:
 * `deno run -A tests/local/kafka/probes/record.ts PORT`.
 * @module
 */
import { recordAnswers } from "./mod.ts";

await recordAnswers(Number(Deno.args[0]));
