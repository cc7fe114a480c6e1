import { child, childValue, toggle, type XmlElement, type XmlNode } from "../ooxml/docx-xml.ts";
import { flattenInline } from "./docx-inline.ts";
import {
  chosenContent,
  type DocxReading,
  type ParagraphContent,
  type Piece,
  type Story,
  startStory,
} from "./docx-story.ts";

/**
 * Writes a story as the least WordprocessingML that shows the same text: changes accepted, hidden text and comments gone,
 * notes and text boxes after their paragraph. Each paragraph opens with a bookmark "p<n>" that names `reading.facts[n]`.
 * Fields left open are counted.
 */
export function flattenStory(nodes: readonly XmlNode[], reading: DocxReading, story: Story): string {
  const xml = flattenBlocks(nodes, reading, story) + flushJoined(reading, story);
  reading.tally.brokenFields += story.fields.length;
  return xml;
}

function flattenBlocks(nodes: readonly XmlNode[], reading: DocxReading, story: Story): string {
  let xml = "";
  for (const node of nodes) if (typeof node !== "string") xml += flattenBlock(node, reading, story);
  return xml;
}

function flattenBlock(node: XmlElement, reading: DocxReading, story: Story): string {
  switch (node.name) {
    case "w:p":
      return flattenParagraph(node, reading, story);
    case "w:tbl":
      return flushJoined(reading, story) + flattenTable(node, reading, story);
    case "w:del":
    case "w:moveFrom":
      reading.tally.deletions++;
      return "";
    case "w:ins":
    case "w:moveTo":
      reading.tally.insertions++;
      return flattenBlocks(node.children, reading, story);
    case "mc:AlternateContent":
      return flattenBlocks(chosenContent(node), reading, story);
    case "w:altChunk":
    case "w:subDoc":
      reading.tally.importedParts++;
      return "";
    case "w:r":
    case "w:hyperlink":
    case "w:fldSimple":
    case "m:oMath":
    case "m:oMathPara":
      // Some writers leave content outside paragraphs.
      return flattenParagraph({ name: "w:p", attributes: {}, children: [node] }, reading, story);
    case "w:sectPr":
      story.references.push(node);
      return "";
    default:
      return flattenBlocks(node.children, reading, story);
  }
}

function flattenParagraph(paragraph: XmlElement, reading: DocxReading, story: Story): string {
  const properties = child(paragraph, "w:pPr");
  const section = child(properties, "w:sectPr");
  if (section) story.references.push(section);
  const mark = child(properties, "w:rPr");
  if (child(mark, "w:ins") ?? child(mark, "w:moveTo")) reading.tally.insertions++;
  const markDeleted = (child(mark, "w:del") ?? child(mark, "w:moveFrom")) !== undefined;
  if (markDeleted) reading.tally.deletions++;

  const content = emptyContent(reading, story, childValue(properties, "w:pStyle"));
  content.pieces.push(...story.joined);
  story.joined = [];
  flattenInline(paragraph.children, content);
  const visible = content.pieces.some((piece) => piece.visible);
  if (markDeleted) {
    story.joined = content.pieces;
    return flattenFollowers(content);
  }
  // Hidden with its mark, or no more than a section break: Word shows no paragraph, and it takes no number.
  const isBreak = section !== undefined && content.pieces.length === 0 && content.images === 0;
  if (isBreak || (!visible && toggle(mark, "w:vanish") === true)) return flattenFollowers(content);
  return writeParagraph(content, properties) + flattenFollowers(content);
}

function writeParagraph(content: ParagraphContent, properties: XmlElement | undefined): string {
  const { reading, story } = content;
  const { styles, numbering, facts, tally } = reading;
  const place = numbering.placeOf(properties, content.styleId);
  const label = place === undefined ? "" : story.label(place);
  const visible = content.pieces.some((piece) => piece.visible);
  if (!visible && content.images > 0 && story.origin === "body") tally.images++;
  const ownIndent = indentOf(properties);
  const listIndent = place === undefined ? undefined : numbering.indentOf(place);
  const styleIndent = styles.chain(content.styleId).map((style) => indentOf(child(style.element, "w:pPr")));
  const indent = ownIndent ?? listIndent ?? styleIndent.find((found) => found !== undefined);
  facts.push({
    origin: story.origin,
    label: label === "" ? undefined : label,
    depth: label === "" ? undefined : place?.level,
    outline: outlineOf(properties, content.styleId, reading),
    indent: indent === undefined ? undefined : indent / 20,
  });
  return `<w:p><w:bookmarkStart w:name="p${facts.length - 1}"/>${writePieces(content.pieces)}</w:p>`;
}

/** Notes and text boxes of a paragraph, each a story of its own. */
function flattenFollowers(content: ParagraphContent): string {
  const { reading, story } = content;
  let xml = "";
  for (const note of content.notes) {
    xml += flattenStory(note.element.children, reading, startStory(reading, note.origin));
  }
  for (const box of content.boxes) {
    const origin = story.origin === "body" ? "text-box" : story.origin;
    xml += flattenStory(box.children, reading, startStory(reading, origin));
  }
  return xml;
}

