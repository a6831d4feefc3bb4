/**
 * The embedded S3.
 * @module
 */
export { createS3Handler, type S3HandlerOptions } from "./handler.ts";
export { s3Operations } from "./routes.ts";
export { createObjectStore } from "./store.ts";
export type { S3Store } from "./store_types.ts";
export { writeXml, type XmlElement } from "./xml.ts";
