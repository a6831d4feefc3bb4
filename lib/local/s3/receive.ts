/**
 * Taking in a body: decoded, hashed, and checked against what the request says of it.
 * @module
 */
import { createHash } from "node:crypto";
import { AwsError } from "../aws_error.ts";
import { decodeAwsChunked } from "./aws_chunked.ts";
import {
  type Checksum,
  CHECKSUM_ALGORITHMS,
  type ChecksumAlgorithm,
  checksumHeader,
  createChecksum,
  isBase64,
  isChecksumAlgorithm,
  isDigest,
} from "./checksums.ts";
import {
  invalidArgument,
  notImplemented,
  s3Error,
  severalChecksums,
  wrongChecksum,
} from "./errors.ts";
import type { FileArea, StagedFile } from "./files.ts";
import { readText, type S3Request } from "./request.ts";
import { readXml, type XmlNode } from "./xml.ts";

/** Largest body of one put, in bytes. */
const MAX_BODY_BYTES = 5 * 1024 ** 3;

/** What `x-amz-content-sha256` says of a body that it says nothing of. */
const UNSIGNED = "UNSIGNED-PAYLOAD";

/** What it says of a body in the encoding `aws-chunked`. */
const STREAMING = ["AWS4-HMAC-SHA256-PAYLOAD", "AWS4-ECDSA-P256-SHA256-PAYLOAD"].reduce(
  (names, name) => [...names, `STREAMING-${name}`, `STREAMING-${name}-TRAILER`],
  ["STREAMING-UNSIGNED-PAYLOAD-TRAILER"],
);

const SHA256 = /^[0-9a-f]{64}$/;

/** A body that was taken in. */
export interface Received {
  file: StagedFile;
  /** MD5 of the bytes, in hexadecimal. */
  md5: string;
  checksum: Checksum;
}

/** What a request says its body is. */
interface Expected {
  md5?: string;
  sha256?: string;
  algorithm?: ChecksumAlgorithm;
  digest?: string;
  /** Whether the digest comes after the body. */
  trailing: boolean;
  /** Bytes once decoded, where the body is in the encoding `aws-chunked`. */
  decodedLength?: number;
}

/**
 * Takes a body into a file. The file is there only if the body is what the request says it is.
 *
 * @param request The request
 * @param files Where files are kept
 * @param fallback Checksum to compute where the request brings none
 * @returns The staged file and its digests
 * @throws {AwsError} S3's error for a body that is not what the request says
 */
export async function receiveFile(
  request: S3Request,
  files: FileArea,
  fallback?: ChecksumAlgorithm,
): Promise<Received> {
  requireLength(request);
  return await takeFile(request, files, fallback);
}

/**
 * Takes a body of unknown length into a file, and is else like {@linkcode receiveFile}.
 *
 * @param request The request
 * @param files Where files are kept
 * @param fallback Checksum to compute where the request brings none
 * @returns The staged file and its digests
 * @throws {AwsError} S3's error for a body that is not what the request says
 */
export async function takeFile(
  request: S3Request,
  files: FileArea,
  fallback: ChecksumAlgorithm = "CRC64NVME",
): Promise<Received> {
  const expected = readExpected(request.headers);
  const checked = checkedBody(request, expected, fallback);
  const file = await files.stage(checked.body);
  return { file, ...checked.result() };
}

/**
 * Takes a body that is a document.
 *
 * @param request The request
 * @param root Name of the document's root element
 * @returns The root element, or `undefined` where there is no body
 * @throws {AwsError} S3's error for a body that cannot be used
 */
export async function receiveDocument(
  request: S3Request,
  root: string,
): Promise<XmlNode | undefined> {
  const text = await receiveText(request);
  return text.trim() === "" ? undefined : readXml(text, root);
}

/**
 * Takes a body that is text.
 *
 * @param request The request
 * @returns The text
 * @throws {AwsError} S3's error for a body that cannot be used
 */
