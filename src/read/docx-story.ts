import type { BlockOrigin } from "../model/block.ts";
import type { XmlElement } from "../ooxml/docx-xml.ts";
import type { DocxNumbering, ListPlace } from "./docx-numbering.ts";
import type { DocxStyles } from "./docx-styles.ts";

/** What a paragraph is by its styles and lists; everything that its text alone does not show. */
export interface ParagraphFacts {
  readonly origin: BlockOrigin;
  readonly label: string | undefined;
  /** Depth in its list, from 0. */
  readonly depth: number | undefined;
  /** Outline level from 1. */
  readonly outline: number | undefined;
  /** Points. */
  readonly indent: number | undefined;
}

/** What the readers of one document share. */
export interface DocxReading {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  /** Notes by "footnote 3"; taken out when they are placed. */
  readonly notes: Map<string, XmlElement>;
  readonly facts: ParagraphFacts[];
  readonly tally: Tally;
  /** False in files whose fields are not closed: then all text counts. */
  readonly trustFields: boolean;
}

/** Things a report must own up to. */
export interface Tally {
  insertions: number;
  deletions: number;
  hidden: number;
  images: number;
  embedded: number;
  importedParts: number;
  brokenFields: number;
}

/** A run of text with its own counters and fields: the body, one note, one text box, one header. */
export interface Story {
  readonly origin: BlockOrigin;
  readonly label: (place: ListPlace) => string;
  /** Open complex fields, outermost first; text counts only where all show their result (ECMA-376 17.16.18). */
  readonly fields: ("code" | "result")[];
  /** Pieces of paragraphs whose mark is deleted: they join the next paragraph (ECMA-376 17.13.5.15). */
  joined: Piece[];
  /** Header and footer references in order. */
  readonly references: XmlElement[];
}

/** A stretch of paragraph content that looks alike, as plain WordprocessingML. */
export interface Piece {
  readonly bold: boolean;
  readonly underline: boolean;
  readonly xml: string;
  readonly visible: boolean;
}

/** What one paragraph collects besides its pieces; all of it follows the paragraph. */
export interface ParagraphContent {
  readonly reading: DocxReading;
  readonly story: Story;
  readonly styleId: string | undefined;
  readonly pieces: Piece[];
  readonly boxes: XmlElement[];
  readonly notes: { readonly origin: "footnote" | "endnote"; readonly element: XmlElement }[];
  images: number;
}

/** Opens a story. */
export function startStory(reading: DocxReading, origin: BlockOrigin): Story {
  return { origin, label: reading.numbering.startCounting(), fields: [], joined: [], references: [] };
}

/** Parts of mc:AlternateContent say the same thing twice (ECMA-376 Part 3, 9.3): the first choice with text wins. */
export function chosenContent(element: XmlElement): readonly (XmlElement | string)[] {
  const branches = element.children.filter((node): node is XmlElement => typeof node !== "string");
  return (branches.find((branch) => holdsText(branch)) ?? branches.at(-1))?.children ?? [];
}

function holdsText(element: XmlElement): boolean {
  return element.children.some((node) => {
    if (typeof node === "string") return false;
    return ["w:t", "w:tab", "w:sym", "w:txbxContent", "m:t", "w:fldChar"].includes(node.name) || holdsText(node);
  });
}
