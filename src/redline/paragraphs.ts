// The writer of tracked changes. In: a Word file's bytes, the contract's text, changes as data. Out: the file with the changes
// tracked and commented. Never: what to change, a byte of what it was not asked to change.
// This file: the text of the document's paragraphs, each stretch with the run it stands in.
import { NEVER_TEXT } from "../ooxml/docx-xml.ts";
import { childOf, type SourceElement, textIn } from "../ooxml/xml-source.ts";

/** A stretch of text: a w:t, a tab, a break. */
export interface Piece {
  readonly text: string;
  /** Where it starts in the paragraph's text. */
  readonly at: number;
  readonly node: SourceElement;
  readonly run: SourceElement;
  /** True where its words cannot be changed: in a field, a content control, text that was moved here. */
  readonly isFixed: boolean;
}

/** A paragraph as a reader sees it: changes accepted, hidden text gone; several elements where the marks between them are deleted. */
export interface SourceParagraph {
  /** The element whose mark ends it. */
  readonly element: SourceElement;
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Besides what is never text: what is deleted or moved away, and stories of their own (text boxes). */
const SKIPPED = new Set([
  ...NEVER_TEXT,
  "w:del",
  "w:moveFrom",
  "w:drawing",
  "w:pict",
  "w:object",
  "mc:AlternateContent",
]);

const FIXED = new Set(["w:fldSimple", "w:moveTo", "w:ruby", "w:dir", "w:bdo"]);

interface Walk {
  readonly source: string;
  readonly found: SourceParagraph[];
  /** Open complex fields, as in the reader: text counts where all show their result. */
  readonly fields: ("code" | "result")[];
  carried: { text: string; pieces: Piece[] };
}

/** The paragraphs of the body in reading order, those in tables and content controls among them. */
export function readParagraphs(source: string, body: SourceElement): SourceParagraph[] {
  const walk: Walk = { source, found: [], fields: [], carried: { text: "", pieces: [] } };
  walkBlocks(body, walk, false);
  return walk.found;
}

function walkBlocks(parent: SourceElement, walk: Walk, isFixed: boolean): void {
  for (const element of parent.children) {
    if (element.name === "w:p") readParagraph(element, walk, isFixed);
    else if (!SKIPPED.has(element.name)) walkBlocks(element, walk, isFixed || isControlled(element));
  }
}

function readParagraph(element: SourceElement, walk: Walk, isFixed: boolean): void {
  const line = walk.carried;
  walk.carried = { text: "", pieces: [] };
  walkInline(element, walk, line, isFixed);
  const mark = childOf(childOf(element, "w:pPr"), "w:rPr");
  if (childOf(mark, "w:del") ?? childOf(mark, "w:moveFrom")) walk.carried = line;
  else walk.found.push({ element, ...line });
}

type Line = Walk["carried"];

function walkInline(parent: SourceElement, walk: Walk, line: Line, isFixed: boolean): void {
  for (const element of parent.children) {
    if (SKIPPED.has(element.name)) continue;
    if (element.name === "w:r") walkRun(element, walk, line, isFixed);
    else walkInline(element, walk, line, isFixed || FIXED.has(element.name) || element.name === "w:sdt");
  }
}

function walkRun(run: SourceElement, walk: Walk, line: Line, isFixed: boolean): void {
  const vanish = childOf(childOf(run, "w:rPr"), "w:vanish");
  const isHidden = vanish !== undefined && !["0", "false", "off"].includes(vanish.attributes["w:val"] ?? "true");
  for (const node of run.children) {
    if (node.name === "w:fldChar") moveField(node.attributes["w:fldCharType"], walk.fields);
    const text = textOf(node, walk.source);
    if (isHidden || text === "" || walk.fields.includes("code")) continue;
    line.pieces.push({ text, at: line.text.length, node, run, isFixed: isFixed || walk.fields.length > 0 });
    line.text += text;
  }
}

/** ECMA-376 17.16.18. */
function moveField(type: string | undefined, fields: ("code" | "result")[]): void {
  if (type === "begin") fields.push("code");
  else if (type === "separate" && fields.pop() !== undefined) fields.push("result");
  else if (type === "end") fields.pop();
}

function textOf(node: SourceElement, source: string): string {
  switch (node.name) {
    case "w:t":
      return textIn(source, node).replace(/\s*[\r\n]\s*/g, " ");
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "\u2011";
    default:
      return "";
  }
}

/** A block content control whose content Word fills, or that is locked (ECMA-376 17.5.2). */
export function isControlled(element: SourceElement): boolean {
  const properties = element.name === "w:sdt" ? childOf(element, "w:sdtPr") : undefined;
  return properties?.children.some(({ name }) => CONTROLLED.has(name)) ?? false;
}

const CONTROLLED = new Set([
  "w:lock",
  "w:dataBinding",
  "w:text",
  "w:dropDownList",
  "w:comboBox",
  "w:date",
  "w:docPartObj",
  "w:docPartList",
  "w:picture",
]);
