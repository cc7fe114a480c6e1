import { DOMParser } from "@xmldom/xmldom";

/** An element with the usual prefixes ("w:p", "mc:Choice"), whatever prefixes the file declares. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Transitional and strict namespaces (ECMA-376 Part 1 and Part 4) read alike. */
const PREFIXES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
  "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
  "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a:",
  "http://purl.oclc.org/ooxml/drawingml/main": "a:",
  "urn:schemas-microsoft-com:vml": "v:",
  "urn:schemas-microsoft-com:office:office": "o:",
  "http://schemas.openxmlformats.org/package/2006/relationships": "",
};

/** Real files stay below 100; the parser's time grows with the square of the depth. */
const DEEPEST = 1000;

/** Parses one part. Throws on damage and on any document type declaration, which OOXML forbids and entity bombs need. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const text = decodeXml(bytes);
  if (text.includes("<!DOCTYPE")) throw new Error("document type declarations are not allowed");
  if (isTooDeep(text)) throw new Error(`elements nest more than ${DEEPEST} deep`);
  const parser = new DOMParser({
    locator: false,
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  });
  const root = parser.parseFromString(dropFormatting(text), "text/xml").documentElement;
  if (root === null) throw new Error("the part is empty");
  return convert(root as unknown as DomElement);
}

const FORMATTING = [
  "proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak noProof sz szCs color lang spacing jc kern highlight shd",
  "i iCs bCs w position contextualSpacing widowControl keepNext keepLines tcW vAlign top left bottom right end rtl cs",
  "insideH insideV between rFonts rsid lsdException qFormat uiPriority unhideWhenUsed semiHidden gridCol gridAfter",
  "autoSpaceDE autoSpaceDN adjustRightInd cantSplit trHeight tblW tblInd tblLayout hideMark noWrap textDirection bidi",
]
  .join(" ")
  .replaceAll(" ", "|");
const FORMATTING_TAG = new RegExp(
  `<w:(?:${FORMATTING})(?: (?:[^<>"]|"[^"<]*")*)?/>|<w:tab (?:[^<>"]|"[^"<]*")*/>`,
  "g",
);
/** Attributes of these elements are revision ids and the like; one that declares a namespace is left alone. */
const ATTRIBUTED_TAG = /<w:(p|r|t|tr|tc|tbl) (?:(?!xmlns)[^<>"]|"[^"<]*")*?(\/?)>/g;
const EMPTIED = /<w:(tabs|rPr|tcBorders|tcMar|pBdr|tblBorders|tblCellMar|tblGrid)><\/w:\1>/g;

/**
 * Parsing takes most of the time, and most of a Word part is fonts, sizes and revision ids that nobody here asks for.
 * Raw "<" cannot stand in text, so cutting whole empty tags leaves the text as it is. Symbol fonts stay; a tab with
 * attributes is a tab stop, no tab.
 */
function dropFormatting(text: string): string {
  if (text.includes("<![CDATA[")) return text;
  return text
    .replace(FORMATTING_TAG, (tag) => (/symbol|dings/i.test(tag) ? tag : ""))
    .replace(ATTRIBUTED_TAG, "<w:$1$2>")
    .replace(EMPTIED, "");
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf("<"); at >= 0 && depth <= DEEPEST; at = text.indexOf("<", at + 1)) {
    const next = text[at + 1];
    if (next === "/") depth--;
    else if (next !== "!" && next !== "?" && text[text.indexOf(">", at) - 1] !== "/") depth++;
  }
  return depth > DEEPEST;
}

/** First child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => typeof node !== "string" && node.name === name);
}

/** All children of that name, in order. */
export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((node): node is XmlElement => typeof node !== "string" && node.name === name);
}

/** `w:val` of the first child of that name. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes["w:val"];
}

/** On-off property (ECMA-376 17.17.4): present means on unless it says otherwise; undefined where it is absent. */
export function toggle(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (found === undefined) return undefined;
  return !["0", "false", "off"].includes(found.attributes["w:val"] ?? "true");
}

/** Text directly inside an element. */
export function ownText(element: XmlElement): string {
  return element.children.filter((node) => typeof node === "string").join("");
}

/** Descendants of that name in document order, the element itself not counted. */
export function descendants(element: XmlElement, name: string, found: XmlElement[] = []): XmlElement[] {
  for (const node of element.children) {
    if (typeof node === "string") continue;
    if (node.name === name) found.push(node);
    descendants(node, name, found);
  }
  return found;
}

interface DomNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly nextSibling: DomNode | null;
}

interface DomElement extends DomNode {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly firstChild: DomNode | null;
  readonly attributes: { readonly length: number; readonly [index: number]: DomAttribute };
}

interface DomAttribute {
  readonly namespaceURI: string | null;
  readonly localName: string;
  readonly value: string;
}

function convert(element: DomElement): XmlElement {
  const attributes: Record<string, string> = {};
  for (let i = 0; i < element.attributes.length; i++) {
    const attribute = element.attributes[i];
    if (attribute) attributes[prefixed(attribute)] = attribute.value;
  }
  const children: XmlNode[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) children.push(convert(node as DomElement));
    else if (node.nodeType === 3 || node.nodeType === 4) children.push(node.nodeValue ?? "");
  }
  return { name: prefixed(element), attributes, children };
}

function prefixed(node: { readonly namespaceURI: string | null; readonly localName: string }): string {
  if (node.namespaceURI === null) return node.localName;
  return `${PREFIXES[node.namespaceURI] ?? "other:"}${node.localName}`;
}

/** A part's text: UTF-8 unless a byte order mark says UTF-16. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** Elements within a paragraph that no reader sees as its text: properties, field codes, deleted text, readings of characters (ECMA-376 17). */
export const NEVER_TEXT: readonly string[] = [
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:smartTagPr",
  "w:customXmlPr",
  "w:instrText",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:rubyPr",
  "w:softHyphen",
];
