import type { Config } from "../../../lib/config.ts";
import { loadConfig } from "../../../lib/config.ts";
import { TickertapeError } from "../../../lib/errors.ts";
import { destination, type Start, startPosition } from "../../../lib/sink/group/positions.ts";
import type { RangeMetadata } from "../../../lib/sink/object_metadata.ts";
import { PartitionWriter } from "../../../lib/sink/ranges/partition_writer.ts";
import type { Slice } from "../../../lib/sink/ranges/range.ts";
import { type SinkRules, sinkRules } from "../../../lib/sink/ranges/rules.ts";
import type { Action, Outcome } from "../../../lib/sink/ranges/writer_types.ts";
import { Chance } from "./random.ts";
import { encode, LINE_BYTES, type ModelRecord, ModelTopic } from "./topic.ts";

/** What may be broken, to see that it is noticed. */
export interface Subject {
  rules: SinkRules;
  start: typeof startPosition;
}

export const asShipped: Subject = { rules: sinkRules, start: startPosition };

/** An object of the model's S3. */
export interface StoredObject {
  metadata: RangeMetadata;
  /** Offsets of the records, or of the dead letters, that the object holds. */
  offsets: bigint[];
}

/** A member of the group: a process that may be slow, frozen, or dead. */
interface Process {
  name: string;
  alive: boolean;
  frozen: boolean;
  /** The generation it believes in. */
  generation: number;
  writer: PartitionWriter | undefined;
  reading: boolean;
  committing: boolean;
}

interface Task {
  process: Process | undefined;
  run(): void;
}

const PROCESSES = 3;
const FETCH = 6;
const MAX_BUFFER = 12 * LINE_BYTES;
const config: Config = loadConfig({ KAFKA_TOPIC: "t", KAFKA_GROUP_ID: "g", S3_DATA_PREFIX: "p" });
const metadata = destination(config, "jsonl");

/** Something the sink must never do, and did. */
export class Violation extends Error {
  override name = "Violation";
}

/** A broker, an S3 and some sinks, whose every step is taken in an order of chance. */
export class World {
  readonly topic = new ModelTopic();
  readonly objects = new Map<string, StoredObject>();
  committed: bigint | undefined;
  /** Where the group's first reader began. */
  began: bigint | undefined;
  /** Set where a sink stopped because the topic is another. */
  stopped = false;
  readonly #chance: Chance;
  readonly #subject: Subject;
  readonly #tasks: Task[] = [];
  #processes: Process[] = [];
  #generation = 0;
  #owner: Process | undefined;
  #names = 0;
  #now = 0;
  #calm = false;

  constructor(seed: number, subject: Subject) {
    this.#chance = new Chance(seed);
    this.#subject = subject;
  }

  /** Runs one schedule to its end: all that was produced has come to rest. */
  run(): void {
    const chance = this.#chance;
    this.topic.append(chance, chance.below(8));
    for (let i = 0; i < PROCESSES; i++) this.#spawn();
    const steps = 40 + chance.below(80);
    const remakes = chance.hits(0.1);
    for (let step = 0; step < steps && !this.stopped; step++) {
      this.#event(remakes);
      this.#step();
    }
    this.#rest();
  }

