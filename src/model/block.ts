// What reading yields. In: nothing. Out: the types every reader fills. Never: knowledge of contracts or of a file format.

/** Half-open range [start, end) of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type BlockOrigin = "body" | "header" | "footer" | "footnote" | "endnote" | "text-box";

/** One run of text that a reader would see as a unit, in reading order. */
export interface TextBlock {
  readonly kind: "heading" | "paragraph" | "list-item" | "table";
  /** The text as it stands in the file; "" for a table. For Markdown the source itself, with `hidden` over its markup. */
  readonly text: string;
  /** Ranges of `text` that a reader does not see (link targets, emphasis marks, tags); sorted, disjoint. */
  readonly hidden?: readonly Span[];
  /** A number that the program which shows the file computes ("12.3", "(a)"); never part of `text`. */
  readonly label?: string;
  /** Heading level from 1; for a list item its depth from 0. */
  readonly level?: number;
  /** Page on which the block starts, from 1. Absent where the format has no pages. */
  readonly page?: number;
  /** Where in `text` further pages begin, in order: what is joined over a page break does not stand side by side in the file. */
  readonly pageBreaks?: readonly { readonly at: number; readonly page: number }[];
  readonly origin: BlockOrigin;
  /** True where the whole block is bold or underlined as headings are. */
  readonly emphasis?: boolean;
  /** Left edge in points, where the format tells it. */
  readonly indent?: number;
  /** Table only. */
  readonly rows?: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** True for a row that names the columns. */
  readonly header: boolean;
  readonly page?: number;
}

export interface TableCell {
  /** Paragraphs of the cell, separated by "\n". A nested table follows as a table block of its own. */
  readonly text: string;
  readonly hidden?: readonly Span[];
  /** Columns covered, from 1. */
  readonly columns: number;
  /** Rows covered, from 1. */
  readonly rows: number;
}
