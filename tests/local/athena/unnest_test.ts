/**
 * UNNEST of arrays of rows, where Athena is not Trino: the row stays whole in one column, as in
 * every example of AWS's documentation.
 */
import { assertEquals } from "@std/assert";
import { testAthena } from "./harness.ts";

// https://docs.aws.amazon.com/athena/latest/ug/filtering-nested-with-dot.html
const SITES = `WITH dataset AS (SELECT ARRAY[
    CAST(ROW('aws.amazon.com', ROW(true)) AS ROW(hostname VARCHAR, flaggedActivity ROW(isNew BOOLEAN))),
    CAST(ROW('news.cnn.com', ROW(false)) AS ROW(hostname VARCHAR, flaggedActivity ROW(isNew BOOLEAN)))
  ] AS items)`;

Deno.test("an array of rows makes one column, whose fields are named through it", async () => {
  await using test = await testAthena();
  assertEquals(
    await test.rows(`${SITES} SELECT sites.hostname, sites.flaggedActivity.isNew
      FROM dataset, UNNEST(items) t(sites) WHERE sites.flaggedActivity.isNew = true`),
    [["aws.amazon.com", "true"]],
  );
  assertEquals(
    await test.rows(`${SITES} SELECT n, t.s.hostname, s
      FROM dataset CROSS JOIN UNNEST(items, ARRAY[7]) WITH ORDINALITY AS t(s, x, n) ORDER BY n`),
    [
      ["1", "aws.amazon.com", "{hostname=aws.amazon.com, flaggedactivity={isnew=true}}"],
      ["2", "news.cnn.com", "{hostname=news.cnn.com, flaggedactivity={isnew=false}}"],
    ],
  );
  const { reason } = await test.run(
    `${SITES} SELECT * FROM dataset, UNNEST(items) t(hostname, activity)`,
  );
  assertEquals(
    reason,
    "MISMATCHED_COLUMN_ALIASES: line 4:38: Column alias list has 2 entries but 't' has 1 columns available",
  );
});

// https://docs.aws.amazon.com/athena/latest/ug/flattening-arrays.html
Deno.test("rows of rows are unnested one after the other", async () => {
  await using test = await testAthena();
  assertEquals(
    await test.rows(`WITH dataset AS (SELECT ARRAY[
        CAST(ROW('Sally', ARRAY[1,2,3,4]) AS ROW(name VARCHAR, scores ARRAY(INTEGER))),
        CAST(ROW('Amy', ARRAY[12,13,14,15]) AS ROW(name VARCHAR, scores ARRAY(INTEGER))),
        NULL
      ] AS users),
      users AS (
        SELECT person, score FROM dataset, UNNEST(dataset.users) AS t(person),
          UNNEST(person.scores) AS t(score)
      )
      SELECT person.name, SUM(score) AS total_score FROM users
      GROUP BY (person.name) ORDER BY (total_score) DESC`),
    [["Amy", "54"], ["Sally", "10"]],
  );
});
