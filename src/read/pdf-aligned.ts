import { splitRow } from "./pdf-cells.ts";
import type { Grid } from "./pdf-grid.ts";
import { isContentsRow, type Line, labelOf } from "./pdf-lines.ts";
import type { Piece } from "./pdf-pieces.ts";

/** Lines of a column as they are, or as a table without ruled lines. */
export type Aligned =
  | { readonly lines: readonly Line[] }
  | { readonly grid: Pick<Grid, "edges" | "rows" | "left">; readonly lines: readonly Line[] };

/** Rows with gaps that a table needs. */
const ROWS = 3;

/**
 * Finds tables that only aligned columns show: at least three rows with pieces at the same left edges. Contents pages and
 * hanging labels are none.
 */
export function alignedTables(lines: readonly Line[]): Aligned[] {
  const found: Aligned[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = runFrom(lines, at);
    const grid = run.length >= ROWS ? gridOf(run) : undefined;
    if (grid) {
      found.push({ grid, lines: run });
      at += run.length;
    } else {
      const line = lines[at];
      const last = found.at(-1);
      if (line && last && !("grid" in last)) found[found.length - 1] = { lines: [...last.lines, line] };
      else if (line) found.push({ lines: [line] });
      at++;
    }
  }
  return found;
}

/** The longest stretch of lines from `at` on that could be one table. */
function runFrom(lines: readonly Line[], at: number): Line[] {
  const first = lines[at];
  if (!first || cellsOf(first).length < 2 || isNumberedTitle(first)) return [];
  const starts = new Set<number>();
  const run: Line[] = [];
  for (const line of lines.slice(at)) {
    const cells = cellsOf(line);
    const last = run.at(-1);
    if (last && (line.column !== last.column || line.y - last.y > 4 * last.size || isNumberedTitle(line))) break;
    // A line with one piece belongs to a table only as the next line of one of its cells.
    if (cells.length < 2 && !isNextLine(cells[0], run, starts)) break;
    for (const cell of cells) starts.add(Math.round(cell.x));
    run.push(line);
  }
  while (
    run.length > 0 &&
    cellsOf(run.at(-1) as Line).length < 2 &&
    !isNextLine(cellsOf(run.at(-1) as Line)[0], run.slice(0, -1), starts)
  )
    run.pop();
  return run;
}

/** A row of a contents page names a numbered part or has dot leaders; "Storage 12" in a price list does not. */
function isNumberedTitle(line: Line): boolean {
  return isContentsRow(line.pieces) && (labelOf(line.text) !== undefined || /\.{4,}|(?:\. ){4,}|…/.test(line.text));
}

/** Page numbers never fall: a contents page without numbered titles. */
function isContents(rows: readonly Line[]): boolean {
  const numbers = rows.map((row) =>
    isContentsRow(row.pieces) ? Number.parseInt(row.pieces.at(-1)?.text ?? "", 10) : Number.NaN,
  );
  return numbers.every((number, index) => index === 0 || number >= (numbers[index - 1] ?? 0));
}

function isNextLine(cell: Piece | undefined, run: readonly Line[], starts: ReadonlySet<number>): boolean {
  const last = run.at(-1);
  if (!cell || !last || cell.y - last.y > 1.8 * last.size) return false;
  if (![...starts].some((start) => Math.abs(start - cell.x) <= 3)) return false;
  // It must leave the other columns free.
  const above = [...run].reverse().find((line) => cellsOf(line).length > 1);
  const next = above && cellsOf(above).find((other) => other.x > cell.x + 3);
  return next === undefined ? cell.x > last.column.left + 20 : cell.right < next.x;
}

function gridOf(run: readonly Line[]): Pick<Grid, "edges" | "rows" | "left"> | undefined {
  const multi = run.filter((line) => cellsOf(line).length > 1);
  if (multi.length < Math.max(ROWS, 0.5 * run.length) || isContents(multi)) return undefined;
  const edges = columnEdges(multi);
  if (edges.length < 2) return undefined;
  const columnOf = (piece: Piece) => edges.findLastIndex((edge) => piece.x >= edge - 4);
  // Every piece must stand in one column, else the gaps are those of justified text.
  const fits = run.every((line) =>
    cellsOf(line).every((cell, index, cells) => {
      const column = columnOf(cell);
      const next = edges[column + 1];
      return (
        column >= 0 &&
        (next === undefined || cell.right <= next + 2) &&
        (index === 0 || columnOf(cells[index - 1] as Piece) < column)
      );
    }),
  );
  if (!fits) return undefined;
  const rows: { pieces: Piece[][]; line: Line }[] = [];
  const gaps = run.slice(1).map((line, index) => line.y - (run[index]?.y ?? 0));
  const least = Math.min(...gaps);
  const spaced = gaps.some((gap) => gap > 1.35 * least);
  run.forEach((line, index) => {
    const cells = cellsOf(line);
    const startsFirst = cells.some((cell) => columnOf(cell) === 0);
    const isFigures = cells.length === edges.length && cells.slice(1).every((cell) => cell.text.length <= 12);
    const isNew =
      index === 0 || isFigures || (spaced ? (gaps[index - 1] ?? 0) > 1.35 * least : startsFirst && cells.length > 1);
    if (isNew) rows.push({ pieces: edges.map(() => []), line });
    for (const cell of cells) rows.at(-1)?.pieces[columnOf(cell)]?.push(cell);
  });
  const ends = [...edges, Math.max(...run.map((line) => line.right))];
  const cells = rows
    .map(({ pieces }) => pieces.map((cell, column) => ({ column, columns: 1, rows: 1, pieces: cell })))
    .flatMap((row) => splitRow(row, ({ column }) => (ends[column + 1] ?? 0) - (ends[column] ?? 0)));
  return cells.length < 2 ? undefined : { left: edges[0] ?? 0, edges: ends, rows: cells };
}

/** Left edges at which most of the rows have a piece. */
function columnEdges(rows: readonly Line[]): number[] {
  const starts = rows.flatMap((row) => cellsOf(row).map((cell) => cell.x)).sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const start of starts) {
    const group = groups.at(-1);
    if (group && start - (group[0] ?? 0) <= 6) group.push(start);
    else groups.push([start]);
  }
  return groups.filter((group) => group.length >= Math.max(2, 0.6 * rows.length)).map((group) => group[0] ?? 0);
}

/** The pieces of a line; a label that hangs before its text is part of it. */
function cellsOf(line: Line): readonly Piece[] {
  const [first, second, ...rest] = line.pieces;
  if (!first || !second || labelOf(first.text)?.text !== first.text) return line.pieces;
  return [
    { ...second, runs: [...first.runs, ...second.runs], text: `${first.text} ${second.text}`, x: first.x },
    ...rest,
  ];
}
