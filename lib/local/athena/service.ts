/**
 * Athena as a service of the embedded stack.
 * @module
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { NamedQuery, Tag, WorkGroup } from "@aws-sdk/client-athena";
import { AwsError } from "../aws_error.ts";
import { type ConstraintWords, type Shape, validate } from "../aws/shape.ts";
import type { JsonService } from "../types.ts";
import type { AthenaContext, AthenaOptions, StoredStatement } from "./context.ts";
import { type Engine, openEngine } from "./engine/engine.ts";
import { createTables, openDocuments, openExecutions } from "./executions/documents.ts";
import { createRunner } from "./executions/runner.ts";
import { forgetScratch } from "./tables/scratch.ts";
import { invalidRequest } from "./operations/input.ts";
import { OPERATIONS } from "./operations/mod.ts";
import { SHAPES } from "./operations/shapes.ts";

const WORDS: ConstraintWords = { showsValues: false, error: invalidRequest };

const GIGABYTE = 1024 ** 3;

/**
 * Makes Athena. The engine is loaded with the first query, or a moment after the start.
 *
 * @param options State, catalog and objects to work on
 * @returns The service `AmazonAthena`
 */
export function createAthena(options: AthenaOptions): JsonService {
  const { db, catalog, store, dataDir, settings = {} } = options;
  createTables(db);
  const scratch = join(dataDir, "athena");
  // What the engine left there is of no use to another process.
  rmSync(scratch, { recursive: true, force: true });
  forgetScratch(scratch);
  mkdirSync(scratch, { recursive: true });
  let engine: Promise<Engine> | undefined;
  const openOnce = () =>
    engine ??= openEngine({
      allowedDirectories: [join(dataDir, "objects"), scratch],
      tempDirectory: join(scratch, "spill"),
      memoryLimit: settings.memoryLimit ?? "2GB",
    }).catch((error) => {
      // The next query tries again.
      engine = undefined;
      throw error;
    });
  const warmUp = settings.warmUpMs ?? 1500;
  const timer = warmUp < 0 ? undefined : setTimeout(() => void openOnce().catch(() => {}), warmUp);
  if (timer !== undefined) Deno.unrefTimer(timer);
  const statements = openDocuments<StoredStatement>(db, "statement");
  const executions = openExecutions(db);
  const context: AthenaContext = {
    catalog,
    store,
    executions,
    workGroups: openDocuments<WorkGroup & { Name: string }>(db, "work_group"),
    namedQueries: openDocuments<NamedQuery & { NamedQueryId: string }>(db, "named_query"),
    statements,
    tags: openDocuments<Tag[]>(db, "tags"),
    runner: createRunner(
      executions,
      {
        engine: openOnce,
        catalog,
        store,
        scratch,
        limits: {
          scratchBytes: settings.scratchBytes ?? 4 * GIGABYTE,
          resultBytes: settings.resultBytes ?? GIGABYTE / 2,
        },
      },
      {
        getStatement: (group, name) => statements.get(`${group}/${name}`)?.QueryStatement,
        putStatement: (group, name, sql) =>
          statements.put(`${group}/${name}`, {
            StatementName: name,
            QueryStatement: sql,
            WorkGroupName: group,
            Description: "",
            LastModifiedTime: new Date(),
          }),
        deleteStatement: (group, name) => statements.delete(`${group}/${name}`),
      },
      settings,
    ),
  };
  return {
    target: "AmazonAthena",
    async handle(operation, input) {
      const run = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
      if (!run) throw new AwsError("UnknownOperationException", "");
      return await run(context, validate(SHAPES[operation] as Shape, input, WORDS));
    },
    async close() {
      clearTimeout(timer);
      await context.runner.close();
      (await engine?.catch(() => undefined))?.close();
    },
  };
}
