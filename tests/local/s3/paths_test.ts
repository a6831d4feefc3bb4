import { assertEquals } from "@std/assert";
import { BUCKET, startServer, type TestServer } from "./server.ts";

/** Keys that are paths to other places, or that a file system or an URL would change. */
const KEYS = [
  "../../outside",
  "..",
  ".",
  "/absolute",
  "a//b",
  "a/./b",
  "a/../b",
  "trailing/",
  "C:\\windows\\system32",
  "\\\\server\\share",
  "nul\0byte",
  "line\nbreak",
  "per%2Fcent%2e%2e",
  "plus+and space",
  "question?and#hash",
  "CON",
  "ü/😀/\u202e",
  "é (NFC)",
  "e\u0301 (NFC)",
  "__proto__",
  "k".repeat(1024),
];

/** All files below the test's folder. */
function filesOf(dir: string): string[] {
  return [...Deno.readDirSync(dir)].flatMap((entry) =>
    entry.isDirectory ? filesOf(`${dir}/${entry.name}`) : [`${dir}/${entry.name}`]
  );
}

function pathOf(key: string): string {
  return `/${BUCKET}/${key.split("/").map(encodeURIComponent).join("/")}`;
}

/** Sends the path as it is: `fetch` would fold its dots. */
async function rawGet(server: TestServer, path: string): Promise<string> {
  const answer = await server.raw(
    `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
  );
  return answer.slice(answer.indexOf("\r\n\r\n") + 4);
}

Deno.test("a key is a key, whatever a path would make of it", async () => {
  await using server = await startServer();
  for (const key of KEYS) {
    const answer = await server.raw(
      `PUT ${pathOf(key)} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n` +
        "Content-Length: 4\r\n\r\nbody",
    );
    assertEquals(answer.split(" ")[1], "200", JSON.stringify(key));
    assertEquals(await rawGet(server, pathOf(key)), "body", JSON.stringify(key));
  }
  const listed = [...server.store.list(BUCKET)].map(({ key }) => key);
  assertEquals(listed.toSorted(), KEYS.toSorted());
  const objects = filesOf(server.dir).filter((file) => !/state\.sqlite(-wal|-shm)?$/.test(file));
  assertEquals(objects.length, KEYS.length);
  for (const file of objects) {
    assertEquals(
      /^\/objects\/[0-9a-f]{2}\/[0-9a-f]{32}$/.test(file.slice(server.dir.length)),
      true,
    );
  }
});

Deno.test("paths that leave the bucket reach nothing", async () => {
  await using server = await startServer();
  const paths = [
    `/${BUCKET}/../../state.sqlite`,
    `/${BUCKET}/%2e%2e/%2e%2e/state.sqlite`,
    `/${BUCKET}/..%2f..%2fstate.sqlite`,
    `/${BUCKET}/..%5c..%5cstate.sqlite`,
    "/../state.sqlite",
    "/..%2fstate.sqlite",
    "/%2e%2e/state.sqlite",
    "//etc/passwd",
    "/etc/passwd",
    "/objects/00",
  ];
  for (const path of paths) {
    const text = await rawGet(server, path);
    assertEquals(
      /<Code>(NoSuchKey|NoSuchBucket|InvalidBucketName|MethodNotAllowed)</.test(text),
      true,
      path,
    );
  }
  const made = await server.raw(
    "PUT /..%2Fbucket HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
  );
  assertEquals(made.includes("InvalidBucketName"), true);
});

Deno.test("a path that is not UTF-8 is InvalidURI", async () => {
  await using server = await startServer();
  for (const path of [`/${BUCKET}/%ff`, `/${BUCKET}/%zz`, `/${BUCKET}/%`, "/%c3"]) {
    assertEquals((await rawGet(server, path)).includes("<Code>InvalidURI</Code>"), true, path);
  }
});

Deno.test("a bucket may stand before the host", async () => {
  await using server = await startServer();
  await server.send("PUT", `/${BUCKET}/folder/k`, { body: "found" });
  const get = (path: string, host: string) =>
    server.raw(`GET ${path} HTTP/1.1\r\nHost: ${host}:4566\r\nConnection: close\r\n\r\n`);
  for (const host of ["localhost", "s3.localhost", "s3.eu-west-1.localhost"]) {
    assertEquals((await get("/folder/k", `${BUCKET}.${host}`)).endsWith("\r\n\r\nfound"), true);
    assertEquals((await get(`/${BUCKET}/folder/k`, host)).endsWith("\r\n\r\nfound"), true);
  }
});
