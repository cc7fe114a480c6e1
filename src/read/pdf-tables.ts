import type { TableCell, TableRow, TextBlock } from "../model/block.ts";
import type { Grid, GridCell } from "./pdf-grid.ts";
import { joinLines } from "./pdf-hyphens.ts";
import { type Line, lineOf } from "./pdf-lines.ts";
import { paragraphsOf, type Setting } from "./pdf-paragraphs.ts";
import { inRows } from "./pdf-pieces.ts";

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
    const lines = row.map((cell) => cellLines(cell, grid.edges, page));
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
export function tableBlock(parts: readonly PdfTable[], setting: Setting): TextBlock {
  const [first] = parts;
  const rows: PdfRow[] = [...(first?.rows ?? [])];
  const head = rows[0];
  let repeated = false;
  for (const part of parts.slice(1)) {
    const again = head !== undefined && part.rows[0] !== undefined && textOf(part.rows[0]) === textOf(head);
    repeated ||= again;
    const [next, ...others] = again ? part.rows.slice(1) : part.rows;
    if (next === undefined) continue;
    const last = rows.at(-1);
    if (last && isCutRow(last, next)) rows[rows.length - 1] = joinRows(last, next, setting);
    else rows.push(next);
    rows.push(...others);
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

/** A row that the page end cuts goes on without its first cell and in the middle of a sentence. */
function isCutRow(last: PdfRow, next: PdfRow): boolean {
  if (last.cells.length !== next.cells.length || next.cells[0]?.text !== "" || last.cells[0]?.text === "") return false;
  return next.cells.some((cell, index) => {
    const before = last.cells[index]?.text ?? "";
    return before !== "" && cell.text !== "" && !/[.:;!?]$/.test(before) && /^[^\p{Lu}]/u.test(cell.text);
  });
}

function joinRows(last: PdfRow, next: PdfRow, setting: Setting): PdfRow {
  const cells = last.cells.map((cell, index): TableCell => {
    const more = next.cells[index]?.text ?? "";
    if (more === "" || cell.text === "") return { ...cell, text: cell.text + more };
    return {
      ...cell,
      text: /[.:;!?]$/.test(cell.text) ? `${cell.text}\n${more}` : joinLines(cell.text, more, setting.words),
    };
  });
  return { ...last, cells };
}

function cellLines({ pieces, columns }: GridCell, edges: readonly number[], page: number): Line[] {
  if (pieces.length === 0) return [];
  const left = Math.min(...pieces.map((piece) => piece.x));
  const at = edges.findLastIndex((edge) => edge <= left + 2);
  // Text keeps the same distance from both sides of its cell.
  const limit = (edges[at + columns] ?? 0) - Math.max(6, left - (edges[at] ?? left));
  const right = Math.max(limit, ...pieces.map((piece) => piece.right));
  const column = { left, right };
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
  if (texts.filter((text) => text !== "").length < 2 || texts.some((text) => text.length > 80 || /[.;:]$/.test(text)))
    return false;
  if (first.bold) return !rest.every((row) => row.bold);
  if (texts.some((text) => text === "" || /\d/.test(text) || text.length > 40)) return false;
  const columnLength = (column: number) =>
    rest.reduce((sum, row) => sum + (row.cells[column]?.text.length ?? 0), 0) / rest.length;
  return texts.every((text, column) => columnLength(column) > (texts.length > 2 ? 0.8 : 1.5) * text.length);
}
