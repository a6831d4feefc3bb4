/**
 * Formats that AWS's built-in classifiers know and the embedded crawler does not read, by the bytes
 * they begin with; see https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html
 * @module
 */
import { Buffer } from "node:buffer";

const FORMATS: readonly (readonly [begin: Uint8Array, name: string])[] = [
  [Buffer.from("Obj\x01"), "Apache Avro"],
  [Buffer.from("ORC"), "Apache ORC"],
  [Buffer.from("<?xml"), "XML"],
  [Buffer.from("e00100ea", "hex"), "Amazon Ion"],
  [Buffer.from("PK\x03\x04"), "compressed with ZIP"],
  [Buffer.from("BZh"), "compressed with bzip2"],
  [Buffer.from("04224d18", "hex"), "compressed with LZ4"],
  [Buffer.from("ff060000734e61507059", "hex"), "compressed with Snappy"],
];

/**
 * Names the format of an object that no classifier has recognized.
 *
 * @param head The object's first bytes
 * @returns Its format, where it is one of AWS's that is not read here
 */
export function formatNotRead(head: Uint8Array): string | undefined {
  return FORMATS.find(([begin]) => begin.every((byte, at) => head[at] === byte))?.[1];
}
