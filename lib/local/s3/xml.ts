/**
 * XML, out and in.
 * @module
 */
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { s3Error } from "./errors.ts";

/** Namespace of S3's documents. */
const NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

/**
 * What an element holds: text, children by name, or several elements of the same name. `undefined`
 * leaves the element out.
 */
export type XmlValue =
  | string
  | number
  | boolean
  | Date
  | undefined
  | XmlElement
  | readonly (string | XmlElement)[];

/** Children by name. A name that begins with `@` is an attribute, and `#text` is the text. */
export interface XmlElement {
  readonly [name: string]: XmlValue;
}

/**
 * Writes a document.
 *
 * @param root Name of the root element
 * @param children What it holds
 * @param namespace Its namespace; none where empty
 * @returns The document
 */
export function writeXml(root: string, children: XmlElement, namespace = NAMESPACE): string {
  const attributes = namespace === "" ? {} : { "@xmlns": namespace };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, { ...attributes, ...children })}`;
}

/** An element that was read: its text, or its children by name, in the order they came. */
export interface XmlNode {
  text: string;
  children: Record<string, XmlNode[]>;
}

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  alwaysCreateTextNode: true,
  // Numeric character references are decoded only with this.
  htmlEntities: true,
  textNodeName: "#text",
  maxNestedTags: 16,
});

/**
 * Reads a document.
 *
 * @param text The document
 * @param root Name its root element must have
 * @returns The root element
 * @throws {AwsError} `MalformedXML`
 */
export function readXml(text: string, root: string): XmlNode {
  const parsed = parse(text);
  const nodes = parsed.children[root];
  if (nodes?.length !== 1 || Object.keys(parsed.children).length !== 1) {
    throw s3Error("MalformedXML");
  }
  return nodes[0]!;
}

/**
 * Gives the text of an element's one child of a name.
 *
 * @param node The element
 * @param name The child's name
 * @returns Its text, or `undefined` where there is no such child
 * @throws {AwsError} `MalformedXML` where there are several
 */
export function childText(node: XmlNode, name: string): string | undefined {
  const found = node.children[name];
  if (found === undefined) return undefined;
  if (found.length > 1) throw s3Error("MalformedXML");
  return found[0]!.text;
}

function parse(text: string): XmlNode {
  // No document of the API has a document type; without one there are no entities but XML's own.
  if (text.includes("<!DOCTYPE") || XMLValidator.validate(text) !== true) {
    throw s3Error("MalformedXML");
  }
  try {
    return toNode(parser.parse(text.replace(/&#(x[\da-f]+|\d+);/gi, controlCharacter)));
  } catch {
    throw s3Error("MalformedXML");
  }
}

/** Control characters by their references, which the parser would drop: `a&#x1;b` is not `ab`. */
function controlCharacter(reference: string, digits: string): string {
  const code = Number(digits.replace(/^x/i, "0x"));
  return code > 0 && code < 32 && ![9, 10, 13].includes(code)
    ? String.fromCharCode(code)
    : reference;
}

function toNode(value: unknown): XmlNode {
  if (typeof value === "string") return { text: value, children: {} };
  const node: XmlNode = { text: "", children: Object.create(null) };
  for (const [name, child] of Object.entries(value as Record<string, unknown>)) {
    if (name === "#text") node.text = String(child);
    else node.children[name] = (Array.isArray(child) ? child : [child]).map(toNode);
  }
  return node;
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join("");
  if (value instanceof Date) return `<${name}>${timestamp(value)}</${name}>`;
  if (typeof value !== "object") return `<${name}>${escapeXml(String(value))}</${name}>`;
  let attributes = "";
  let children = "";
  for (const [child, content] of Object.entries(value as XmlElement)) {
    if (child === "#text") children += escapeXml(String(content));
    else if (child.startsWith("@")) {
      attributes += ` ${child.slice(1)}="${escapeXml(String(content))}"`;
    } else children += element(child, content);
  }
  return children === ""
    ? `<${name}${attributes}/>`
    : `<${name}${attributes}>${children}</${name}>`;
}

/** Times in documents have whole seconds, as `Last-Modified` has. */
function timestamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, ".000Z");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes markup, and the control characters that XML would lose or refuse, as S3 does. */
function escapeXml(text: string): string {
  return text.replace(
    // deno-lint-ignore no-control-regex -- what XML would lose
    /[&<>"\x00-\x1f\x7f\ufffe\uffff]/g,
    (character) => ESCAPES[character] ?? `&#x${character.charCodeAt(0).toString(16)};`,
  );
}
