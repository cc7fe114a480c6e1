import {
  child,
  childrenNamed,
  childValue,
  descendants,
  NEVER_TEXT,
  ownText,
  toggle,
  type XmlElement,
  type XmlNode,
} from "../ooxml/docx-xml.ts";
import { chosenContent, type ParagraphContent } from "./docx-story.ts";

/** Never shown, or shown elsewhere, marks of comments among it. Deleted and moved-away text is counted apart. */
const SKIPPED = new Set([...NEVER_TEXT, "w:commentReference", "w:annotationRef", "m:rPr", "m:ctrlPr"]);

interface Look {
  readonly bold: boolean;
  readonly underline: boolean;
  readonly font: string | undefined;
}

const PLAIN: Look = { bold: false, underline: false, font: undefined };

/** Adds what a reader sees of paragraph content to `line`, as plain WordprocessingML, in order. */
export function flattenInline(nodes: readonly XmlNode[], line: ParagraphContent, inLink = false): void {
  for (const node of nodes) {
    if (typeof node === "string" || SKIPPED.has(node.name)) continue;
    switch (node.name) {
      case "w:r":
        flattenRun(node, line, inLink);
        break;
      case "w:del":
      case "w:moveFrom":
        line.reading.tally.deletions++;
        break;
      case "w:ins":
      case "w:moveTo":
        line.reading.tally.insertions++;
        flattenInline(node.children, line, inLink);
        break;
      case "mc:AlternateContent":
        flattenInline(chosenContent(node), line, inLink);
        break;
      case "m:t":
        addText(ownText(node), PLAIN, line);
        break;
      default:
        flattenInline(node.children, line, inLink || node.name === "w:hyperlink");
    }
  }
}

function flattenRun(run: XmlElement, line: ParagraphContent, inLink: boolean): void {
  const properties = child(run, "w:rPr");
  const runStyle = childValue(properties, "w:rStyle");
  const hasToggle = (name: string): boolean =>
    toggle(properties, name) ?? line.reading.styles.runToggle(line.styleId, runStyle, name);
  if (hasToggle("w:vanish")) {
    if (descendants(run, "w:t").some((text) => ownText(text).trim() !== "")) line.reading.tally.hidden++;
    // Fields run through hidden text too: their marks must still be counted.
    for (const mark of childrenNamed(run, "w:fldChar")) moveField(mark, PLAIN, line);
    return;
  }
  const underline = childValue(properties, "w:u");
  const look: Look = {
    bold: hasToggle("w:b"),
    underline: underline !== undefined && underline !== "none" && !inLink && runStyle !== "Hyperlink",
    font: symbolFont(properties),
  };
  flattenRunContent(run.children, look, line);
}

function flattenRunContent(nodes: readonly XmlNode[], look: Look, line: ParagraphContent): void {
  for (const node of nodes) {
    if (typeof node === "string" || SKIPPED.has(node.name)) continue;
    switch (node.name) {
      case "w:t":
        addText(ownText(node), look, line);
        break;
      case "w:tab":
      case "w:ptab":
        add("<w:tab/>", look, line, false);
        break;
      case "w:br":
      case "w:cr":
        add("<w:br/>", look, line, false);
        break;
      case "w:noBreakHyphen":
        add("<w:noBreakHyphen/>", look, line);
        break;
      case "w:sym":
        add(symbol(node.attributes["w:font"] ?? "", node.attributes["w:char"] ?? ""), look, line);
        break;
      case "w:fldChar":
        moveField(node, look, line);
        break;
      case "w:footnoteReference":
      case "w:endnoteReference":
        takeNote(node, line);
        break;
      case "w:txbxContent":
        line.boxes.push(node);
        break;
      case "w:del":
      case "w:moveFrom":
        line.reading.tally.deletions++;
        break;
      case "mc:AlternateContent":
        flattenRunContent(chosenContent(node), look, line);
        break;
      case "a:blip":
      case "v:imagedata":
        line.images++;
        break;
      case "o:OLEObject":
        line.reading.tally.embedded++;
        break;
      case "w:r":
        flattenRun(node, line, false);
        break;
      default:
        flattenRunContent(node.children, look, line);
    }
  }
}

/** Follows begin, separate and end of a complex field; form fields show their state without a result (ECMA-376 17.16.17). */
function moveField(mark: XmlElement, look: Look, line: ParagraphContent): void {
  switch (mark.attributes["w:fldCharType"]) {
    case "begin": {
      const state = formState(child(mark, "w:ffData"));
      if (state !== "") addText(state, look, line);
      line.story.fields.push("code");
      break;
    }
    case "separate":
      if (line.story.fields.pop() === undefined) line.reading.tally.brokenFields++;
      line.story.fields.push("result");
      break;
    case "end":
      if (line.story.fields.pop() === undefined) line.reading.tally.brokenFields++;
  }
}

function formState(form: XmlElement | undefined): string {
  const box = child(form, "w:checkBox");
  if (box) return (toggle(box, "w:checked") ?? toggle(box, "w:default") ?? false) ? "☒" : "☐";
  const list = child(form, "w:ddList");
  const chosen = Number(childValue(list, "w:result") ?? childValue(list, "w:default") ?? 0);
  return childrenNamed(list, "w:listEntry")[chosen]?.attributes["w:val"] ?? "";
}

function takeNote(reference: XmlElement, line: ParagraphContent): void {
  const origin = reference.name === "w:footnoteReference" ? "footnote" : "endnote";
  const key = `${origin} ${reference.attributes["w:id"] ?? ""}`;
  const element = line.reading.notes.get(key);
  if (element === undefined) return;
  line.reading.notes.delete(key);
  line.notes.push({ origin, element });
}

/** Line ends in the XML are spaces to Word. Characters U+F000 to U+F0FF stand for glyphs of a symbol font; mammoth knows those fonts. */
function addText(raw: string, look: Look, line: ParagraphContent): void {
  const text = raw.replace(/\s*[\r\n]\s*/g, " ");
  if (look.font === undefined || !/[\uf000-\uf0ff]/.test(text)) {
    add(`<w:t>${escapeXml(text)}</w:t>`, look, line, text.trim() !== "");
    return;
  }
  for (const part of text.split(/([\uf000-\uf0ff])/)) {
    const code = part.codePointAt(0) ?? 0;
    const isSymbol = code >= 0xf000 && code <= 0xf0ff;
    if (isSymbol) add(symbol(look.font, code.toString(16)), look, line);
    else if (part !== "") add(`<w:t>${escapeXml(part)}</w:t>`, look, line, part.trim() !== "");
  }
}

function add(xml: string, look: Look, line: ParagraphContent, visible = true): void {
  if (line.reading.trustFields && line.story.fields.includes("code")) return;
  line.pieces.push({ bold: look.bold, underline: look.underline, xml, visible });
}

function symbol(font: string, code: string): string {
  return `<w:sym w:font="${escapeXml(font)}" w:char="${escapeXml(code.toUpperCase())}"/>`;
}

function symbolFont(properties: XmlElement | undefined): string | undefined {
  const fonts = child(properties, "w:rFonts")?.attributes;
  const font = fonts?.["w:ascii"] ?? fonts?.["w:hAnsi"];
  return font !== undefined && /symbol|dings/i.test(font) ? font : undefined;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