export function receiveText(request: S3Request): Promise<string> {
  return readText(checkedBody(request, readExpected(request.headers)).body);
}

/**
 * Stores the bytes of another source as a file, with their digests.
 *
 * @param source The bytes
 * @param files Where files are kept
 * @param algorithm Checksum to compute
 * @returns The staged file and its digests
 */
export async function storeBytes(
  source: AsyncIterable<Uint8Array>,
  files: FileArea,
  algorithm: ChecksumAlgorithm,
): Promise<Received> {
  const md5 = createHash("md5");
  const hasher = createChecksum(algorithm);
  const file = await files.stage((async function* () {
    for await (const chunk of source) {
      md5.update(chunk);
      hasher.update(chunk);
      yield chunk;
    }
  })());
  const checksum: Checksum = { algorithm, value: hasher.digest(), type: "FULL_OBJECT" };
  return { file, md5: md5.digest("hex"), checksum };
}

/** Hashes a body as it is read, and throws at its end if it is not what was expected. */
function checkedBody(
  request: S3Request,
  expected: Expected,
  fallback?: ChecksumAlgorithm,
): { body: AsyncIterable<Uint8Array>; result(): Omit<Received, "file"> } {
  const algorithm = expected.algorithm ?? fallback;
  const md5 = createHash("md5");
  const sha256 = expected.sha256 === undefined ? undefined : createHash("sha256");
  const hasher = algorithm && createChecksum(algorithm);
  const trailers = new Map<string, string>();
  let result: Omit<Received, "file"> | undefined;

  const check = (size: number) => {
    if (expected.decodedLength !== undefined && size !== expected.decodedLength) {
      throw s3Error("IncompleteBody");
    }
    const computedSha256 = sha256?.digest("hex");
    if (computedSha256 !== expected.sha256) {
      throw s3Error("XAmzContentSHA256Mismatch", {
        ClientComputedContentSHA256: expected.sha256 ?? "",
        S3ComputedContentSHA256: computedSha256 ?? "",
      });
    }
    const digest = md5.digest();
    if (expected.md5 !== undefined && expected.md5 !== digest.toString("base64")) {
      throw s3Error("BadDigest", {
        ExpectedDigest: expected.md5,
        CalculatedDigest: digest.toString("base64"),
      });
    }
    const value = hasher?.digest() ?? "";
    if (algorithm !== undefined && expected.algorithm !== undefined) {
      const claimed = expected.trailing ? trailers.get(checksumHeader(algorithm)) : expected.digest;
      if (claimed === undefined || !isDigest(algorithm, claimed)) {
        throw expected.trailing ? s3Error("MalformedTrailerError") : invalidDigest(algorithm);
      }
      if (claimed !== value) throw wrongChecksum(algorithm);
    }
    result = {
      md5: digest.toString("hex"),
      checksum: { algorithm: algorithm ?? "CRC64NVME", value, type: "FULL_OBJECT" },
    };
  };

  const body = async function* () {
    const raw = hashed(bodyOf(request), sha256);
    const decoded = expected.decodedLength === undefined ? raw : decodeAwsChunked(raw, trailers);
    let size = 0;
    for await (const chunk of decoded) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw tooLarge(size);
      md5.update(chunk);
      hasher?.update(chunk);
      yield chunk;
    }
    check(size);
  };
  return {
    body: body(),
    result() {
      if (result === undefined) throw new Error("The body was not read to its end");
      return result;
    },
  };
}

async function* hashed(
  source: AsyncIterable<Uint8Array>,
  hash: { update(bytes: Uint8Array): unknown } | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    hash?.update(chunk);
    yield chunk;
  }
}

/**
 * Reads a request's body as it was sent. One whose client goes away is not complete, which is no
 * fault of this server.
 *
 * @param request The request
 * @throws {AwsError} `IncompleteBody`
 */
