"""S3, Glue and Athena at once, through awswrangler, pandas, pyarrow and s3fs. Prints what it saw."""

import datetime
import decimal
import json
import logging
import os
import time
import warnings
from urllib.parse import urlsplit

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import awswrangler as wr
import boto3
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.fs
import pyarrow.parquet as pq
import s3fs

BUCKET = "frames"
OUTPUT = "s3://answers/"
seen = {}
s3 = boto3.client("s3")
for bucket in (BUCKET, "answers"):
    s3.create_bucket(Bucket=bucket)


def ask(sql, folder="", **options):
    output = OUTPUT + folder
    frame = wr.athena.read_sql_query(sql, database="frames", s3_output=output, **options)
    return json.loads(frame.to_json(orient="records", date_format="iso"))


# The way of the library's own tutorials: a partitioned dataset, its table, a query.
frame = pd.DataFrame({
    "Index": ["HSI", "NYA", "HSI"],
    "Close": [1.5, 2.5, None],
    "Volume": pd.array([1, None, 3], dtype="Int64"),
    "Day": [datetime.date(2024, 1, day) for day in (1, 2, 3)],
    "Price": [decimal.Decimal("1.10")] * 3,
    "Tags": [["a", "b"], ["c"], []],
    "dt": ["2024-01-01", "2024-01-02", "2024-01-01"],
})
dataset = {"dataset": True, "database": "frames", "table": "prices", "partition_cols": ["dt"]}
wr.catalog.create_database("frames")
wr.s3.to_parquet(frame, path=f"s3://{BUCKET}/prices/", **dataset)
seen["types"] = wr.catalog.get_table_types("frames", "prices")
sql = 'SELECT "index", close, volume, day, price, tags, dt FROM prices ORDER BY day'
seen["ctas"] = ask(sql)
# Arrays come back as arrays by CTAS and UNLOAD, and as text by the CSV.
seen["unload"] = ask(sql, "unload/", ctas_approach=False, unload_approach=True) == seen["ctas"]
seen["text"] = [row["tags"] for row in ask(sql, ctas_approach=False)]
wr.s3.to_parquet(frame[:1], path=f"s3://{BUCKET}/prices/", mode="overwrite_partitions", **dataset)
more = frame[1:].assign(Extra=7)
wr.s3.to_parquet(more, path=f"s3://{BUCKET}/prices/", mode="append", schema_evolution=True, **dataset)
count = "SELECT dt, count(*) AS n, sum(extra) AS extra FROM prices GROUP BY dt ORDER BY dt"
seen["evolved"] = ask(count, ctas_approach=False)
chosen = 'SELECT count(*) AS n FROM prices WHERE "index" = ?'
seen["parameter"] = ask(chosen, ctas_approach=False, params=["HSI"], paramstyle="qmark")
for name, write in (("csv", wr.s3.to_csv), ("json", wr.s3.to_json)):
    options = {"orient": "records", "lines": True} if name == "json" else {}
    columns = frame[["Index", "Close", "dt"]]
    where = {**dataset, "table": name, "path": f"s3://{BUCKET}/{name}/"}
    write(columns, index=False, **options, **where)
    seen[name] = ask(f"SELECT count(close) AS n, max(close) AS high FROM {name}", ctas_approach=False)
wr.catalog.delete_partitions("prices", "frames", [["2024-01-02"]])
seen["repair"] = wr.athena.repair_table("prices", database="frames", s3_output=OUTPUT)
seen["partitions"] = list(wr.catalog.get_partitions("frames", "prices").values())
wr.s3.delete_objects(f"s3://{BUCKET}/json/")
seen["gone"] = wr.s3.list_objects(f"s3://{BUCKET}/json/")

# pyarrow speaks S3 through the SDK for C++.
keys = {"access_key": "x", "secret_key": "x", "region": "us-east-1"}
arrow = pyarrow.fs.S3FileSystem(
    endpoint_override=os.environ["AWS_ENDPOINT_URL"], scheme="http", **keys
)
table = pa.table({"a": [1, 2, 3], "part": ["x", "y", "x"]})
pq.write_to_dataset(table, f"{BUCKET}/arrow", partition_cols=["part"], filesystem=arrow)
read = ds.dataset(f"{BUCKET}/arrow", filesystem=arrow, partitioning="hive").to_table()
seen["arrow"] = sorted(read.to_pydict()["a"])
# Timestamps as Spark long wrote them, and a dictionary, for the crawler.
columns = {"moment": [datetime.datetime(2024, 1, 31, 10)], "kind": pa.array(["x"]).dictionary_encode()}
where = f"{BUCKET}/spark/a.parquet"
pq.write_table(pa.table(columns), where, filesystem=arrow, use_deprecated_int96_timestamps=True)
glue = boto3.client("glue")
glue.create_crawler(
    Name="spark",
    Role="arn:aws:iam::000000000000:role/crawler",
    DatabaseName="frames",
    Targets={"S3Targets": [{"Path": f"s3://{BUCKET}/spark/"}]},
)
glue.start_crawler(Name="spark")
while glue.get_crawler(Name="spark")["Crawler"]["State"] != "READY":
    time.sleep(0.01)
seen["spark"] = wr.catalog.get_table_types("frames", "spark")
data = os.urandom(11 << 20)
with arrow.open_output_stream(f"{BUCKET}/large") as stream:
    stream.write(data)
arrow.move(f"{BUCKET}/large", f"{BUCKET}/moved")
with arrow.open_input_file(f"{BUCKET}/moved") as file:
    seen["arrowLarge"] = file.read_at(5, len(data) - 5) == data[-5:]
arrow.create_dir(f"{BUCKET}/folder")
infos = arrow.get_file_info([f"{BUCKET}/{name}" for name in ("folder", "moved", "none")])
seen["arrowInfo"] = [info.type.name for info in infos]

# s3fs, as the tutorial's consumer uses it.
files = s3fs.S3FileSystem()
for offset in range(3):
    with files.open(f"s3://{BUCKET}/tutorial/stock_market_{offset}.json", "w") as file:
        json.dump({"offset": offset}, file)
seen["s3fs"] = files.glob(f"{BUCKET}/tutorial/*_1.json")
with files.open(f"{BUCKET}/moved", "ab") as file:
    file.write(b"tail")
seen["s3fsAppended"] = files.cat_file(f"{BUCKET}/moved", start=-4).decode()
files.cp(f"{BUCKET}/tutorial", f"{BUCKET}/copied", recursive=True)
files.mv(f"{BUCKET}/copied/stock_market_0.json", f"{BUCKET}/copied/first.json")
seen["s3fsMoved"] = sorted(path.split("/")[-1] for path in files.find(f"{BUCKET}/copied"))
signed = urlsplit(files.sign(f"{BUCKET}/tutorial/stock_market_0.json"))
seen["s3fsSigned"] = signed.path
try:
    files.pipe_file(f"{BUCKET}/copied/first.json", b"x", mode="create")
except FileExistsError:
    seen["s3fsCreate"] = "FileExistsError"
files.rm(BUCKET, recursive=True)
seen["s3fsEmptied"] = files.exists(BUCKET)
print(json.dumps(seen))
