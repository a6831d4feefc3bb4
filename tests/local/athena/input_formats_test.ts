/** What a table's input format makes of its objects: lines, CloudTrail's records, or a refusal. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { gzipSync } from "node:zlib";
import { testAthena } from "./harness.ts";

const TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

const EVENTS = [
  {
    eventVersion: "1.08",
    userIdentity: {
      type: "AssumedRole",
      arn: "arn:aws:sts::111122223333:assumed-role/a/b",
      sessionContext: {
        attributes: { creationDate: "2023-05-01T10:00:00Z", mfaAuthenticated: "false" },
        sessionIssuer: { arn: "arn:aws:iam::111122223333:role/a" },
        webIdFederationData: {},
      },
    },
    eventTime: "2023-05-01T10:05:00Z",
    eventName: "GetObject",
    awsRegion: "us-east-1",
    requestParameters: { bucketName: "b", key: "example/datafile.txt", size: 9007199254740993n },
    responseElements: null,
    readOnly: true,
    resources: [
      { type: "AWS::S3::Object", ARN: "arn:aws:s3:::example/datafile.txt" },
      { accountId: "111122223333", type: "AWS::S3::Bucket", ARN: "arn:aws:s3:::example" },
    ],
  },
  { eventName: "ListBuckets", requestParameters: { a: [1, { b: "c" }] }, readOnly: false },
];

// https://docs.aws.amazon.com/athena/latest/ug/cloudtrail-logs.html
for (
  const serde of [
    "org.apache.hive.hcatalog.data.JsonSerDe",
    "com.amazon.emr.hive.serde.CloudTrailSerde",
  ]
) {
  Deno.test(`CloudTrail: ${serde} gives each of a document's records, objects in text as JSON`, async () => {
    await using test = await testAthena();
    const made = await test.run(
      `CREATE EXTERNAL TABLE trail (
        eventversion STRING,
        useridentity STRUCT<type:STRING, arn:STRING, userName:STRING, sessioncontext:STRUCT<
          attributes:STRUCT<mfaauthenticated:STRING, creationdate:STRING>,
          sessionissuer:STRUCT<type:STRING, arn:STRING>,
          webIdFederationData:map<string,string>>>,
        eventtime STRING, eventname STRING, awsregion STRING,
        requestparameters STRING, responseelements STRING, readonly STRING,
        resources ARRAY<STRUCT<arn:STRING, accountid:STRING, type:STRING>>)
      PARTITIONED BY (day string) ROW FORMAT SERDE '${serde}'
      STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
      OUTPUTFORMAT '${TEXT_OUTPUT}' LOCATION 's3://data/trail/'`,
    );
    assertEquals(made.reason, undefined);
    const text = JSON.stringify(
      { Records: EVENTS },
      (_, value) => typeof value === "bigint" ? Number(value) : value,
      2,
    ).replace("9007199254740992", "9007199254740993");
    await test.store.put("data", "trail/2023/05/01/a.json.gz", gzipSync(text));
    await test.run(
      "ALTER TABLE trail ADD PARTITION (day='2023/05/01') LOCATION 's3://data/trail/2023/05/01/'",
    );
    assertEquals(
      await test.rows(`SELECT eventname, useridentity.sessioncontext.sessionissuer.arn,
        useridentity.sessioncontext.attributes.mfaauthenticated, requestparameters,
        json_extract_scalar(requestparameters, '$.size'), responseelements, readonly
        FROM trail WHERE day = '2023/05/01' ORDER BY eventname`),
      [
        [
          "GetObject",
          "arn:aws:iam::111122223333:role/a",
          "false",
          '{"bucketName":"b","key":"example/datafile.txt","size":9007199254740993}',
          "9007199254740993",
          null,
          "true",
        ],
        ["ListBuckets", null, null, '{"a":[1,{"b":"c"}]}', null, null, "false"],
      ],
    );
    assertEquals(
      await test.rows(`SELECT awsregion, replace(unnested.entry.ARN, 'arn:aws:s3:::') AS s3_resource
        FROM trail t CROSS JOIN UNNEST(t.resources) unnested (entry)
        WHERE unnested.entry.ARN LIKE '%example/datafile.txt'`),
      [["us-east-1", "example/datafile.txt"]],
    );
    for (const [i, broken] of ['{"Digest":[]}', "{", "[1]"].entries()) {
      await test.put(`trail/2023/05/01/broken.json`, broken);
      const { reason } = await test.run(`SELECT count(eventname) FROM trail -- ${i}`);
      assertStringIncludes(
        reason!,
        "HIVE_CURSOR_ERROR: s3://data/trail/2023/05/01/broken.json is no log of CloudTrail: ",
      );
    }
  });
}

Deno.test("an input format that reads objects otherwise is refused by name", async () => {
  await using test = await testAthena();
  const formats = [
    "org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat",
    "org.apache.hudi.hadoop.HoodieParquetInputFormat",
    "org.apache.hadoop.hive.ql.io.orc.OrcInputFormat",
  ];
  for (const format of formats) {
    const { reason } = await test.run(
      `CREATE EXTERNAL TABLE t (a string)
      ROW FORMAT SERDE 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
      STORED AS INPUTFORMAT '${format}' OUTPUTFORMAT '${TEXT_OUTPUT}' LOCATION 's3://data/t/'`,
    );
    assertEquals(reason, `NOT_SUPPORTED: The input format '${format}' is not supported`);
  }
  const tables = [
    [{ InputFormat: formats[0] }, {}, `The input format '${formats[0]}'`],
    [{}, { table_type: "DELTA" }, "a table of DELTA"],
  ] as const;
  for (const [storage, Parameters, named] of tables) {
    test.catalog.putTable({
      Name: "symlinks",
      DatabaseName: "db",
      Parameters,
      StorageDescriptor: {
        Columns: [{ Name: "a", Type: "string" }],
        Location: "s3://data/t/",
        SerdeInfo: { SerializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe" },
        ...storage,
      },
    });
    assertEquals(
      (await test.run("SELECT * FROM symlinks")).reason,
      `NOT_SUPPORTED: ${named} is not supported`,
    );
    test.catalog.deleteTable("db", "symlinks");
  }
});

// https://docs.aws.amazon.com/athena/latest/ug/delta-lake-tables.html
// https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-creating-tables.html
Deno.test("tables of another kind, and what only these can do, are refused by name", async () => {
  await using test = await testAthena();
  await test.run("CREATE EXTERNAL TABLE t (a int) LOCATION 's3://data/t/'");
  const refused = {
    "CREATE EXTERNAL TABLE d LOCATION 's3://data/d/' TBLPROPERTIES ('table_type'='DELTA')":
      "line 1:23: the table_type DELTA",
    "CREATE TABLE i (id bigint, c string) PARTITIONED BY (c, bucket(16, id)) LOCATION 's3://data/i/'":
      "line 1:54: PARTITIONED BY columns without types, as for an Iceberg table,",
    "ALTER TABLE t UNSET TBLPROPERTIES ('a')": "line 1:15: ALTER TABLE UNSET TBLPROPERTIES",
  };
  for (const [sql, named] of Object.entries(refused)) {
    assertEquals((await test.run(sql)).reason, `NOT_SUPPORTED: ${named} is not supported`);
  }
});
