// WordprocessingML (ECMA-376) as text. The report has thousands of paragraphs: written through objects it would take seconds.
import type { CharacterStyle, ParagraphStyle } from "./styles.ts";

/** Finished markup; everything else is text and is escaped on its way in. */
export type Xml = string;

export interface RunLook {
  readonly style?: CharacterStyle;
  readonly bold?: boolean;
  readonly color?: string;
  /** In half points. */
  readonly size?: number;
}

/** Text for a text node or an attribute. Control characters are the view's to replace. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A stretch of text; line ends and tabs stay what they are. */
export function run(text: string, look: RunLook = {}): Xml {
  if (text === "") return "";
  const { style, bold, color, size } = look;
  // The order of the elements is the schema's.
  const properties = [
    style ? `<w:rStyle w:val="${style}"/>` : "",
    bold === undefined ? "" : bold ? "<w:b/><w:bCs/>" : '<w:b w:val="0"/><w:bCs w:val="0"/>',
    color ? `<w:color w:val="${color}"/>` : "",
    size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : "",
  ].join("");
  const content = escaped(text)
    .split(/(\n|\t)/)
    .map((part) =>
      part === "\n" ? "<w:br/>" : part === "\t" ? "<w:tab/>" : part && `<w:t xml:space="preserve">${part}</w:t>`,
    )
    .join("");
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`;
}

export function bold(text: string, color?: string): Xml {
  return run(text, { bold: true, ...(color ? { color } : {}) });
}

/** A link to a bookmark of this document. */
export function link(bookmark: string, text: string, look: RunLook = { style: "Hyperlink" }): Xml {
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${run(text, look)}</w:hyperlink>`;
}

/** A place that links and the table of contents refer to. Names are letters, digits and "_"; ids are counted in the end. */
export function bookmarked(name: string, content: Xml): Xml {
  return `<w:bookmarkStart w:id="${name}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${name}"/>`;
}

export interface ParagraphLook {
  readonly keepNext?: boolean;
  readonly align?: "left" | "center" | "right";
}

export function paragraph(style: ParagraphStyle, content: Xml, { keepNext, align }: ParagraphLook = {}): Xml {
  const properties = [
    style === "Normal" ? "" : `<w:pStyle w:val="${style}"/>`,
    keepNext === undefined ? "" : keepNext ? "<w:keepNext/>" : '<w:keepNext w:val="0"/>',
    align ? `<w:jc w:val="${align}"/>` : "",
  ].join("");
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
}

/** One paragraph of plain text; nothing for an empty text. */
export function plain(style: ParagraphStyle, text: string, look?: ParagraphLook): Xml {
  return text === "" ? "" : paragraph(style, run(text), look);
}
