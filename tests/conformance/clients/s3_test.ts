/** The embedded S3 against boto3, the AWS command line, and moto's S3 as a second opinion. */
import { assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { BUCKET, startServer, type TestServer } from "../../local/s3/server.ts";
import { startStack } from "../../../lib/local/mod.ts";
import { hasPython, pythonWith, startMoto } from "../tools.ts";
import { type Ended, pythonAt, scriptPath } from "./python.ts";

const ignore = !(await hasPython());
if (ignore) {
  console.warn("skipped: S3 with boto3, the AWS CLI and moto, which need python3 with pip");
}

Deno.test({
  name: "boto3 with AWS_ENDPOINT_URL alone: objects, listings, transfers, errors",
  ignore,
  fn: async () => {
    const dataDir = await Deno.makeTempDir();
    const stack = await startStack({ dataDir, kafkaPort: 0, awsPort: 0 });
    const { code, out, err } = await pythonAt(stack.aws, [scriptPath("s3_boto3.py")]);
    await stack.close();
    await Deno.remove(dataDir, { recursive: true });
    assertEquals([code, err], [0, ""]);
    assertEquals(JSON.parse(out), {
      account: "000000000000",
      bodies: true,
      order: true,
      paged: true,
      conditional: ["PreconditionFailed", 412],
      missing: ["NoSuchKey", 404],
      missingHead: ["404", 404],
      badDigest: ["BadDigest", 400],
      etag: true,
      downloaded: true,
      copied: true,
      tail: true,
      presigned: true,
      summed: ["FULL_OBJECT", "sum"],
      posted: [204, 400, "by form"],
      afterPrefixDelete: ["../../up", "copy", "large"],
      buckets: [],
    });
  },
});

Deno.test({
  name: "moto answers the same calls the same way",
  ignore,
  fn: async () => {
    await using server = await startServer();
    server.store.buckets.delete(BUCKET);
    const moto = await startMoto();
    try {
      const { code, out, err } = await pythonAt(server.url, [
        scriptPath("s3_moto.py"),
        server.url,
        moto.url,
      ]);
      assertEquals([code, err], [0, ""]);
      const { calls, differences } = JSON.parse(out);
      assertEquals(differences, []);
      assertEquals(calls > 100, true);
    } finally {
      await moto.close();
    }
  },
});

async function cli(server: TestServer, cwd: string, ...args: string[]): Promise<Ended> {
  return await pythonAt(server.url, ["-m", "awscli", ...args], { cwd });
}

Deno.test({
  name: "the AWS command line: mb, cp, sync, ls, mv, presign, rm, rb",
  ignore,
  fn: async () => {
    await using server = await startServer();
    const dir = await Deno.makeTempDir();
    const ok = async (...args: string[]) => {
      const ended = await cli(server, dir, ...args);
      assertEquals([ended.code, ended.err], [0, ""], args.join(" "));
      return ended.out;
    };
    await Deno.mkdir(join(dir, "tree", "deep er"), { recursive: true });
    await Deno.writeTextFile(join(dir, "tree", "one.txt"), "one");
    await Deno.writeTextFile(join(dir, "tree", "deep er", "ü+2.txt"), "two");
    // Over the command line's threshold of 8 MB: it goes up in parts.
    const large = new Uint8Array(9_000_000).map((_, index) => index % 251);
    await Deno.writeFile(join(dir, "large.bin"), large);

    await ok("s3", "mb", "s3://cli-bucket");
    await ok("s3", "cp", "large.bin", "s3://cli-bucket/large.bin", "--no-progress");
    await ok("s3", "cp", "s3://cli-bucket/large.bin", "back.bin", "--no-progress");
    assertEquals(await Deno.readFile(join(dir, "back.bin")), large);
    await ok("s3", "sync", "tree", "s3://cli-bucket/tree", "--no-progress");
    assertEquals(await ok("s3", "sync", "tree", "s3://cli-bucket/tree", "--no-progress"), "");
    await ok("s3", "sync", "s3://cli-bucket/tree", "again", "--no-progress");
    assertEquals(await Deno.readTextFile(join(dir, "again", "deep er", "ü+2.txt")), "two");
    await ok(
      "s3",
      "mv",
      "s3://cli-bucket/tree/one.txt",
      "s3://cli-bucket/uno.txt",
      "--no-progress",
    );

    const listed = await ok("s3", "ls", "s3://cli-bucket", "--recursive");
    assertEquals(listed.trim().split("\n").map((line) => line.trim().split(/\s+/).slice(2)), [
      ["9000000", "large.bin"],
      ["3", "tree/deep", "er/ü+2.txt"],
      ["3", "uno.txt"],
    ]);
    assertMatch(await ok("s3", "ls", "s3://cli-bucket/"), /PRE tree\/\n/);
    assertMatch(await ok("s3", "ls"), / cli-bucket\n/);
    const url = (await ok("s3", "presign", "s3://cli-bucket/tree/deep er/ü+2.txt")).trim();
    assertEquals(await (await fetch(url)).text(), "two");

    const page = JSON.parse(
      await ok("s3api", "list-objects-v2", "--bucket", "cli-bucket", "--max-items", "2"),
    );
    assertEquals(page.Contents.length, 2);
    const put = await cli(
      server,
      dir,
      ...["s3api", "put-object", "--bucket", "cli-bucket", "--key", "uno.txt"],
      ...["--body", "tree/one.txt", "--if-none-match", "*"],
    );
    assertMatch(put.err, /\(PreconditionFailed\) when calling the PutObject operation/);
    const attributes = JSON.parse(
      await ok(
        ...["s3api", "get-object-attributes", "--bucket", "cli-bucket", "--key", "large.bin"],
        ...["--object-attributes", "ObjectSize", "ObjectParts"],
      ),
    );
    assertEquals([attributes.ObjectSize, attributes.ObjectParts.TotalPartsCount], [9_000_000, 2]);
    assertEquals(JSON.parse(await ok("sts", "get-caller-identity")).Account, "000000000000");

    const full = await cli(server, dir, "s3", "rb", "s3://cli-bucket");
    assertMatch(full.err, /BucketNotEmpty/);
    await ok("s3", "rm", "s3://cli-bucket/tree/", "--recursive");
    await ok("s3", "rb", "s3://cli-bucket", "--force");
    assertEquals(server.faults, []);
    await Deno.remove(dir, { recursive: true });
  },
});

Deno.test({
  name: "s3cmd: mb, sync, parts, ls, cp, tags, del, rb",
  ignore,
  fn: async () => {
    await using server = await startServer();
    const dir = await Deno.makeTempDir();
    const host = `127.0.0.1:${server.port}`;
    const { env } = await pythonWith("clients");
    const s3cmd = async (...args: string[]) => {
      const { code, stdout, stderr } = await new Deno.Command("s3cmd", {
        args: [
          ...["--config", join(dir, "none"), "--access_key=x", "--secret_key=x", "--no-ssl"],
          ...[`--host=${host}`, `--host-bucket=${host}`, "--no-progress", ...args],
        ],
        cwd: dir,
        env,
      }).output();
      const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
      return { code, out, err };
    };
    const ok = async (...args: string[]) => {
      const { code, out, err } = await s3cmd(...args);
      assertEquals(code, 0, `${args.join(" ")}: ${err}`);
      return out;
    };
    await Deno.mkdir(join(dir, "tree", "deep er"), { recursive: true });
    await Deno.writeTextFile(join(dir, "tree", "deep er", "ü+2%.txt"), "two");
    const large = new Uint8Array(11_000_000).map((_, index) => index % 251);
    await Deno.writeFile(join(dir, "tree", "large.bin"), large);

    await ok("mb", "s3://s3cmd-bucket");
    await ok("sync", "--multipart-chunk-size-mb=5", "tree/", "s3://s3cmd-bucket/tree/");
    assertEquals(await ok("sync", "tree/", "s3://s3cmd-bucket/tree/"), "");
    const listed = await ok("ls", "--recursive", "s3://s3cmd-bucket");
    assertEquals(
      listed.trim().split("\n").map((line) => line.trim().split(/\s+/).slice(2).join(" ")),
      [
        "3 s3://s3cmd-bucket/tree/deep er/ü+2%.txt",
        "11000000 s3://s3cmd-bucket/tree/large.bin",
      ],
    );
    await ok("get", "s3://s3cmd-bucket/tree/large.bin", "back.bin");
    assertEquals(await Deno.readFile(join(dir, "back.bin")), large);
    // Without --acl-private s3cmd sets an ACL on what it copied, which S3 refuses on new buckets.
    const copy = ["cp", "s3://s3cmd-bucket/tree/large.bin", "s3://s3cmd-bucket/copy.bin"];
    await ok(...copy, "--acl-private");
    assertMatch((await s3cmd(...copy)).err, /AccessControlListNotSupported/);
    await ok("settagging", "s3://s3cmd-bucket/copy.bin", "a=b");
    assertMatch(await ok("gettagging", "s3://s3cmd-bucket/copy.bin"), /\ba:\s+b\b/);
    assertMatch(await ok("info", "s3://s3cmd-bucket"), /Ownership: BucketOwnerEnforced/);
    await ok("rb", "--recursive", "--force", "s3://s3cmd-bucket");
    assertEquals(server.faults, []);
    await Deno.remove(dir, { recursive: true });
  },
});
