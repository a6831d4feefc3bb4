"""The same calls to two S3 servers, and where their answers differ. Prints the differences as JSON."""

import json
import sys
from datetime import datetime, timezone

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

# What each server makes up by itself, and what moto does not send at all.
IGNORED = {
    *("ResponseMetadata", "LastModified", "RequestId", "HostId", "UploadId", "Owner", "ID"),
    *("Initiator", "CreationDate", "Initiated", "Location", "BucketArn", "BucketRegion"),
    *("ServerSideEncryption", "ChecksumType", "ChecksumAlgorithm", "AccessPointAlias"),
    # Recorded of S3, and not in moto: a listing of uploads names its last one.
    *("NextKeyMarker", "NextUploadIdMarker"),
    *("Marker", "Prefix", "EncodingType", "VersionId", "ChecksumCRC64NVME", "AbortDate"),
}


def client(url):
    config = Config(retries={"max_attempts": 1})
    return boto3.client("s3", endpoint_url=url, config=config)


servers = [client(sys.argv[1]), client(sys.argv[2])]
differences = []
calls = 0


def plain(value):
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items() if name not in IGNORED}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.read().decode("latin-1") if hasattr(value, "read") else value


def answer(server, call, arguments):
    try:
        response = getattr(server, call)(**arguments)
        return response, [response["ResponseMetadata"]["HTTPStatusCode"], plain(response)]
    except ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        return error.response, [status, error.response["Error"]["Code"]]


def both(call, each=({}, {}), **arguments):
    global calls
    calls += 1
    responses = []
    answers = []
    for server, own in zip(servers, each):
        response, seen = answer(server, call, {**arguments, **own})
        responses.append(response)
        answers.append(seen)
    if answers[0] != answers[1]:
        differences.append([call, str(arguments)[:200], str(answers[0])[:500], str(answers[1])[:500]])
    return responses


B = {"Bucket": "compared"}
both("create_bucket", **B)
both("create_bucket", **B)
for _ in range(2):
    both(
        "create_bucket",
        Bucket="western",
        CreateBucketConfiguration={"LocationConstraint": "eu-west-1"},
    )
both("create_bucket", Bucket="ab")
both("get_bucket_location", **B)
both("get_bucket_location", Bucket="western")
both("head_bucket", Bucket="nowhere")
both("list_buckets")

both(
    "put_object",
    **B,
    Key="k1",
    Body=b"hello",
    ContentType="text/plain",
    CacheControl="no-cache",
    ContentDisposition="inline",
    ContentLanguage="en",
    Metadata={"A": "b", "c-d": "e f"},
    Tagging="x=1&y=2",
)
for call in ("get_object", "head_object"):
    both(call, **B, Key="k1")
    both(call, **B, Key="k1", ChecksumMode="ENABLED")
    both(call, **B, Key="none")
    both(call, Bucket="nowhere", Key="k1")
    etag = '"5d41402abc4b2a76b9719d911017c592"'
    for name, value in (("IfMatch", etag), ("IfMatch", '"x"'), ("IfNoneMatch", '"x"')):
        both(call, **B, Key="k1", **{name: value})
    both(call, **B, Key="k1", IfNoneMatch=etag)
    # S3 passes over a time to come in IfModifiedSince; moto does not.
    for name, latest in (("IfModifiedSince", datetime.now(timezone.utc)), ("IfUnmodifiedSince", "2100-01-01")):
        for time in ("2001-01-01", latest):
            both(call, **B, Key="k1", **{name: time})
for span in ("0-1", "1-", "-2", "4-100", "5-", "9-10"):
    both("get_object", **B, Key="k1", Range=f"bytes={span}")
both("put_object", **B, Key="k1", Body=b"x", IfNoneMatch="*")
both("put_object", **B, Key="k1", Body=b"x", IfMatch='"x"')
both("get_object_tagging", **B, Key="k1")
both("put_object_tagging", **B, Key="k1", Tagging={"TagSet": [{"Key": "a", "Value": ""}]})
both("get_object_tagging", **B, Key="k1")
both("delete_object_tagging", **B, Key="k1")
both("get_object_tagging", **B, Key="k1")
both("copy_object", **B, Key="k2", CopySource="compared/k1")
both("copy_object", **B, Key="k1", CopySource="compared/k1")
both("head_object", **B, Key="k2")
both("copy_object", **B, Key="k3", CopySource="compared/none")
both("copy_object", **B, Key="k3", CopySource="nowhere/k1")

for key in ("../../x", "a//b", "a/", "a/b/c", "a/b/d", "b c", "b+c", "é", "😀", "A", "z&<>\"'", "~"):
    both("put_object", **B, Key=key, Body=key.encode())
    both("get_object", **B, Key=key)
for options in (
    {},
    {"Prefix": "a"},
    {"Delimiter": "/"},
    {"Prefix": "a/", "Delimiter": "/"},
    {"Prefix": "a/b", "Delimiter": "/"},
    {"Delimiter": "b"},
    {"Prefix": "none"},
    {"MaxKeys": 0},
):
    both("list_objects_v2", **B, **options)
    both("list_objects", **B, **options)
both("list_objects_v2", **B, StartAfter="k1")
both("list_objects_v2", Bucket="nowhere")
both("list_object_versions", **B, Prefix="k")

uploads = both("create_multipart_upload", **B, Key="mp", Metadata={"m": "1"}, ContentType="x/y")
ids = [{"UploadId": upload["UploadId"]} for upload in uploads]
part = {**B, "Key": "mp"}
first = both("upload_part", ids, **part, PartNumber=1, Body=b"a" * (5 << 20))[0]["ETag"]
last = both("upload_part", ids, **part, PartNumber=2, Body=b"tail")[0]["ETag"]
both("upload_part", ids, **part, PartNumber=3, Body=b"tail")
both("upload_part", ids, **part, PartNumber=10_001, Body=b"tail")
both("list_parts", ids, **part)
both("list_parts", ids, **part, MaxParts=1)
both("list_multipart_uploads", **B)


def complete(*parts):
    parts = [{"PartNumber": number, "ETag": etag} for number, etag in parts]
    both("complete_multipart_upload", ids, **part, MultipartUpload={"Parts": parts})


complete((1, '"x"'))
complete((2, last), (3, last))
complete((1, first), (2, last))
both("head_object", **part)
both("abort_multipart_upload", ids, **part)

both("delete_object", **B, Key="k2")
both("delete_object", **B, Key="k2")
both("delete_objects", **B, Delete={"Objects": [{"Key": "k1"}, {"Key": "none"}]})
both("delete_bucket", **B)
both("delete_bucket", Bucket="nowhere")
for setting in (
    *("tagging", "versioning", "lifecycle_configuration", "cors", "policy", "website", "logging"),
    *("replication", "notification_configuration", "accelerate_configuration"),
):
    both(f"get_bucket_{setting}", **B)
# A new bucket blocks public access on S3 since April 2023, and not in moto.
block = {"BlockPublicAcls": True, "BlockPublicPolicy": False}
both("put_public_access_block", **B, PublicAccessBlockConfiguration=block)
both("get_public_access_block", **B)
both("delete_public_access_block", **B)
both("get_public_access_block", **B)
both("put_bucket_tagging", **B, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
both("get_bucket_tagging", **B)
both("delete_bucket_tagging", **B)
print(json.dumps({"calls": calls, "differences": differences}))
