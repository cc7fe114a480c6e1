// Tables in text files: rows of pipes, tabs or aligned columns.
import type { TableRow } from "../model/block.ts";
import type { TextLine } from "./plain-text-margins.ts";

/** Takes the table that starts at line `from`, if it is plain that one does; `lines` is the number of lines it covers. */
export function takeTextTable(
  lines: readonly TextLine[],
  from: number,
): { readonly lines: number; readonly rows: readonly TableRow[] } | undefined {
  return take(lines, from, pipeCells, 2) ?? take(lines, from, spacedCells, 3);
}

function take(
  lines: readonly TextLine[],
  from: number,
  split: (line: string) => string[],
  least: number,
): { lines: number; rows: TableRow[] } | undefined {
  const rows: string[][] = [];
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || (index > from && line.blankBefore && split === spacedCells)) break;
    const cells = split(line.text);
    if (cells.length < 2 || (rows[0] !== undefined && cells.length !== rows[0].length)) break;
    rows.push(cells);
  }
  if (rows.length < least || isMarkedText(rows) || isContents(rows)) return undefined;
  const header = rows.every((row) => row[0] !== "") && isHeader(rows[0] ?? []);
  return { lines: rows.length, rows: rows.map((cells, index) => toRow(cells, header && index === 0)) };
}

function pipeCells(line: string): string[] {
  if (!line.includes("|")) return [];
  const inner = line.replace(/^\|/, "").replace(/\|$/, "");
  return inner.split("|").map((cell) => cell.trim());
}

/** Columns stand apart by a tab or at least three spaces. */
function spacedCells(line: string): string[] {
  return line.split(/\s*\t\s*| {3,}/).map((cell) => cell.trim());
}

/** "1.1   The Supplier …": a number set apart from its clause is no table. */
function isMarkedText(rows: readonly (readonly string[])[]): boolean {
  const marked = rows.filter((row) => /^\W*(?:[a-z]{1,3}|[ivxlc]+|\d+(?:\.\d+)*)?\W*$/i.test(row[0] ?? "")).length;
  return (rows[0]?.length ?? 0) === 2 && marked >= rows.length * 0.5;
}

/** A table of contents or a signature block: the last column holds page numbers or lines to write on. */
function isContents(rows: readonly (readonly string[])[]): boolean {
  const dotted = rows.filter(
    (row) => row.some((cell) => /\.{4}|_{4}/.test(cell)) || /^\d{1,3}$/.test(row.at(-1) ?? ""),
  );
  return (rows[0]?.length ?? 0) <= 3 && dotted.length >= rows.length * 0.6;
}

/** Column names are short and no sentences. */
function isHeader(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.length > 0 && cell.length <= 40 && !/[.;]$/.test(cell) && !/^\d+$/.test(cell));
}

function toRow(cells: readonly string[], header: boolean): TableRow {
  return { header, cells: cells.map((text) => ({ text, columns: 1, rows: 1 })) };
}
