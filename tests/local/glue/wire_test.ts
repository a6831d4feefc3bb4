/** The embedded Glue over the wire, with AWS's own client and the embedded S3. */
import {
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateTableCommand,
  EntityNotFoundException,
  GetCrawlerCommand,
  GetPartitionsCommand,
  GetTableCommand,
  GlueClient,
  GlueServiceException,
  paginateGetPartitions,
  StartCrawlerCommand,
} from "@aws-sdk/client-glue";
import { assertEquals, assertInstanceOf, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { startAwsServer } from "../../../lib/local/aws_server.ts";
import { openDatabase } from "../../../lib/local/database.ts";
import { createCatalog, createGlue } from "../../../lib/local/glue/mod.ts";
import { createObjectStore, createS3Handler } from "../../../lib/local/s3/mod.ts";
import { columnsOf, keysOf, ROLE } from "./glue_fixture.ts";

interface Served {
  client: GlueClient;
  url: string;
}

/** Serves Glue and S3 over a data folder, for as long as `body` takes. */
async function serve(dir: string, body: (served: Served) => Promise<void>): Promise<void> {
  const db = openDatabase(join(dir, "state.sqlite"));
  const store = createObjectStore(db, join(dir, "objects"));
  const glue = createGlue({ db, catalog: createCatalog(db), store });
  const log = () => {};
  const server = startAwsServer({
    port: 0,
    services: [glue],
    s3: createS3Handler(store, { log }),
    control: () => new Response(null, { status: 404 }),
    log,
  });
  const client = new GlueClient({
    region: "us-east-1",
    endpoint: server.url,
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    maxAttempts: 1,
  });
  try {
    await body({ client, url: server.url });
  } finally {
    client.destroy();
    await server.close();
    await glue.close();
    store.close();
    db.close();
  }
}

async function withFolder(body: (dir: string) => Promise<void>): Promise<void> {
  const dir = await Deno.makeTempDir({ prefix: "tickertape-test-" });
  try {
    await body(dir);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

async function put(url: string, body?: Uint8Array): Promise<void> {
  const init = { method: "PUT", ...(body ? { body: body.slice().buffer } : {}) };
  const response = await fetch(url, init);
  await response.body?.cancel();
  assertEquals(response.status, 200);
}

Deno.test("over the wire: a crawl of objects in S3, its table and partitions; all survives a restart", () =>
  withFolder(async (dir) => {
    await serve(dir, async ({ client, url }) => {
      await put(`${url}/prices`);
      for (const hour of ["09", "10", "11"]) {
        const line = `${JSON.stringify({ Index: "HSI", Close: 1.5, kafka_offset: 0 })}\n`;
        await put(`${url}/prices/stock/dt=2024-01-31/hour=${hour}/a.jsonl.gz`, gzipSync(line));
      }
      await client.send(new CreateDatabaseCommand({ DatabaseInput: { Name: "market" } }));
      await client.send(
        new CreateCrawlerCommand({
          Name: "c",
          Role: ROLE,
          DatabaseName: "market",
          Targets: { S3Targets: [{ Path: "s3://prices/stock/" }] },
        }),
      );
      await client.send(new StartCrawlerCommand({ Name: "c" }));
      for (;;) {
        const { Crawler } = await client.send(new GetCrawlerCommand({ Name: "c" }));
        if (Crawler?.State === "READY") break;
      }
    });
    await serve(dir, async ({ client }) => {
      const { Crawler } = await client.send(new GetCrawlerCommand({ Name: "c" }));
      assertEquals(Crawler?.LastCrawl?.Status, "SUCCEEDED");
      assertInstanceOf(Crawler?.LastCrawl?.StartTime, Date);
      const table = { DatabaseName: "market", Name: "stock" };
      const { Table } = await client.send(new GetTableCommand(table));
      assertInstanceOf(Table?.CreateTime, Date);
      assertEquals(Table && columnsOf(Table), ["index string", "close double", "kafka_offset int"]);
      assertEquals(Table && keysOf(Table), ["dt string", "hour string"]);
      const values: string[] = [];
      const pages = paginateGetPartitions({ client, pageSize: 2 }, {
        DatabaseName: "market",
        TableName: "stock",
        Expression: "dt = '2024-01-31' AND hour > '09'",
      });
      for await (const { Partitions = [] } of pages) {
        values.push(...Partitions.map((partition) => partition.Values?.join("/") ?? ""));
      }
      assertEquals(values, ["2024-01-31/10", "2024-01-31/11"]);
    });
  }));

Deno.test("over the wire: errors are the client's classes, with HTTP status 400", () =>
  withFolder((dir) =>
    serve(dir, async ({ client }) => {
      const missing = await assertRejects(
        () => client.send(new GetTableCommand({ DatabaseName: "x", Name: "t" })),
        EntityNotFoundException,
        "Database x not found.",
      );
      assertEquals(missing.$metadata.httpStatusCode, 400);
      const invalid = await assertRejects(
        () => client.send(new GetPartitionsCommand({ DatabaseName: "", TableName: "t" })),
        GlueServiceException,
        "Value '' at 'databaseName' failed to satisfy constraint",
      );
      assertEquals(invalid.name, "ValidationException");
    })
  ));

Deno.test("over the wire: times that are sent are kept", () =>
  withFolder((dir) =>
    serve(dir, async ({ client }) => {
      const LastAccessTime = new Date("2024-01-31T10:00:00.000Z");
      await client.send(new CreateDatabaseCommand({ DatabaseInput: { Name: "db" } }));
      await client.send(
        new CreateTableCommand({ DatabaseName: "db", TableInput: { Name: "t", LastAccessTime } }),
      );
      const { Table } = await client.send(new GetTableCommand({ DatabaseName: "db", Name: "t" }));
      assertEquals(Table?.LastAccessTime, LastAccessTime);
    })
  ));
