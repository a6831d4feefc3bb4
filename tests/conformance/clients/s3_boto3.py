"""S3 through boto3: what its users' scripts do. Prints what it saw as JSON."""

import base64
import hashlib
import io
import json
import os
import tempfile
import zlib

import boto3
import urllib3
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

s3 = boto3.client("s3")
resource = boto3.resource("s3")
seen = {}


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        meta = error.response["ResponseMetadata"]["HTTPStatusCode"]
        return [error.response["Error"]["Code"], meta]
    return None


s3.create_bucket(Bucket="clients")
seen["account"] = boto3.client("sts").get_caller_identity()["Account"]

keys = ["plain", "../../up", "a//b", "sp ace", "plus+", "per%20cent", "ü😀", "a&<b>", "tab\tx"]
for key in keys:
    s3.put_object(Bucket="clients", Key=key, Body=key.encode(), Metadata={"origin": "boto3"})
seen["bodies"] = all(
    s3.get_object(Bucket="clients", Key=key)["Body"].read() == key.encode() for key in keys
)
listed = [item["Key"] for item in s3.list_objects_v2(Bucket="clients")["Contents"]]
seen["order"] = listed == sorted(keys, key=lambda key: key.encode())
pages = s3.get_paginator("list_objects").paginate(Bucket="clients", PaginationConfig={"PageSize": 2})
seen["paged"] = [item["Key"] for page in pages for item in page["Contents"]] == listed

seen["conditional"] = error_of(
    s3.put_object, Bucket="clients", Key="plain", Body=b"x", IfNoneMatch="*"
)
seen["missing"] = error_of(s3.get_object, Bucket="clients", Key="none")
seen["missingHead"] = error_of(s3.head_object, Bucket="clients", Key="none")
seen["badDigest"] = error_of(
    s3.put_object, Bucket="clients", Key="bad", Body=b"x", ChecksumCRC32="AAAAAA=="
)

# The transfer manager: parts of 5 MiB, four at a time, each with its checksum.
config = TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20, max_concurrency=4)
data = os.urandom(17 << 20)
s3.upload_fileobj(io.BytesIO(data), "clients", "large", Config=config)
parts = [data[start : start + (5 << 20)] for start in range(0, len(data), 5 << 20)]
md5s = b"".join(hashlib.md5(part).digest() for part in parts)
head = s3.head_object(Bucket="clients", Key="large")
seen["etag"] = head["ETag"] == f'"{hashlib.md5(md5s).hexdigest()}-{len(parts)}"'
with tempfile.TemporaryFile() as file:
    s3.download_fileobj("clients", "large", file, Config=config)
    file.seek(0)
    seen["downloaded"] = file.read() == data
s3.copy({"Bucket": "clients", "Key": "large"}, "clients", "copy", Config=config)
seen["copied"] = s3.get_object(Bucket="clients", Key="copy")["Body"].read() == data
tail = s3.get_object(Bucket="clients", Key="large", Range="bytes=-5")
seen["tail"] = tail["Body"].read() == data[-5:]

unsigned = s3.generate_presigned_url("get_object", Params={"Bucket": "clients", "Key": "sp ace"})
seen["presigned"] = "sp%20ace?" in unsigned

# The checksum of a whole object in parts, which the client gives when it completes the upload.
target = {"Bucket": "clients", "Key": "summed"}
create = {"ChecksumAlgorithm": "CRC32", "ChecksumType": "FULL_OBJECT"}
upload = {**target, "UploadId": s3.create_multipart_upload(**target, **create)["UploadId"]}
tag = s3.upload_part(**upload, PartNumber=1, Body=b"sum", ChecksumAlgorithm="CRC32")["ETag"]
done = s3.complete_multipart_upload(
    **upload,
    MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": tag}]},
    ChecksumCRC32=base64.b64encode(zlib.crc32(b"sum").to_bytes(4, "big")).decode(),
)
seen["summed"] = [done["ChecksumType"], s3.get_object(**target)["Body"].read().decode()]

# A form that a browser would send, with its policy.
post = s3.generate_presigned_post(
    "clients", "up/${filename}", Conditions=[["content-length-range", 1, 9]]
)
seen["posted"] = []
for content in (b"by form", b"longer than nine"):
    fields = {**post["fields"], "file": ("ticks.csv", content)}
    answer = urllib3.PoolManager().request("POST", post["url"], fields=fields)
    seen["posted"].append(answer.status)
posted = s3.get_object(Bucket="clients", Key="up/ticks.csv")
seen["posted"].append(posted["Body"].read().decode())
s3.delete_objects(
    Bucket="clients", Delete={"Objects": [{"Key": "summed"}, {"Key": "up/ticks.csv"}]}
)

resource.Bucket("clients").objects.filter(Prefix="a").delete()
seen["afterPrefixDelete"] = [item.key for item in resource.Bucket("clients").objects.all()][:3]
resource.Bucket("clients").object_versions.delete()
s3.delete_bucket(Bucket="clients")
seen["buckets"] = s3.list_buckets()["Buckets"]
print(json.dumps(seen))
