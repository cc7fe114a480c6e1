import { cutAtEdges, splitRow } from "./pdf-cells.ts";
import type { Run } from "./pdf-document.ts";
import { type Frame, framesOf } from "./pdf-frames.ts";
import { type Piece, pieceOf } from "./pdf-pieces.ts";
import type { Rules } from "./pdf-rules.ts";

/** A table by its ruled lines, with the pieces that stand in each cell. */
export interface Grid {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Left edges of the columns, then the right edge of the last. */
  readonly edges: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
}

export interface GridCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly pieces: readonly Piece[];
}

/** Finds the ruled tables of a page: at least two columns. Returns the pieces that stand in none of them as `rest`. */
export function gridsOf(rules: Rules, pieces: readonly Piece[]): { readonly grids: Grid[]; readonly rest: Piece[] } {
  const grids: Grid[] = [];
  let rest = [...pieces];
  for (const frame of framesOf(rules)) {
    const reaching = rest.filter((piece) => overlaps(piece, frame));
    const inside = reaching.map((piece) => cutAtEdges(piece, frame.xs));
    if (inside.length === 0) continue;
    const grid = fill(frame, inside);
    if (!grid) continue;
    grids.push(grid);
    rest = rest.filter((piece) => !reaching.includes(piece)).concat(outside(inside, frame));
  }
  return { grids, rest };
}

function fill(frame: Frame, pieces: readonly Piece[]): Grid | undefined {
  const { xs, ys } = frame;
  const [height, width] = [ys.length - 1, xs.length - 1];
  const taken = new Set<number>();
  const rows: GridCell[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: GridCell[] = [];
    for (let column = 0; column < width; column++) {
      if (taken.has(row * width + column)) continue;
      let columns = 1;
      while (
        column + columns < width &&
        !taken.has(row * width + column + columns) &&
        !frame.partsRight(row, column + columns - 1)
      )
        columns++;
      let span = 1;
      while (
        row + span < height &&
        ![...Array(columns).keys()].some((offset) => frame.partsBelow(row + span - 1, column + offset))
      )
        span++;
      for (let r = row; r < row + span; r++) for (let c = column; c < column + columns; c++) taken.add(r * width + c);
      const box = {
        left: xs[column] ?? 0,
        right: xs[column + columns] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[row + span] ?? 0,
      };
      cells.push({ column, columns, rows: span, pieces: within(pieces, box) });
    }
    rows.push(cells);
  }
  return tidy(frame, rows);
}

/** Drops rows and columns that only double lines make, and refuses what has no two columns of text. */
function tidy(frame: Frame, rows: readonly GridCell[][]): Grid | undefined {
  const used = new Set<number>();
  for (const cell of rows.flat()) if (cell.pieces.length > 0) used.add(cell.column);
  if (used.size < 2) return undefined;
  const columns = [...used].sort((a, b) => a - b);
  const kept = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => row.some((cell) => cell.pieces.length > 0));
  const cut = kept.map(({ row, index }) =>
    row
      .filter(
        (cell) =>
          used.has(cell.column) ||
          columns.some((column) => column > cell.column && column < cell.column + cell.columns),
      )
      .map((cell) => ({
        ...cell,
        columns: Math.max(
          1,
          columns.filter((column) => column >= cell.column && column < cell.column + cell.columns).length,
        ),
        rows: Math.max(1, kept.filter((other) => other.index >= index && other.index < index + cell.rows).length),
      })),
  );
  const edges = [...columns.map((column) => frame.xs[column] ?? 0), frame.xs.at(-1) ?? 0];
  const widthOf = ({ column }: GridCell) => (edges[columns.indexOf(column) + 1] ?? 0) - (frame.xs[column] ?? 0);
  return {
    left: frame.xs[0] ?? 0,
    right: frame.xs.at(-1) ?? 0,
    top: frame.ys[0] ?? 0,
    bottom: frame.ys.at(-1) ?? 0,
    edges,
    rows: cut.flatMap((row) => splitRow(row, widthOf)),
  };
}

/** A run belongs where it starts: text may overflow its cell. */
function placeOf(run: Run): [number, number] {
  return [Math.min(run.x + 0.3 * run.size, (run.x + run.right) / 2), run.y - 0.3 * run.size];
}

function within(pieces: readonly Piece[], box: { left: number; right: number; top: number; bottom: number }): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const runs = piece.runs.filter((run) => {
      const [x, y] = placeOf(run);
      return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    });
    if (runs.some((run) => run.text.trim() !== ""))
      found.push(runs.length === piece.runs.length ? piece : pieceOf(runs));
  }
  return found;
}

function overlaps(piece: Piece, frame: Frame): boolean {
  const [left, right] = [frame.xs[0] ?? 0, frame.xs.at(-1) ?? 0];
  const [top, bottom] = [frame.ys[0] ?? 0, frame.ys.at(-1) ?? 0];
  return (
    piece.right > left && piece.x < right && piece.y - 0.3 * piece.size >= top && piece.y - 0.3 * piece.size < bottom
  );
}

/** What of the pieces reaches beyond the frame: it stays in the text around the table. */
function outside(pieces: readonly Piece[], frame: Frame): Piece[] {
  const [left, right] = [frame.xs[0] ?? 0, frame.xs.at(-1) ?? 0];
  const [top, bottom] = [frame.ys[0] ?? 0, frame.ys.at(-1) ?? 0];
  return pieces.flatMap((piece) => {
    const runs = piece.runs.filter((run) => {
      const [x, y] = placeOf(run);
      return x < left || x >= right || y < top || y >= bottom;
    });
    return runs.some((run) => run.text.trim() !== "") ? [pieceOf(runs)] : [];
  });
}
