"""Glue through boto3: the calls that scripts and awswrangler make. Prints what it saw as JSON."""

import gzip
import json
import os
import time

import boto3
from botocore.exceptions import ClientError

endpoint = os.environ["AWS_ENDPOINT_URL"]
glue = boto3.client("glue")
s3 = boto3.client("s3")
seen = {}


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return [error.response["Error"]["Code"], error.response["Error"]["Message"]]
    return None


s3.create_bucket(Bucket="prices")
for hour in ("09", "10"):
    s3.put_object(
        Bucket="prices",
        Key=f"stock/dt=2024-01-31/hour={hour}/a.jsonl.gz",
        Body=gzip.compress(b'{"Index": "HSI", "Close": 1.5, "Volume": 3}\n' * 3),
    )
glue.create_database(DatabaseInput={"Name": "market"})
glue.create_crawler(
    Name="c",
    Role="arn:aws:iam::000000000000:role/crawler",
    DatabaseName="market",
    Targets={"S3Targets": [{"Path": "s3://prices/stock/"}]},
)
glue.start_crawler(Name="c")
while (crawler := glue.get_crawler(Name="c")["Crawler"])["State"] != "READY":
    time.sleep(0.01)
seen["status"] = crawler["LastCrawl"]["Status"]
seen["startTimeIsDatetime"] = crawler["LastCrawl"]["StartTime"].year > 2000

table = glue.get_table(DatabaseName="market", Name="stock")["Table"]
seen["columns"] = [[c["Name"], c["Type"]] for c in table["StorageDescriptor"]["Columns"]]
seen["keys"] = [[c["Name"], c["Type"]] for c in table["PartitionKeys"]]
pages = glue.get_paginator("get_partitions").paginate(
    DatabaseName="market", TableName="stock", PaginationConfig={"PageSize": 1}
)
seen["partitions"] = [p["Values"] for page in pages for p in page["Partitions"]]

# As awswrangler's catalog does.
pages = glue.get_paginator("get_tables").paginate(DatabaseName="market", Expression="*toc*")
seen["matching"] = [t["Name"] for page in pages for t in page["TableList"]]
glue.create_table(
    DatabaseName="market",
    TableInput={
        "Name": "bonds",
        "PartitionKeys": [{"Name": "dt", "Type": "string"}],
        "TableType": "EXTERNAL_TABLE",
        "Parameters": {"classification": "parquet"},
        "StorageDescriptor": {
            "Columns": [{"Name": "a", "Type": "int"}],
            "Location": "s3://prices/bonds/",
            "SerdeInfo": {
                "SerializationLibrary": "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                "Parameters": {"serialization.format": "1"},
            },
        },
    },
)
inputs = [{"Values": [f"2024-01-{day:02}"]} for day in (1, 2, 3)]
batch = {"DatabaseName": "market", "TableName": "bonds", "PartitionInputList": inputs}
seen["errors"] = glue.batch_create_partition(**batch)["Errors"]
seen["errorsAgain"] = [
    e["ErrorDetail"]["ErrorCode"] for e in glue.batch_create_partition(**batch)["Errors"]
]
found = glue.get_partitions(
    DatabaseName="market", TableName="bonds", Expression="dt BETWEEN '2024-01-02' AND '2024-01-31'"
)
seen["filtered"] = [p["Values"] for p in found["Partitions"]]
seen["databases"] = [
    d["Name"] for page in glue.get_paginator("get_databases").paginate() for d in page["DatabaseList"]
]

# As metastores on Glue do (Trino, Hive, Spark), and as Terraform reads a table.
bonds = {"DatabaseName": "market", "TableName": "bonds"}
whole = {"MinimumValue": -(2**63), "MaximumValue": 2**63 - 1}
counts = {"NumberOfNulls": 0, "NumberOfDistinctValues": 2}
statistics = [
    {
        "ColumnName": "a",
        "ColumnType": "bigint",
        "AnalyzedTime": 1706659200,
        "StatisticsData": {"Type": "LONG", "LongColumnStatisticsData": {**whole, **counts}},
    }
]
glue.update_column_statistics_for_table(**bonds, ColumnStatisticsList=statistics)
shown = glue.get_column_statistics_for_table(**bonds, ColumnNames=["a", "b"])
kept = shown["ColumnStatisticsList"][0]["StatisticsData"]["LongColumnStatisticsData"]
seen["statistics"] = kept == {**whole, **counts}
seen["noStatistics"] = [e["ColumnName"] for e in shown["Errors"]]
index = {"IndexName": "by_day", "Keys": ["dt"]}
glue.create_partition_index(**bonds, PartitionIndex=index)
pages = glue.get_paginator("get_partition_indexes").paginate(**bonds)
seen["indexes"] = [
    [i["IndexName"], i["IndexStatus"]] for page in pages for i in page["PartitionIndexDescriptorList"]
]
udf = {"FunctionName": "f", "ClassName": "com.example.F", "OwnerType": "USER"}
glue.create_user_defined_function(DatabaseName="market", FunctionInput=udf)
pages = glue.get_paginator("get_user_defined_functions").paginate(Pattern=".*")
seen["functions"] = [f["FunctionName"] for page in pages for f in page["UserDefinedFunctions"]]
seen["missing"] = error_of(glue.get_table, DatabaseName="market", Name="x")
seen["stop"] = error_of(glue.stop_crawler, Name="c")[0]
print(json.dumps(seen))
