// One HTML table -> a table block, or paragraphs where the table only sets text side by side.
import type { HtmlElement } from "./html-parse.ts";
import type { Piece, Walked, WalkedBlock, WalkedCell } from "./html-pieces.ts";

interface Row {
  readonly cells: readonly { readonly cell: WalkedCell; readonly blocks: readonly WalkedBlock[] }[];
  readonly header: boolean;
}

/** A table of one column, or of "(a)" beside its text, is layout and yields its paragraphs; tables inside cells follow. */
export function walkTable(table: HtmlElement, walk: (root: HtmlElement) => Walked): Walked {
  const unseen: Walked["unseen"] = [];
  const seenBy = (element: HtmlElement): WalkedBlock[] => {
    const inner = walk({ ...element, tag: "#root" });
    unseen.push(...inner.unseen);
    return inner.blocks;
  };
  const captions = elementsIn(table, ["caption"]).flatMap(seenBy);
  const rows = rowsOf(table, seenBy).filter((row) => row.cells.some((entry) => entry.blocks.length > 0));
  return { blocks: [...captions, ...blocksOf(rows)], unseen };
}

function blocksOf(rows: readonly Row[]): WalkedBlock[] {
  const inCells = rows.flatMap((row) => row.cells.flatMap((entry) => entry.blocks));
  if (rows.every((row) => filled(row).length === 1 && row.cells.length === 1)) return inCells;
  if (rows.every(isMarkedLine)) return rows.flatMap(markedLine);
  const nested = inCells.filter((block) => block.kind === "table");
  const firstBold = !rows.some((row) => row.header) && rows.length > 1 && rows[0] !== undefined && isBold(rows[0]);
  const body = rows.map((row, index) => ({
    cells: row.cells.map((entry) => entry.cell),
    header: row.header || (firstBold && index === 0),
  }));
  return [{ kind: "table", pieces: [], origin: "body", rows: body }, ...nested];
}

function rowsOf(table: HtmlElement, seenBy: (element: HtmlElement) => WalkedBlock[]): Row[] {
  const sections = table.children.filter((child) => child.type === "element");
  return sections.flatMap((section) => {
    const lines = section.tag === "tr" ? [section] : elementsIn(section, ["tr"]);
    return lines.map((line) => {
      const cells = elementsIn(line, ["td", "th"]);
      const allHeads = cells.length > 0 && cells.every((cell) => cell.tag === "th");
      return {
        header: section.tag === "thead" || allHeads,
        cells: cells.map((cell) => {
          const blocks = seenBy(cell);
          const size = { columns: spanOf(cell, "colspan"), rows: spanOf(cell, "rowspan") };
          return { blocks, cell: { pieces: piecesOf(blocks), ...size } };
        }),
      };
    });
  });
}

function piecesOf(blocks: readonly WalkedBlock[]): Piece[] {
  const own = blocks.filter((block) => block.kind !== "table" && block.pieces.length > 0);
  return own.flatMap((block, index) => [...(index > 0 ? [{ type: "break" } as const] : []), ...block.pieces]);
}

function filled(row: Row): Row["cells"] {
  return row.cells.filter((entry) => entry.blocks.length > 0);
}

/** "1." or "(a)" or a bullet in one cell, text in the only other filled cell. */
function isMarkedLine(row: Row): boolean {
  const [mark, body, ...rest] = filled(row);
  if (mark === undefined || body === undefined || rest.length > 0 || row.header) return false;
  return /^\s*(\(?([a-z]{1,2}|[ivxlc]+|\d+(\.\d+)*)[.)]|\d+(\.\d+)+|[•·▪◦*–-])\s*$/i.test(textOf(mark.cell.pieces));
}

function markedLine(row: Row): WalkedBlock[] {
  const [mark, body] = filled(row);
  const label = textOf(mark?.cell.pieces ?? []).trim();
  return (body?.blocks ?? []).map((block, index) =>
    index === 0 && block.kind !== "table" ? { ...block, ...(/\w/.test(label) ? { label } : {}) } : block,
  );
}

function isBold(row: Row): boolean {
  const pieces = row.cells.flatMap((entry) => entry.cell.pieces);
  return pieces.every((piece) => piece.type === "break" || piece.strong || !/\S/.test(piece.value));
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece.type === "text" ? piece.value : "\n")).join("");
}

function elementsIn(parent: HtmlElement, tags: readonly string[]): HtmlElement[] {
  return parent.children.filter((child): child is HtmlElement => child.type === "element" && tags.includes(child.tag));
}

/** WHATWG HTML 4.9.11: colspan up to 1000, rowspan up to 65534; 0 and nonsense count as 1. */
function spanOf(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const value = Number.parseInt(cell.attributes.get(name) ?? "1", 10);
  return value >= 1 ? Math.min(value, name === "colspan" ? 1000 : 65_534) : 1;
}
