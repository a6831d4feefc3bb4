"""Athena through PyAthena, its DB-API and its SQLAlchemy dialect. Prints what it saw as JSON."""

import datetime
import json
import logging
import warnings

import boto3
from pyathena import connect
from pyathena.async_cursor import AsyncCursor
from pyathena.cursor import DictCursor
from sqlalchemy import Column, MetaData, Table, create_engine, func, inspect, select, types

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

OUTPUT = "s3://answers/pyathena/"
boto3.client("s3").create_bucket(Bucket="answers")
connection = connect(s3_staging_dir=OUTPUT, schema_name="quotes", poll_interval=0.02)
seen = {}


def ask(sql, *arguments, cursor=None, **options):
    return connection.cursor(cursor).execute(sql, *arguments, **options)


ask("CREATE DATABASE quotes")
values = ask(
    """SELECT true, 3, bigint '4', real '1.5', 2.5e0, decimal '1.20', 'x', date '2024-01-31',
    timestamp '2024-01-31 01:02:03.456', x'6162', array[1, NULL], json '{"a": [1]}', NULL"""
)
seen["types"] = [column[1] for column in values.description]
seen["values"] = [str(value) for value in values.fetchone()]
seen["dict"] = ask("SELECT 1 AS a, 'x' AS b", cursor=DictCursor).fetchall()
named = {"day": datetime.date(2024, 1, 31), "text": "it's", "list": [1, 2]}
seen["named"] = ask("SELECT %(text)s, 1 IN %(list)s, year(%(day)s)", named).fetchone()
seen["marks"] = ask("SELECT ? || ?, ?", ["'it''s'", "plain text", "1.5e0"], paramstyle="qmark").fetchone()
seen["pages"] = len(ask("SELECT x FROM unnest(sequence(1, 2345)) AS t(x)").fetchall())
many = connection.cursor()
ask("CREATE TABLE made WITH (format = 'PARQUET') AS SELECT 1 AS a, 'x' AS b")
many.executemany("INSERT INTO made VALUES (%(a)s, %(b)s)", [{"a": n, "b": "y"} for n in (2, 3)])
again = {"result_reuse_enable": True, "result_reuse_minutes": 5}
counts = [ask("SELECT count(*) FROM made", **again) for _ in range(2)]
seen["reuse"] = [(count.fetchone()[0], count.reused_previous_result) for count in counts]
later = connection.cursor(AsyncCursor)
slow = "SELECT count(*) FROM unnest(sequence(1, 10000)) AS a(x), unnest(sequence(1, 10000)) AS b(y), " \
    "unnest(sequence(1, 100)) AS c(z)"
query, result = later.execute(slow)
later.cancel(query).result()
seen["cancelled"] = result.result().state
for name, sql in (("missing", "SELECT nope FROM made"), ("malformed", "SELEC 1")):
    try:
        ask(sql)
    except Exception as error:
        seen[name] = type(error).__name__
seen["tables"] = [table.name for table in connection.cursor().list_table_metadata(schema_name="quotes")]

endpoint = boto3.client("athena").meta.endpoint_url
url = f"awsathena+rest://:@athena.us-east-1.amazonaws.com/quotes?s3_staging_dir={OUTPUT}"
engine = create_engine(f"{url}&poll_interval=0.02&endpoint_url={endpoint}")
inspector = inspect(engine)
seen["has"] = [inspector.has_table(name) for name in ("made", "none")]
ticks = Table(
    "ticks",
    MetaData(schema="quotes"),
    Column("close", types.Numeric(10, 2)),
    Column("index", types.String),
    Column("day", types.Date, awsathena_partition=True),
    awsathena_location="s3://answers/ticks/",
    awsathena_file_format="PARQUET",
)
ticks.create(engine)
with engine.begin() as running:
    running.execute(ticks.insert().values(close=1.5, index="it's", day=datetime.date(2024, 1, 31)))
    query = select(ticks, func.count().over()).where(ticks.c.index.like("it%")).limit(5)
    seen["ticks"] = [[str(value) for value in row] for row in running.execute(query)]
seen["columns"] = [(column["name"], str(column["type"])) for column in inspector.get_columns("ticks")]
ticks.drop(engine)
seen["left"] = inspect(engine).get_table_names()
print(json.dumps(seen))
