/**
 * Real Apache Kafka in KRaft mode: one node, on this machine alone.
 * @module
 */
import { delimiter, join } from "node:path";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { TickertapeError } from "../../lib/errors.ts";
import { kafkaJars, run } from "./jars.ts";

/** What the node is started with. */
export interface ApacheKafkaOptions {
  /** Folder for the jars, which any number of nodes share. */
  cacheDir: string;
  /** Folder for this node's settings and logs. */
  dir: string;
  /** Port for clients; 0 picks a free one. */
  port: number;
  /** Most memory of the Java heap, in mebibytes. */
  heapMb?: number;
  /** Called when the jars have to be downloaded first. */
  onDownload?: () => void;
  /** Ends the start. */
  signal?: AbortSignal;
}

/** A running node. */
export interface ApacheKafka {
  /** Bootstrap broker, `host:port`. */
  broker: string;
  pid: number;
  /** Resolves when the process ends, whatever ended it. */
  ended: Promise<void>;
  /** Stops it and waits for its end. */
  close(): Promise<void>;
}

/** Log4j 2: warnings and worse, to standard error, which goes to a file. */
const LOGGING = `appenders=console
appender.console.type=Console
appender.console.name=stderr
appender.console.target=SYSTEM_ERR
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d %p %m (%c)%n%throwable
rootLogger.level=warn
rootLogger.appenderRef.stderr.ref=stderr
`;

/**
 * Starts Apache Kafka and waits until it answers. What the folder holds is kept from start to start.
 *
 * @param options Folders, port, memory
 * @returns The running node
 * @throws {TickertapeError} Java or Maven is missing, or the node did not start
 */
export async function startApacheKafka(options: ApacheKafkaOptions): Promise<ApacheKafka> {
  const jars = await kafkaJars(options.cacheDir, options.onDownload);
  const port = options.port === 0 ? await freePort() : options.port;
  const properties = join(options.dir, "server.properties");
  const logging = join(options.dir, "log4j2.properties");
  await Deno.mkdir(options.dir, { recursive: true });
  await Deno.writeTextFile(
    properties,
    serverProperties(port, await freePort(), join(options.dir, "data")),
  );
  await Deno.writeTextFile(logging, LOGGING);
  const java = [
    `-Xmx${options.heapMb ?? 512}m`,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=4",
    `-Dlog4j2.configurationFile=${logging}`,
    "-cp",
    [join(jars, "*")].join(delimiter),
  ];
  const formatted = await run("java", [
    ...java,
    "kafka.tools.StorageTool",
    "format",
    "--ignore-formatted",
    "--cluster-id",
    "dGlja2VydGFwZS0wMDAwMA",
    "--config",
    properties,
  ]);
  if (!formatted.success) throw notStarted(port, formatted.text);
  const log = join(options.dir, "kafka.log");
  const logFile = await Deno.open(log, { create: true, write: true, truncate: true });
  const child = new Deno.Command("java", {
    args: [...java, "kafka.Kafka", properties],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const copied = child.stderr.pipeTo(logFile.writable);
  const ended = child.status.then(async () => {
    await copied;
  });
  let running = true;
  ended.then(() => running = false);
  // However long that takes: after a crash it reads its logs first.
  while (!(await answers(port))) {
    if (options.signal?.aborted) {
      if (running) child.kill("SIGTERM");
      await ended;
      throw interrupted();
    }
    if (!running) throw notStarted(port, await Deno.readTextFile(log));
    await sleep(100);
  }
  return {
    broker: `127.0.0.1:${port}`,
    pid: child.pid,
    ended,
    close: async () => {
      if (running) child.kill("SIGTERM");
      await ended;
    },
  };
}

function serverProperties(port: number, controllerPort: number, dataDir: string): string {
  const settings = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.quorum.voters": `1@127.0.0.1:${controllerPort}`,
    "controller.listener.names": "CONTROLLER",
    "listeners": `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    "advertised.listeners": `PLAINTEXT://127.0.0.1:${port}`,
    "log.dirs": dataDir.replaceAll("\\", "/"),
    "num.partitions": "3",
    "offsets.topic.num.partitions": "4",
    "offsets.topic.replication.factor": "1",
    "transaction.state.log.num.partitions": "4",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    // Kept whatever the records' own timestamps say: old prices are not to vanish after a while.
    "log.retention.ms": "-1",
    // One consumer is not kept waiting for others that may join.
    "group.initial.rebalance.delay.ms": "0",
    "group.min.session.timeout.ms": "1000",
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}\n`).join("");
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function interrupted(): TickertapeError {
  return new TickertapeError({
    code: "INTERRUPTED",
    message: "Apache Kafka was stopped before it answered",
    remedy: "Start it again: deno task kafka",
  });
}

function notStarted(port: number, log: string): TickertapeError {
  const lines = log.trim().split("\n");
  const line = lines.find((text) => /ERROR|FATAL|Exception/.test(text)) ?? lines.at(-1) ?? "";
  return new TickertapeError({
    code: "KAFKA_NOT_STARTED",
    message: `Could not start Apache Kafka on port ${port}: ${line}`,
    remedy: "Use another port (--port), another folder (--data-dir), and Java 17 or later.",
  });
}