  /** No more faults: one new sink reads to the end. */
  #rest(): void {
    this.#calm = true;
    for (const process of this.#processes) process.frozen = false;
    while (this.#tasks.length > 0 && !this.stopped) this.#step();
    if (this.stopped) return;
    this.#processes = [];
    this.#assign(this.#spawn());
    for (let round = 0; round < 5_000 && !this.stopped; round++) {
      while (this.#tasks.length > 0) this.#step();
      const process = this.#owner!;
      const writer = process.writer;
      const last = this.topic.records.at(-1)?.offset ?? -1n;
      if (writer && writer.position > last && writer.drained && writer.commitDue === undefined) {
        return;
      }
      this.#fetch(process);
      writer?.flush();
      this.#pump(process);
    }
    if (!this.stopped) throw new Violation("the last sink does not come to an end");
  }

  #event(remakes: boolean): void {
    const chance = this.#chance;
    const process = this.#processes[chance.below(this.#processes.length)]!;
    const die = chance.below(100);
    if (die < 20) this.topic.append(chance, 1 + chance.below(5));
    else if (die < 55) this.#fetch(process);
    else if (die < 65) this.#turn(process, () => process.writer?.flush());
    else if (die < 73) this.#turn(process, () => process.writer?.tick(this.#now += 1_000));
    else if (die < 80) this.#assign(process);
    else if (die < 84) this.#crash(process);
    else if (die < 90) process.frozen = !process.frozen;
    else if (die < 91 && remakes) this.#remake();
  }

  /** The topic is deleted and made again, while no sink is running. */
  #remake(): void {
    for (const process of this.#processes) process.alive = false;
    while (this.#tasks.length > 0) this.#step();
    this.topic.remake();
    this.committed = undefined;
    this.began = undefined;
    this.#processes = [];
    this.#owner = undefined;
    for (let i = 0; i < PROCESSES; i++) this.#spawn();
  }

  #step(): void {
    if (this.#tasks.length === 0) return;
    const at = this.#chance.below(this.#tasks.length);
    const task = this.#tasks[at]!;
    if (task.process?.alive && task.process.frozen) return;
    this.#tasks[at] = this.#tasks.at(-1)!;
    this.#tasks.pop();
    if (task.process === undefined || task.process.alive) task.run();
  }

  #later(process: Process | undefined, run: () => void): void {
    this.#tasks.push({ process, run });
  }

  #spawn(): Process {
    const process: Process = {
      name: `sink-${this.#names++}`,
      alive: true,
      frozen: false,
      generation: 0,
      writer: undefined,
      reading: false,
      committing: false,
    };
    this.#processes.push(process);
    return process;
  }

  #crash(process: Process): void {
    process.alive = false;
    this.#processes.splice(this.#processes.indexOf(process), 1);
    const next = this.#spawn();
    if (this.#owner === process) this.#assign(next);
  }

