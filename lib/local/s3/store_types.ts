/**
 * What the S3 handler asks of the store, beside what Glue and Athena see of it.
 * @module
 */
import type { ObjectInfo, ObjectStore } from "../types.ts";
import type { Checksum, ChecksumAlgorithm } from "./checksums.ts";
import type { FileArea, StagedFile } from "./files.ts";

/** What an object is made with, beside its bytes. */
export interface ObjectDetails {
  contentType?: string;
  contentEncoding?: string;
  /** Other headers given back as they came, such as `cache-control`, by lower-case name. */
  headers: Record<string, string>;
  /** User metadata, by lower-case name without `x-amz-meta-`. */
  metadata: Record<string, string>;
  tags: Record<string, string>;
}

/** One part of an object that was uploaded in parts. */
export interface ObjectPart {
  number: number;
  size: number;
  /** Base64, of the object's checksum algorithm. */
  checksum?: string;
}

/** What an object has beside {@linkcode ObjectInfo}. */
export interface StoredObject extends ObjectInfo, ObjectDetails {
  /** Name of the file with the bytes. */
  file: string;
  checksum?: Checksum;
  /** Parts, where it was uploaded in parts. */
  parts?: ObjectPart[];
  /** Upload it came from, where it was uploaded in parts. */
  uploadId?: string;
}

/** An object about to be stored: its bytes are in a staged file. */
export interface NewObject extends ObjectDetails {
  file: StagedFile;
  etag: string;
  checksum: Checksum;
  parts?: ObjectPart[];
  uploadId?: string;
}

/** What must hold of the object that is there, for a write to be done. */
export interface WriteCondition {
  /** The multipart upload that makes the object. */
  upload?: string;
  /** Entity tag it must have, without quotes, or `*` for any. */
  ifMatch?: string;
  /** Whether there must be none. */
  ifNoneMatch?: boolean;
}

/** A bucket. */
export interface Bucket {
  name: string;
  region: string;
  created: Date;
}

/** A multipart upload that was begun. */
export interface Upload extends ObjectDetails {
  id: string;
  key: string;
  initiated: Date;
  checksumAlgorithm?: ChecksumAlgorithm;
  checksumType?: Checksum["type"];
}

/** A part of a multipart upload. */
export interface UploadPart extends ObjectPart {
  file: string;
  etag: string;
  lastModified: Date;
}

/** Buckets of the store. Those that take a bucket that is not there throw `NoSuchBucket`. */
export interface BucketStore {
  create(name: string, region: string): Bucket;
  get(name: string): Bucket | undefined;
  all(): Bucket[];
  /** Deletes a bucket without objects; uploads under way in it go with it. */
  delete(name: string): void;
  setting(bucket: string, name: string): string | undefined;
  /** Stores a setting; `undefined` takes it away. */
  setSetting(bucket: string, name: string, body: string | undefined): void;
}

/** A part of a bucket's objects. */
export interface PageQuery {
  /** What the keys begin with. */
  prefix: string;
  /** Where the page starts: at this key, or after it (`exclusive`). */
  from: Uint8Array;
  exclusive: boolean;
  /** Most objects. */
  limit: number;
}

/** Objects of the store. */
export interface ObjectTable {
  get(bucket: string, key: string): StoredObject | undefined;
  /** Objects in the order of their keys; only those of the page are read. */
  page(bucket: string, query: PageQuery): StoredObject[];
  /** Stores an object if the condition holds, all at once, and keeps its staged file. */
  commit(bucket: string, key: string, object: NewObject, condition?: WriteCondition): StoredObject;
  /** Changes the tags of an object. */
  setTags(bucket: string, key: string, tags: Record<string, string>): void;
  /** Deletes objects; keys without one are passed over. */
  delete(bucket: string, keys: readonly string[], condition?: WriteCondition): void;
}

/** Multipart uploads of the store. */
export interface UploadStore {
  begin(bucket: string, upload: Upload): void;
  /** @throws {AwsError} `NoSuchUpload` */
  get(bucket: string, key: string, id: string): Upload;
  /** Key of an upload of a bucket, where it is there. */
  keyOf(bucket: string, id: string): string | undefined;
  /** Uploads of a bucket after a key and id, in order of both. */
  page(bucket: string, afterKey: string, afterId: string, limit: number): Upload[];
  putPart(id: string, part: Omit<UploadPart, "file" | "size">, file: StagedFile): void;
  /** Parts after a number, in order. */
  parts(id: string, after: number, limit: number): UploadPart[];
  /** Ends an upload: its parts go. */
  end(id: string): void;
}

/** The store behind the S3 handler. */
export interface S3Store extends ObjectStore {
  readonly buckets: BucketStore;
  readonly objects: ObjectTable;
  readonly uploads: UploadStore;
  readonly files: FileArea;
  /** Settles when files that a crash left behind are gone. */
  readonly swept: Promise<void>;
  /** Ends what runs in the background. The database stays open. */
  close(): Promise<void>;
}
