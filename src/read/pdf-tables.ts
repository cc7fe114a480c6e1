import type { TableCell, TableRow, TextBlock } from "../model/block.ts";
import type { Grid } from "./pdf-grid.ts";
import { type Line, lineOf } from "./pdf-lines.ts";
import { paragraphsOf, type Setting } from "./pdf-paragraphs.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** A table on one page, before parts on several pages are joined. */
export interface PdfTable {
  readonly page: number;
  readonly x: number;
  /** Left edges of the columns, then the right edge of the last. */
  readonly edges: readonly number[];
  readonly rows: readonly PdfRow[];
}

interface PdfRow extends TableRow {
  /** Every letter is bold. */
  readonly bold: boolean;
}

/** Rows of pieces a cell to the cells of a table; the lines of a cell are joined to its paragraphs. */
export function tableOf(grid: Pick<Grid, "edges" | "rows" | "left">, page: number, setting: Setting): PdfTable {
  const rows = grid.rows.map((row): PdfRow => {
    const lines = row.map((cell) => cellLines(cell.pieces, page));
    const filled = lines.flat();
    return {
      page,
      header: false,
      bold: filled.length > 0 && filled.every((line) => setting.isBold(line)),
      cells: row.map((cell, index): TableCell => {
        const text = paragraphsOf(lines[index] ?? [], setting).map((paragraph) => paragraph.text);
        return { text: text.join("\n"), columns: cell.columns, rows: cell.rows };
      }),
    };
  });
  return { page, x: grid.left, edges: grid.edges, rows };
}

/** Joins a table with its parts on the pages that follow and names its header row. */
export function tableBlock(parts: readonly PdfTable[]): TextBlock {
  const [first] = parts;
  const rows: PdfRow[] = [...(first?.rows ?? [])];
  const head = rows[0];
  let repeated = false;
  for (const part of parts.slice(1)) {
    const again = head !== undefined && part.rows[0] !== undefined && textOf(part.rows[0]) === textOf(head);
    repeated ||= again;
    rows.push(...(again ? part.rows.slice(1) : part.rows));
  }
  const header = repeated || isHeader(rows);
  return {
    kind: "table",
    text: "",
    page: first?.page ?? 1,
    origin: "body",
    indent: Math.round(first?.x ?? 0),
    rows: rows.map(({ cells, page }, index) => ({ cells, header: header && index === 0, ...(page ? { page } : {}) })),
  };
}

/** True where `next` goes on with the columns of `part` on the following page. */
export function continuesTable(part: PdfTable, next: PdfTable): boolean {
  return (
    next.page === part.page + 1 &&
    next.edges.length === part.edges.length &&
    next.edges.every((edge, index) => Math.abs(edge - (part.edges[index] ?? 0)) <= 12)
  );
}

function cellLines(pieces: readonly Piece[], page: number): Line[] {
  if (pieces.length === 0) return [];
  const column = { left: Math.min(...pieces.map((piece) => piece.x)), right: Math.max(...pieces.map((piece) => piece.right)) };
  return inRows(pieces).map((row) => lineOf(row, page, column));
}

function textOf(row: TableRow): string {
  return row.cells.map((cell) => cell.text).join("\t");
}

/** Bold where the rest is not, or several short names without a figure over longer cells. */
function isHeader(rows: readonly PdfRow[]): boolean {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return false;
  const texts = first.cells.map((cell) => cell.text);
  if (texts.filter((text) => text !== "").length < 2 || texts.some((text) => text.length > 80 || /[.;:]$/.test(text))) return false;
  if (first.bold) return !rest.every((row) => row.bold);
  if (texts.some((text) => text === "" || /\d/.test(text) || text.length > 40)) return false;
  const columnLength = (column: number) => rest.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0) / rest.length;
  return texts.every((text, column) => columnLength(column) > (texts.length > 2 ? 0.8 : 1.5) * text.length);
}
