import { type Piece, pieceOf } from "./pdf-pieces.ts";
import type { Rule, Rules } from "./pdf-rules.ts";

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

/** Lines nearer than this are one, ends nearer than this touch; points. */
const NEAR = 3.5;

/** Finds the ruled tables of a page: at least two columns. Returns the pieces that stand in none of them as `rest`. */
export function gridsOf(rules: Rules, pieces: readonly Piece[]): { readonly grids: Grid[]; readonly rest: Piece[] } {
  const grids: Grid[] = [];
  let rest = [...pieces];
  for (const group of touching(merge(rules.across), merge(rules.down))) {
    const frame = frameOf(group.across, group.down);
    if (!frame) continue;
    const inside = rest.filter((piece) => overlaps(piece, frame));
    if (inside.length === 0) continue;
    const grid = fill(frame, inside);
    if (!grid) continue;
    grids.push(grid);
    rest = rest.filter((piece) => !inside.includes(piece)).concat(outside(inside, frame));
  }
  return { grids, rest };
}

interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Whether a line parts the cell from its right and from its lower neighbour. */
  readonly partsRight: (row: number, column: number) => boolean;
  readonly partsBelow: (row: number, column: number) => boolean;
}

function frameOf(across: readonly Rule[], down: readonly Rule[]): Frame | undefined {
  const xs = distinct([...down.map((rule) => rule.at), ...across.flatMap((rule) => [rule.from, rule.to])]);
  const ys = distinct([...across.map((rule) => rule.at), ...down.flatMap((rule) => [rule.from, rule.to])]);
  if (xs.length < 3 || ys.length < 2) return undefined;
  const covers = (rules: readonly Rule[], at: number, from: number, to: number) =>
    rules.some(
      (rule) => Math.abs(rule.at - at) <= NEAR && Math.min(rule.to, to) - Math.max(rule.from, from) > 0.5 * (to - from),
    );
  const x = (index: number) => xs[index] ?? 0;
  const y = (index: number) => ys[index] ?? 0;
  return {
    xs,
    ys,
    partsRight: (row, column) => covers(down, x(column + 1), y(row), y(row + 1)),
    partsBelow: (row, column) => covers(across, y(row + 1), x(column), x(column + 1)),
  };
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
  return {
    left: frame.xs[0] ?? 0,
    right: frame.xs.at(-1) ?? 0,
    top: frame.ys[0] ?? 0,
    bottom: frame.ys.at(-1) ?? 0,
    edges: [...columns.map((column) => frame.xs[column] ?? 0), frame.xs.at(-1) ?? 0],
    rows: cut,
  };
}

function within(pieces: readonly Piece[], box: { left: number; right: number; top: number; bottom: number }): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const runs = piece.runs.filter((run) => {
      const [x, y] = [(run.x + run.right) / 2, run.y - 0.3 * run.size];
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
      const [x, y] = [(run.x + run.right) / 2, run.y - 0.3 * run.size];
      return x < left || x >= right || y < top || y >= bottom;
    });
    return runs.some((run) => run.text.trim() !== "") ? [pieceOf(runs)] : [];
  });
}

/** Joins lines drawn in stretches, such as one a cell. */
function merge(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  const places = distinct(rules.map((rule) => rule.at));
  for (const at of places) {
    const parts = rules.filter((rule) => Math.abs(rule.at - at) <= NEAR).sort((a, b) => a.from - b.from);
    let open: Rule | undefined;
    for (const part of parts) {
      if (open && part.from <= open.to + NEAR) open = { at, from: open.from, to: Math.max(open.to, part.to) };
      else {
        if (open) merged.push(open);
        open = { at, from: part.from, to: part.to };
      }
    }
    if (open) merged.push(open);
  }
  return merged;
}

/** Groups of lines that touch each other: one group a table. */
function touching(across: readonly Rule[], down: readonly Rule[]): { across: Rule[]; down: Rule[] }[] {
  const groups: { across: Rule[]; down: Rule[] }[] = [];
  for (const rule of down) {
    const meets = (other: Rule) =>
      other.at >= rule.from - NEAR &&
      other.at <= rule.to + NEAR &&
      rule.at >= other.from - NEAR &&
      rule.at <= other.to + NEAR;
    const crossing = across.filter(meets);
    if (crossing.length === 0) continue;
    const joined = { across: [...crossing], down: [rule] };
    for (const group of groups.filter((group) => group.across.some((other) => crossing.includes(other)))) {
      joined.across.push(...group.across.filter((other) => !joined.across.includes(other)));
      joined.down.push(...group.down);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups;
}

function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - (found.at(-1) ?? 0) > NEAR) found.push(value);
  return found;
}
