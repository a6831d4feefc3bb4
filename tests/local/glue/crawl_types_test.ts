/** Types of columns in JSON. Rules: "Types" of the crawler's behaviour, and real definitions. */
import { assertEquals } from "@std/assert";
import { columnsOf, withGlue } from "./glue_fixture.ts";

/** Gives the columns of a table over records, one object each. */
async function typesOf(...records: unknown[]): Promise<string[]> {
  return await typesOfText(...records.map((record) => JSON.stringify(record)));
}

async function typesOfText(...texts: string[]): Promise<string[]> {
  let columns: string[] = [];
  await withGlue(async ({ store, crawl, table }) => {
    store.text("s3://bucket/t/a.json", texts.join("\n"));
    await crawl("s3://bucket/t/");
    columns = columnsOf(table());
  });
  return columns;
}

Deno.test("types: int, double, boolean, string", async () => {
  assertEquals(
    await typesOf({ a: 1, b: 1.5, c: true, d: "x" }),
    ["a int", "b double", "c boolean", "d string"],
  );
});

Deno.test("types: bigint past 32 bits", async () => {
  assertEquals(
    await typesOf({ a: 2147483647, b: 2147483648, c: -2147483648, d: -2147483649 }),
    ["a int", "b bigint", "c int", "d bigint"],
  );
  assertEquals(
    await typesOfText(
      '{"a": 9223372036854775807, "b": -9223372036854775808, "c": 9223372036854775808}',
    ),
    ["a bigint", "b bigint", "c double"],
  );
});

Deno.test("types: a number written with a fraction or an exponent is a double, even a whole one", async () => {
  assertEquals(await typesOfText('{"a": 1.0, "b": 1e3, "c": -0}'), [
    "a double",
    "b double",
    "c int",
  ]);
});

Deno.test("types: always null or an empty array is a string", async () => {
  assertEquals(await typesOf({ a: null, b: [] }, { a: null, b: [] }), ["a string", "b string"]);
});

Deno.test("types: null gives way to any other type", async () => {
  assertEquals(await typesOf({ a: null, b: 1 }, { a: 1.5, b: null }), ["a double", "b int"]);
});

Deno.test("types: array<…> and struct<…>", async () => {
  assertEquals(
    await typesOf({ a: [1, 2], b: { x: 1, y: "z" }, c: [{ k: true }], d: [[1.5]] }),
    [
      "a array<int>",
      "b struct<x:int,y:string>",
      "c array<struct<k:boolean>>",
      "d array<array<double>>",
    ],
  );
});

// From the definition of a real crawler's table of Twitter users.
Deno.test("types: nested empty arrays as a real crawler wrote them", async () => {
  const url = { indices: [0, 23], display_url: "a", expanded_url: "b", url: "c" };
  const entities = {
    url: { hashtags: [], media: null, urls: [url], user_mentions: [] },
    description: { hashtags: [], media: null, urls: ["x"], user_mentions: [] },
  };
  assertEquals(await typesOf({ entities }), [
    "entities struct<url:struct<hashtags:string,media:string,urls:array<struct<indices:" +
    "array<int>,display_url:string,expanded_url:string,url:string>>,user_mentions:string>," +
    "description:struct<hashtags:string,media:string,urls:array<string>,user_mentions:string>>",
  ]);
});

Deno.test("types: int with double is double, int with bigint is bigint", async () => {
  assertEquals(await typesOf({ a: 1, b: 1 }, { a: 1.5, b: 3000000000 }), ["a double", "b bigint"]);
  assertEquals(await typesOf({ a: 3000000000 }, { a: 1.5 }), ["a double"]);
});

Deno.test("types: other conflicts of scalars are string", async () => {
  assertEquals(await typesOf({ a: 1, b: true, c: [1] }, { a: "x", b: 2, c: "y" }), [
    "a string",
    "b string",
    "c string",
  ]);
});

Deno.test("types: ISO dates stay string", async () => {
  assertEquals(await typesOf({ a: "2024-01-31", b: "2024-01-31T10:00:00Z" }), [
    "a string",
    "b string",
  ]);
});

Deno.test("types: structs take up each other's fields, arrays each other's elements", async () => {
  assertEquals(
    await typesOf({ a: { x: 1 }, b: [1] }, { a: { y: "z", x: 2.5 }, b: [2.5, null] }),
    ["a struct<x:double,y:string>", "b array<double>"],
  );
});

Deno.test("types: what is null in one object and text in another is not null to a third", () =>
  withGlue(async ({ store, crawl, table }) => {
    store.lines("s3://bucket/t/1.json", [{ a: { x: null }, b: { y: [] } }]);
    store.lines("s3://bucket/t/2.json", [{ a: { x: "s" }, b: { y: "s" } }]);
    store.lines("s3://bucket/t/3.json", [{ a: { x: 1 }, b: { y: [1] } }]);
    await crawl("s3://bucket/t/");
    assertEquals(columnsOf(table()), ["a struct<x:string>", "b struct<y:string>"]);
  }));

Deno.test("columns are lower case, in the order first seen", async () => {
  assertEquals(await typesOf({ Zulu: 1, Alpha: 2 }, { Mike: 3, Zulu: 4 }), [
    "zulu int",
    "alpha int",
    "mike int",
  ]);
});

Deno.test("keys that differ in case alone are one column", async () => {
  assertEquals(await typesOf({ Close: 1 }, { close: 2.5 }), ["close double"]);
});

Deno.test("nested keys keep their case", async () => {
  assertEquals(await typesOf({ A: { InnerKey: 1 } }), ["a struct<InnerKey:int>"]);
});

Deno.test("paths: the original top-level keys, ASCII-sorted, joined by commas", () =>
  withGlue(async ({ store, crawl, table }) => {
    // The key set and the resulting text are from a real crawler's definition.
    store.lines("s3://bucket/customer/a.json", [{
      customerName: "A",
      email: "B",
      phone: "C",
      birthDay: "D",
      serialNumber: "E",
      registrationDate: 1655293787680,
      lastUpdateDate: 1655293787680,
      shareWithResearchAsOfDate: 1655293787680,
      shareWithPublicAsOfDate: 1655293787680,
      shareWithFriendsAsOfDate: 1655293787680,
    }, { "Adj Close": 1 }]);
    await crawl("s3://bucket/customer/");
    assertEquals(table().StorageDescriptor?.SerdeInfo, {
      SerializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
      Parameters: {
        paths: "Adj Close,birthDay,customerName,email,lastUpdateDate,phone,registrationDate," +
          "serialNumber,shareWithFriendsAsOfDate,shareWithPublicAsOfDate," +
          "shareWithResearchAsOfDate",
      },
    });
    assertEquals(columnsOf(table())[5], "registrationdate bigint");
  }));