function flushJoined(reading: DocxReading, story: Story): string {
  if (!story.joined.some((piece) => piece.visible)) return "";
  const content = emptyContent(reading, story, undefined);
  content.pieces.push(...story.joined);
  story.joined = [];
  return writeParagraph(content, undefined);
}

function flattenTable(table: XmlElement, reading: DocxReading, story: Story): string {
  const properties = child(table, "w:tblPr");
  const boldFirst = reading.styles.boldFirstRow(childValue(properties, "w:tblStyle")) && firstRowLook(properties);
  const rows = unwrapped(table.children, "w:tr").filter((row) => {
    const deleted = child(child(row, "w:trPr"), "w:del") !== undefined;
    if (deleted) reading.tally.deletions++;
    return !deleted;
  });
  let xml = "";
  for (const [index, row] of rows.entries()) {
    const header = toggle(child(row, "w:trPr"), "w:tblHeader") ?? (boldFirst && index === 0);
    xml += `<w:tr>${header ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${flattenCells(row, reading, story)}</w:tr>`;
  }
  return rows.length === 0 ? "" : `<w:tbl>${xml}</w:tbl>`;
}

function flattenCells(row: XmlElement, reading: DocxReading, story: Story): string {
  let xml = "";
  const before = Number(childValue(child(row, "w:trPr"), "w:gridBefore")) || 0;
  if (before > 0) xml += `<w:tc><w:tcPr><w:gridSpan w:val="${before}"/></w:tcPr></w:tc>`;
  for (const cell of unwrapped(row.children, "w:tc")) {
    const properties = child(cell, "w:tcPr");
    if (child(properties, "w:cellDel")) {
      reading.tally.deletions++;
      continue;
    }
    const span = Number(childValue(properties, "w:gridSpan")) || 1;
    const merge = child(properties, "w:vMerge");
    const merged = merge
      ? `<w:vMerge w:val="${merge.attributes["w:val"] === "restart" ? "restart" : "continue"}"/>`
      : "";
    const inner = flattenBlocks(cell.children, reading, story) + flushJoined(reading, story);
    xml += `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merged}</w:tcPr>${inner}</w:tc>`;
  }
  return xml;
}

/** Rows and cells may sit inside content controls, custom XML and change marks. */
function unwrapped(nodes: readonly XmlNode[], name: string): XmlElement[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string" || /^w:(del|moveFrom|tbl|trPr|tcPr|sdtPr|tblPr|tblGrid|tblPrEx)$/.test(node.name))
      return [];
    return node.name === name ? [node] : unwrapped(node.children, name);
  });
}

/** `w:tblLook` switches the first-row style on, by attribute or by bit 0x20 (ECMA-376 17.4.55). */
function firstRowLook(properties: XmlElement | undefined): boolean {
  const look = child(properties, "w:tblLook")?.attributes;
  const flag = look?.["w:firstRow"];
  if (flag !== undefined) return ["1", "true", "on"].includes(flag);
  return (Number.parseInt(look?.["w:val"] ?? "0", 16) & 0x20) !== 0;
}

function outlineOf(
  properties: XmlElement | undefined,
  styleId: string | undefined,
  reading: DocxReading,
): number | undefined {
  const own = childValue(properties, "w:outlineLvl");
  if (own !== undefined) return Number(own) < 9 ? Number(own) + 1 : undefined;
  for (const { name, element } of reading.styles.chain(styleId)) {
    const level = childValue(child(element, "w:pPr"), "w:outlineLvl");
    if (level !== undefined) return Number(level) < 9 ? Number(level) + 1 : undefined;
    const named = /^heading ([1-9])$/.exec(name)?.[1];
    if (named !== undefined) return Number(named);
    if (name === "title") return 1;
    if (name === "subtitle") return 2;
  }
  return undefined;
}

function indentOf(properties: XmlElement | undefined): number | undefined {
  const indent = child(properties, "w:ind")?.attributes;
  const left = indent?.["w:left"] ?? indent?.["w:start"];
  const twips = Number.parseInt(left ?? "", 10);
  return Number.isNaN(twips) ? undefined : twips;
}

/** Neighbouring pieces that look alike become one run. */
function writePieces(pieces: readonly Piece[]): string {
  let xml = "";
  let open: Piece | undefined;
  for (const piece of pieces) {
    if (open === undefined || open.bold !== piece.bold || open.underline !== piece.underline) {
      if (open) xml += "</w:r>";
      const look = `${piece.bold ? "<w:b/>" : ""}${piece.underline ? '<w:u w:val="single"/>' : ""}`;
      xml += look === "" ? "<w:r>" : `<w:r><w:rPr>${look}</w:rPr>`;
      open = piece;
    }
    xml += piece.xml;
  }
  return open ? `${xml}</w:r>` : xml;
}

function emptyContent(reading: DocxReading, story: Story, styleId: string | undefined): ParagraphContent {
  return { reading, story, styleId, pieces: [], boxes: [], notes: [], images: 0 };
}