export async function* bodyOf(request: S3Request): AsyncGenerator<Uint8Array> {
  if (request.body === null) return;
  try {
    yield* request.body;
  } catch (error) {
    if (error instanceof AwsError) throw error;
    throw s3Error("IncompleteBody");
  }
}

function requireLength({ headers }: S3Request): void {
  const decoded = headers.get("x-amz-decoded-content-length");
  const length = decoded ?? headers.get("content-length");
  if (length === null) {
    throw headers.has("transfer-encoding")
      ? notImplemented("Transfer-Encoding")
      : s3Error("MissingContentLength");
  }
  if (Number(length) > MAX_BODY_BYTES) throw tooLarge(Number(length));
}

function readExpected(headers: Headers): Expected {
  const md5 = headers.get("content-md5") ?? undefined;
  if (md5 !== undefined && !isBase64(md5, 16)) {
    throw s3Error("InvalidDigest", { "Content-MD5": md5 });
  }
  const declared = headers.get("x-amz-content-sha256") ?? UNSIGNED;
  if (declared !== UNSIGNED && !STREAMING.includes(declared) && !SHA256.test(declared)) {
    const known = [UNSIGNED, ...STREAMING].join(", ");
    const words = `x-amz-content-sha256 must be ${known} or a valid sha256 value.`;
    throw invalidArgument("x-amz-content-sha256", declared, words);
  }
  const given = CHECKSUM_ALGORITHMS.filter((name) => headers.has(checksumHeader(name)));
  const trailer = headers.get("x-amz-trailer")?.trim().toLowerCase();
  const trailing = CHECKSUM_ALGORITHMS.find((name) => checksumHeader(name) === trailer);
  if (trailer !== undefined && trailing === undefined) {
    throw s3Error(
      "InvalidRequest",
      {},
      "The value specified in the x-amz-trailer header is not supported",
    );
  }
  if (given.length + (trailing ? 1 : 0) > 1) throw severalChecksums();
  const algorithm = trailing ?? given[0];
  requireAlgorithm(headers, algorithm);
  const digest = given[0] && headers.get(checksumHeader(given[0])) || undefined;
  if (given[0] && !isDigest(given[0], digest ?? "")) throw invalidDigest(given[0]);
  const decodedLength = headers.get("x-amz-decoded-content-length");
  // A client may name the encoding and send the bytes themselves: then no decoded length is told.
  const chunked = STREAMING.includes(declared) || decodedLength !== null &&
      (headers.get("content-encoding") ?? "").toLowerCase().includes("aws-chunked");
  if (chunked && !/^\d+$/.test(decodedLength ?? "")) throw s3Error("MissingContentLength");
  return {
    md5,
    sha256: SHA256.test(declared) ? declared : undefined,
    algorithm,
    digest,
    trailing: trailing !== undefined,
    decodedLength: chunked ? Number(decodedLength) : undefined,
  };
}

function requireAlgorithm(headers: Headers, found: ChecksumAlgorithm | undefined): void {
  const asked = headers.get("x-amz-sdk-checksum-algorithm")?.toUpperCase();
  if (asked === undefined) return;
  if (!isChecksumAlgorithm(asked)) throw notImplemented(`Checksum algorithm ${asked}`);
  if (found === undefined) {
    const words = "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* " +
      "or x-amz-trailer headers were found.";
    throw s3Error("InvalidRequest", {}, words);
  }
  if (found !== asked) {
    throw s3Error(
      "InvalidRequest",
      {},
      "Value for x-amz-sdk-checksum-algorithm header is invalid.",
    );
  }
}

function invalidDigest(algorithm: ChecksumAlgorithm): AwsError {
  const words = `Value for ${checksumHeader(algorithm)} header is invalid.`;
  return s3Error("InvalidRequest", {}, words);
}

function tooLarge(size: number): AwsError {
  return s3Error("EntityTooLarge", {
    ProposedSize: String(size),
    MaxSizeAllowed: String(MAX_BODY_BYTES),
  });
}