  /** A rebalance; the owner before learns of it some time later. */
  #assign(owner: Process): void {
    const generation = ++this.#generation;
    const before = this.#owner;
    this.#owner = owner;
    if (before && before !== owner) {
      this.#later(before, () => {
        if (before.generation >= generation) return;
        before.reading = false;
        before.writer = undefined;
      });
    }
    this.#later(owner, () => {
      if (owner.generation >= generation) return;
      owner.generation = generation;
      owner.reading = false;
      this.#later(owner, () => this.#start(owner, generation));
    });
  }

  #start(process: Process, generation: number): void {
    if (process.generation !== generation) return;
    const { committed } = this;
    if (process.writer?.rejoin(committed)) {
      process.reading = true;
      return;
    }
    let newest: { key: string; firstOffset: bigint } | undefined;
    for (const [key, { metadata: { kind, firstOffset } }] of this.objects) {
      if (kind === "letters") continue;
      if (newest === undefined || firstOffset > newest.firstOffset) newest = { key, firstOffset };
    }
    const state = {
      partition: 0,
      committed,
      metadata: committed === undefined ? "" : metadata,
      lowOffset: 0n,
      highOffset: this.topic.high,
      newestObject: committed === undefined ? newest : undefined,
    };
    try {
      const options = { from: "latest", format: "jsonl", skipLost: false } as const;
      const start = this.#subject.start(config, state, options);
      const read = () => this.#read(process, start);
      if (start.commit) this.#commit(process, generation, start.offset, read);
      else read();
    } catch (error) {
      if (!(error instanceof TickertapeError)) throw error;
      this.stopped = true;
    }
  }

  #read(process: Process, { offset, objectThere }: Start): void {
    this.began ??= offset;
    process.reading = true;
    process.writer = new PartitionWriter({
      prefix: "p",
      topic: "t",
      partition: 0,
      format: "jsonl",
      position: offset,
      objectThere,
      limits: { records: 5, bytes: 5 * LINE_BYTES, ageMs: 3_000 },
      writer: process.name,
      rules: this.#subject.rules,
    });
  }

  #turn(process: Process, act: () => void): void {
    if (process.frozen || !process.reading) return;
    act();
    this.#pump(process);
  }

  #fetch(process: Process): void {
    this.#turn(process, () => {
      const writer = process.writer!;
      if (this.#subject.rules.mustPause(writer.bufferedBytes, MAX_BUFFER)) {
        writer.flush();
        return;
      }
      const records = this.topic.fetch(writer.position, 1 + this.#chance.below(FETCH));
      if (records.length > 0) writer.add(encode(records), this.#now);
      if (writer.bufferedBytes > MAX_BUFFER + FETCH * LINE_BYTES) {
        throw new Violation(`${writer.bufferedBytes} bytes are held, of ${MAX_BUFFER}`);
      }
    });
  }

  #pump(process: Process): void {
    const writer = process.writer;
    if (writer === undefined) return;
    // What is counted as held and is not would keep fetching from going on, one day.
    if (writer.storedTo === writer.position && writer.bufferedBytes !== 0) {
      throw new Violation(`${writer.bufferedBytes} bytes are held, and everything is stored`);
    }
    const due = writer.commitDue;
    if (due !== undefined && !process.committing) {
      process.committing = true;
      const done = () => process.committing = false;
      this.#commit(process, process.generation, due, () => writer.committed(due), done);
    }
    const action = writer.next();
    if (writer.stopped) this.stopped = true;
    if (action) this.#later(process, () => this.#request(process, writer, action));
  }

  #commit(
    process: Process,
    generation: number,
    offset: bigint,
    taken: () => void,
    done: () => void = () => {},
  ): void {
    // A request that has left is carried out, whatever becomes of the process.
    this.#later(undefined, () => {
      const accepted = generation === this.#generation;
      if (accepted) {
        this.#requireStored(offset);
        this.committed = offset;
      }
      const answered = this.#calm || !this.#chance.hits(0.1);
      this.#later(process, () => {
        done();
        if (accepted && answered && process.generation === generation) taken();
        else if (accepted && process.generation === generation) {
          // The answer was lost: the same is committed again.
          this.#commit(process, generation, offset, taken);
        }
      });
    });
  }

  #request(process: Process, writer: PartitionWriter, action: Action): void {
    this.#later(undefined, () => {
      const outcome = this.#carryOut(action);
      this.#later(process, () => {
        if (process.writer !== writer) return;
        writer.settle(outcome, this.#now);
        if (writer.stopped) this.stopped = true;
        this.#pump(process);
      });
    });
  }

  #carryOut(action: Action): Outcome {
    const chance = this.#chance;
    const faulty = !this.#calm;
    if (faulty && chance.hits(0.1)) return { type: "rejected" };
    if (action.type === "head") {
      const found = this.objects.get(action.key);
      return found ? { type: "metadata", metadata: found.metadata, bytes: 1 } : { type: "missing" };
    }
    const condition = this.#subject.rules.putCondition();
    if (condition === "*" && this.objects.has(action.key)) return { type: "exists" };
    const offsets = action.type === "put"
      ? action.range.slices.flatMap((slice) => offsetsOf(slice, action.range.kind === "dead"))
      : action.letters.map((letter) => letter.offset);
    this.objects.set(action.key, { metadata: action.metadata, offsets });
    // The object is written; whoever asked may never hear of it.
    return faulty && chance.hits(0.15) ? { type: "rejected" } : { type: "stored", bytes: 1 };
  }

  /** Nothing is committed past what is stored. */
  #requireStored(offset: bigint): void {
    if (this.committed === undefined) return;
    const stored = new Set([...this.objects.values()].flatMap((object) => object.offsets));
    const missing = this.topic.fetch(this.committed, Infinity)
      .find((record: ModelRecord) => record.offset < offset && !stored.has(record.offset));
    if (missing) throw new Violation(`${offset} is committed, but ${missing.offset} is not stored`);
  }
}

function offsetsOf({ batch, from, to }: Slice, dead: boolean): bigint[] {
  return Array.from(batch.offsets, BigInt).slice(from, to).filter((_, at) =>
    batch.dead.has(from + at) === dead
  );
}
