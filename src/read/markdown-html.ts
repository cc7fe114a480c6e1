// HTML inside Markdown -> blocks whose text is a slice of the source.
import type { TextBlock } from "../model/block.ts";
import { parseHtml } from "./html-parse.ts";
import type { Piece, WalkedBlock } from "./html-pieces.ts";
import { walkHtml } from "./html-walk.ts";
import { type Placed, slicePlaced } from "./markdown-align.ts";
import { inlineParts, shown } from "./markdown-inline.ts";
import type { Token } from "./markdown-lexer.ts";
import { type Part, sliceSource } from "./markdown-slice.ts";
import { toCell } from "./markdown-table.ts";
import { readsAsParagraph } from "./plain-text-marks.ts";

/** Blocks of an HTML part. Where it spans blank lines, Markdown works inside it and `inline` hides its marks. */
export function readMarkdownHtml(html: Placed, source: string, inline: (line: string) => Token[]): TextBlock[] {
  const mixed = /\n[ \t]*\n/.test(html.text);
  const toParts = (pieces: readonly Piece[]): Part[] =>
    pieces.flatMap((piece) =>
      piece.type === "break" ? ["break" as const] : pieceParts(piece, html, mixed ? inline : undefined),
    );
  return walkHtml(parseHtml(html.text, "fragment")).blocks.flatMap((block) => toBlocks(block, toParts, source));
}

function toBlocks(block: WalkedBlock, toParts: (pieces: readonly Piece[]) => Part[], source: string): TextBlock[] {
  const { kind, origin, label, level } = block;
  if (block.rows !== undefined) {
    const rows = block.rows.map((row) => ({
      header: row.header,
      cells: row.cells.map((cell) => toCell(toParts(cell.pieces), source, cell.columns, cell.rows)),
    }));
    return [{ kind: "table", text: "", origin, rows }];
  }
  const marks = { ...(label === undefined ? {} : { label }), ...(level === undefined ? {} : { level }) };
  if (block.pieces.length === 0) return [{ kind, text: "", origin, ...marks }];
  return sliceSource(source, toParts(block.pieces)).map((slice, index) => {
    const heading = kind === "heading" && !readsAsParagraph(slice.text);
    return {
      kind: kind === "list-item" && index === 0 ? kind : heading ? "heading" : "paragraph",
      text: slice.text,
      origin,
      ...(index === 0 && label !== undefined ? { label } : {}),
      ...(level !== undefined && (heading || (kind === "list-item" && index === 0)) ? { level } : {}),
      ...(slice.hidden.length > 0 ? { hidden: slice.hidden } : {}),
      ...(slice.strong && !heading ? { emphasis: true } : {}),
    };
  });
}

/** Source of a text node without the stray tags and comments that the parser passed over inside it. */
function pieceParts(
  piece: Extract<Piece, { type: "text" }>,
  html: Placed,
  inline: ((line: string) => Token[]) | undefined,
): Part[] {
  const parts: Part[] = [];
  const own = slicePlaced(html, piece.start, piece.end);
  let from = 0;
  const push = (end: number): void => {
    const text = slicePlaced(own, from, end);
    parts.push(
      ...(inline === undefined ? shown(text, piece.strong) : inlineParts(inline(text.text), text, piece.strong)),
    );
  };
  for (const tag of own.text.matchAll(/<!--[\s\S]*?-->|<\/?[a-zA-Z][^>]*>/g)) {
    push(tag.index);
    from = tag.index + tag[0].length;
  }
  push(own.text.length);
  return parts;
}
