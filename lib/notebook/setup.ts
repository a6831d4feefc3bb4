/**
 * The first cell of every notebook.
 * @module
 */
import { AthenaClient } from "@aws-sdk/client-athena";
import { GlueClient } from "@aws-sdk/client-glue";
import { S3Client } from "@aws-sdk/client-s3";
import { awsClientOptions, s3ClientOptions } from "../aws.ts";
import {
  type Config,
  DEFAULT_AWS_PORT,
  DEFAULT_KAFKA_PORT,
  loadConfig,
  type StackInfo,
} from "../config.ts";
import { TickertapeError } from "../errors.ts";
// Not by way of mod.ts, which would load the services as well: they run in a process of their own.
import { type EnsuredStack, ensureStack } from "../local/ensure_stack.ts";
import { show } from "./display.ts";
import { type Interrupts, listenForInterrupts } from "./interrupts.ts";
import { facts } from "./table.ts";
import type { View } from "./view.ts";

/** What a notebook's cells work with. */
export interface Notebook {
  /** Every setting of the pipeline. */
  config: Config;
  /** Aborted by Jupyter's Stop button; each read gives the signal of the next press. */
  readonly signal: AbortSignal;
  /** Client of Amazon S3, or of what stands in for it. */
  s3: S3Client;
  /** Client of AWS Glue, or of what stands in for it. */
  glue: GlueClient;
  /** Client of Amazon Athena, or of what stands in for it. */
  athena: AthenaClient;
}

// One kernel has one Stop button, however often the set-up cell is run.
let interrupts: Interrupts | undefined;

/**
 * Gets a notebook ready: finds the embedded stack or starts one, makes the Stop button end a cell
 * instead of the kernel, and shows where everything is.
 *
 * @returns Settings, clients, and the Stop button's signal
 * @throws {TickertapeError} The stack could not be started, or a setting cannot be used
 */
export async function setup(): Promise<Notebook> {
  const listening = interrupts ??= listenForInterrupts();
  const wanted = loadConfig();
  const stack = wanted.target === "local" ? await stackOf(wanted) : undefined;
  const config = stack ? at(wanted, stack.info) : wanted;
  await show(summaryCard(config, stack));
  const options = awsClientOptions(config);
  return {
    config,
    get signal() {
      return listening.signal;
    },
    s3: new S3Client(s3ClientOptions(config)),
    glue: new GlueClient(options),
    athena: new AthenaClient(options),
  };
}

/** A stack that does not start, as when its port is taken, is started by hand: no cell has flags. */
async function stackOf(wanted: Config): Promise<EnsuredStack> {
  try {
    return await ensureStack(wanted);
  } catch (error) {
    if (!(error instanceof TickertapeError)) throw error;
    const byHand = "In a terminal: deno task local --detach, with what is said above; " +
      "then run this cell again.";
    const { code, message, remedy } = error;
    throw new TickertapeError({ code, message, remedy: `${remedy}\n${byHand}`, cause: error });
  }
}

function at(wanted: Config, { kafka, aws }: StackInfo): Config {
  return {
    ...wanted,
    kafka: { ...wanted.kafka, brokers: [kafka] },
    aws: { ...wanted.aws, endpoint: aws },
  };
}

function summaryCard(config: Config, stack: EnsuredStack | undefined): View {
  const { kafka, aws, s3, glue, athena, local } = config;
  const services = aws.endpoint ?? `Amazon Web Services, ${aws.region}`;
  return facts({
    "Kafka": `${kafka.brokers.join(", ")} · topic ${kafka.topic}`,
    "S3, Glue, Athena": services,
    "data bucket": `s3://${s3.dataBucket}/${s3.dataPrefix}/`,
    "crawler": `${glue.crawler} → database ${glue.database}`,
    "query results": `s3://${athena.resultsBucket}/`,
    ...(stack
      ? {
        // Behind a forwarded port, folder and process are another machine's, as in a container.
        ...(stack.forwarded ? {} : { "kept in": local.dataDir }),
        "this cell": stack.started ? "started it" : "found it running",
        ...(stack.forwarded ? {} : { "stop it with": "deno task local --stop" }),
      }
      : {}),
  }, {
    title: config.target === "local"
      ? "Ready: the embedded stack on this machine"
      : "Ready: the services of your AWS account",
    varying: {
      "Kafka": `127.0.0.1:${DEFAULT_KAFKA_PORT} · topic ${kafka.topic}`,
      "S3, Glue, Athena": `http://127.0.0.1:${DEFAULT_AWS_PORT}`,
      "kept in": ".local",
      "this cell": "started it",
    },
  });
}
