// What a PDF report is made of: nodes of pdfmake that also say what they are.
import type { Verdict } from "../../model/review.ts";

/** How an element of a requirement stands. */
export type ElementState = "met" | "weak" | "unmet" | "open";

/** A shape beside the word that says the same. */
export interface Mark {
  readonly shape:
    | Verdict
    | ElementState
    | "holds"
    | "lapsed"
    | "light-red"
    | "light-amber"
    | "light-green"
    | "light-grey";
  readonly color: string;
}

/** A run of text in one style. */
export interface Piece {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
  /** Id of the node to which it leads. */
  readonly to?: string;
  /** A shape drawn in place of the text; always beside the word that says the same. */
  readonly mark?: Mark;
  /** Id of the node whose page number stands here. */
  readonly pageReference?: string;
  readonly noWrap?: boolean;
  readonly preserveLeadingSpaces?: boolean;
}

/** A line beside the text, over its whole height. */
export interface Rail {
  readonly color: string;
  readonly width: number;
  readonly dotted?: boolean;
}

export interface PdfNode {
  text?: readonly (Piece & { readonly tag?: unknown })[];
  readonly stack?: readonly PdfNode[];
  readonly columns?: readonly PdfNode[];
  readonly table?: Table;
  readonly canvas?: readonly object[];
  readonly layout?: object;
  /** What it is in the structure: H2, P, LI, …; text without one is a paragraph, other nodes pass their children on. */
  readonly role?: string;
  readonly alt?: string;
  /** Column heads are told by the table; this says that a cell is the head of its row. */
  readonly scope?: "Row";
  readonly id?: string;
  /** Its place in the bookmarks, from 1. */
  readonly bookmark?: number;
  readonly rail?: Rail;
  readonly margin?: readonly [number, number, number, number];
  readonly unbreakable?: boolean;
  readonly width?: number | string;
  readonly columnGap?: number;
  readonly alignment?: "left" | "right" | "center";
  readonly fillColor?: string;
  readonly colSpan?: number;
  readonly fontSize?: number;
  readonly color?: string;
  readonly bold?: boolean;
  readonly lineHeight?: number;
  readonly pageBreak?: "before";
}

export interface Table {
  readonly headerRows: number;
  readonly widths: readonly (number | string)[];
  readonly body: readonly (readonly PdfNode[])[];
  readonly dontBreakRows?: boolean;
  readonly keepWithHeaderRows?: number;
}
