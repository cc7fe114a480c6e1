import type { Piece } from "./pdf-pieces.ts";

/** One line of a column. */
export interface Line {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly x: number;
  readonly right: number;
  /** Baseline, in points from the top of the page. */
  readonly y: number;
  readonly size: number;
  readonly page: number;
  readonly column: Column;
}

/** The stretch of a page in which lines wrap. The same object for all lines of one column. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** The pieces of one row, from left to right, as a line. */
export function lineOf(pieces: readonly Piece[], page: number, column: Column): Line {
  const widest = [...pieces].sort((a, b) => b.text.length - a.text.length)[0];
  return {
    text: pieces.map((piece) => piece.text).join(" "),
    pieces,
    x: Math.min(...pieces.map((piece) => piece.x)),
    right: Math.max(...pieces.map((piece) => piece.right)),
    y: widest?.y ?? 0,
    size: widest?.size ?? 10,
    page,
    column,
  };
}

const BULLET = /^[•●○▪■□◦‣⁃∙·➢➤✓✔❖\uE000-\uF8FF–—*-](?=\s|$)|^o(?=\s+[A-Z“"'‘])/u;
const ITEM =
  /^(?:\(\s?(?:[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,2})\s?\)|(?:[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)|[a-zA-Z]\.|[ivx]{2,5}\.)(?=\s|$)/;
const NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})+\.?(?:\s?\([a-z]{1,4}\))*|\d{1,3}\.|[IVX]{1,5}\.)(?=\s|$|[A-Z“])/;
const NAMED =
  /^(?:section|clause|article|schedule|annex|annexure|appendix|exhibit|attachment|part)\s+(?:\d{1,3}(?:\.\d+)*|[IVXLC]{1,6}|[A-Z])(?:[.:)–—-]|(?=\s|$))/i;

/** What a printed label at the start of a line says it is. "named" is "Section 4", "Schedule 2". */
export type LabelKind = "bullet" | "item" | "number" | "named";

/** The printed label with which a text starts, if any. */
export function labelOf(text: string): { readonly kind: LabelKind; readonly text: string } | undefined {
  for (const [kind, pattern] of LABELS) {
    const found = pattern.exec(text);
    if (found) return { kind, text: found[0] };
  }
  return undefined;
}

const LABELS: readonly (readonly [LabelKind, RegExp])[] = [
  ["named", NAMED],
  ["number", NUMBER],
  ["item", ITEM],
  ["bullet", BULLET],
];

/** True for a row of a table of contents: dot leaders, or a lone page number set apart at the right. */
export function isContentsRow(pieces: readonly Piece[]): boolean {
  if (pieces.some((piece) => /\.{4,}|(?:\. ){4,}|…{2,}/.test(piece.text))) return true;
  const last = pieces.at(-1);
  return pieces.length > 1 && last !== undefined && /^(?:\d{1,3}|[ivxl]{1,5}|[A-Z]-\d{1,2})$/.test(last.text);
}

/** True where a line has a gap that no justified text has: a row of a form or table rather than prose. */
export function hasWideGap(line: Line): boolean {
  return line.pieces.some((piece, index) => {
    const before = line.pieces[index - 1];
    return (
      before !== undefined &&
      piece.x - before.right > 3 * line.size &&
      !(index === 1 && labelOf(before.text)?.text === before.text)
    );
  });
}
