/** A stack of objects, catalog and Athena in a temporary folder, for tests. */
import type { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AthenaSettings } from "../../../lib/local/athena/mod.ts";
import { createAthena } from "../../../lib/local/athena/mod.ts";
import { openDatabase } from "../../../lib/local/database.ts";
import { createCatalog } from "../../../lib/local/glue/mod.ts";
import { createObjectStore } from "../../../lib/local/s3/mod.ts";
import type { Catalog, JsonService, ObjectStore } from "../../../lib/local/types.ts";

/** What a query gave. */
export interface Answer {
  id: string;
  state: string;
  /** Why it failed. */
  reason?: string;
  types: string[];
  /** Rows, the header first for a SELECT. */
  rows: (string | null)[][];
  bytes: number;
  // deno-lint-ignore no-explicit-any -- the API's shape
  execution: any;
}

export interface TestAthena extends AsyncDisposable {
  athena: JsonService;
  catalog: Catalog;
  store: ObjectStore;
  db: DatabaseSync;
  dir: string;
  /** Runs an operation. */
  // deno-lint-ignore no-explicit-any -- the API's shapes
  call(operation: string, input: Record<string, unknown>): Promise<any>;
  start(sql: string, more?: Record<string, unknown>): Promise<string>;
  /** Runs a query to its end. */
  run(sql: string, more?: Record<string, unknown>): Promise<Answer>;
  put(key: string, text: string): Promise<void>;
  /** Rows of a query that succeeds, without the header. */
  rows(sql: string): Promise<(string | null)[][]>;
  /** Closes the service and makes another over the same state. */
  restart(settings?: AthenaSettings): Promise<void>;
}

/**
 * Makes a database `db`, buckets `data` and `out`, and an Athena over them, in a folder whose name
 * begins with `prefix`.
 */
export async function testAthena(
  settings: AthenaSettings = {},
  prefix = "tickertape-athena-",
): Promise<TestAthena> {
  const dir = await Deno.makeTempDir({ prefix });
  const db = openDatabase(join(dir, "state.sqlite"));
  const store = createObjectStore(db, join(dir, "objects"));
  const catalog = createCatalog(db);
  for (const bucket of ["data", "out"]) store.buckets.create(bucket, "us-east-1");
  catalog.putDatabase({ Name: "db" });
  const open = (own: AthenaSettings) =>
    createAthena({ db, catalog, store, dataDir: dir, settings: { warmUpMs: -1, ...own } });
  const test: TestAthena = {
    athena: open(settings),
    catalog,
    store,
    db,
    dir,
    call: (operation, input) => test.athena.handle(operation, input),
    async start(sql, more = {}) {
      const { QueryExecutionId } = await test.call("StartQueryExecution", {
        QueryString: sql,
        ClientRequestToken: crypto.randomUUID(),
        QueryExecutionContext: { Database: "db" },
        ResultConfiguration: { OutputLocation: "s3://out/results/" },
        ...more,
      });
      return QueryExecutionId;
    },
    async run(sql, more = {}) {
      const id = await test.start(sql, more);
      const execution = await ended(test, id);
      const { State: state, StateChangeReason: reason } = execution.Status;
      const answer: Answer = {
        id,
        state,
        reason,
        types: [],
        rows: [],
        bytes: execution.Statistics.DataScannedInBytes,
        execution,
      };
      if (state !== "SUCCEEDED") return answer;
      const { ResultSet } = await test.call("GetQueryResults", { QueryExecutionId: id });
      answer.types = ResultSet.ResultSetMetadata.ColumnInfo.map((c: { Type: string }) => c.Type);
      answer.rows = ResultSet.Rows.map((row: { Data: { VarCharValue?: string }[] }) =>
        row.Data.map((datum) => datum.VarCharValue ?? null)
      );
      return answer;
    },
    async put(key, text) {
      const bytes = new TextEncoder().encode(text);
      await store.put("data", key, key.endsWith(".gz") ? gzipSync(bytes) : bytes);
    },
    async rows(sql) {
      const answer = await test.run(sql);
      if (answer.state !== "SUCCEEDED") throw new Error(`${sql}: ${answer.reason}`);
      return answer.rows.slice(1);
    },
    async restart(own = {}) {
      await test.athena.close();
      test.athena = open(own);
    },
    async [Symbol.asyncDispose]() {
      await test.athena.close();
      await store.close();
      db.close();
      await Deno.remove(dir, { recursive: true });
    },
  };
  return test;
}

/** Why a statement that writes failed, without the hint at what it may have left behind. */
export function cause(reason: string | undefined): string | undefined {
  return reason?.replace(/\. (You may need to manually clean|If a data manifest file) .*$/, "");
}

/** Waits for the end of an execution. */
// deno-lint-ignore no-explicit-any -- the API's shape
export async function ended(test: TestAthena, id: string): Promise<any> {
  for (;;) {
    const { QueryExecution } = await test.call("GetQueryExecution", { QueryExecutionId: id });
    if (["SUCCEEDED", "FAILED", "CANCELLED"].includes(QueryExecution.Status.State)) {
      return QueryExecution;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A table of JSON lines under `s3://data/<name>/`. */
export function jsonTable(
  test: TestAthena,
  name: string,
  columns: Record<string, string>,
  options: {
    partitions?: Record<string, string>;
    serde?: Record<string, string>;
    properties?: Record<string, string>;
  } = {},
): void {
  const list = (entries: Record<string, string>) =>
    Object.entries(entries).map(([Name, Type]) => ({ Name, Type }));
  test.catalog.putTable({
    Name: name,
    DatabaseName: "db",
    TableType: "EXTERNAL_TABLE",
    Parameters: options.properties ?? {},
    PartitionKeys: list(options.partitions ?? {}),
    StorageDescriptor: {
      Columns: list(columns),
      Location: `s3://data/${name}/`,
      SerdeInfo: {
        SerializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
        Parameters: options.serde ?? {},
      },
    },
  });
}
