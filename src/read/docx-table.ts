import type { TableCell, TableRow } from "../model/block.ts";

/** A cell before its row's standing is known. */
export interface DraftCell extends TableCell {
  /** True where all its text is bold. */
  readonly bold: boolean;
}

export interface DraftRow {
  readonly cells: readonly DraftCell[];
  /** True where the file says that the row is a heading row. */
  readonly header: boolean;
}

/** Decides which rows name the columns: those the file marks; else a first row that is bold or far shorter than what it heads. */
export function markHeaders(rows: readonly DraftRow[]): TableRow[] {
  const marked = rows.some((row) => row.header);
  const first = !marked && looksLikeHeader(rows);
  return rows.map((row, index) => ({
    cells: row.cells.map(({ text, columns, rows: height }) => ({ text, columns, rows: height })),
    header: row.header || (first && index === 0),
  }));
}

function looksLikeHeader(rows: readonly DraftRow[]): boolean {
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0 || first.cells.length < 2) return false;
  const filled = first.cells.filter((cell) => cell.text !== "");
  if (filled.length < 2) return false;
  const othersBold = others.some((row) => row.cells.length > 1 && row.cells.every((cell) => cell.bold));
  if (filled.every((cell) => cell.bold)) return !othersBold;
  const labels = filled.length === first.cells.length && filled.every((cell) => isLabel(cell.text));
  return labels && !filled.some((cell) => cell.bold) && headsLongerText(first, others);
}

function isLabel(text: string): boolean {
  return countWords(text) <= 4 && !/[.;:,\n]$|\n|\d/.test(text);
}

/** A list of "name: value" rows has short names all the way down, so every column must grow longer below. */
function headsLongerText(first: DraftRow, others: readonly DraftRow[]): boolean {
  return first.cells.every((cell, column) => {
    const below = others.map((row) => countWords(row.cells[column]?.text ?? ""));
    const average = below.reduce((sum, words) => sum + words, 0) / below.length;
    return average >= 2 * countWords(cell.text);
  });
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}
