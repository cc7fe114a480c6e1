import type { Column } from "./pdf-lines.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** What already has its place and shape (a ruled table), standing among the pieces of a page. */
export interface Box<T> {
  readonly box: T;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** What a page is made of. */
export type Atom<T> = Piece | Box<T>;

/** A gutter is at least this wide, in points. */
const GUTTER = 8;
/** Lines a column must have on each side of a gutter. */
const COLUMN_LINES = 4;

/** A known gutter that parts the atoms again, else the x that most rows leave free near the middle, or undefined. */
export function findGutter<T>(
  atoms: readonly Atom<T>[],
  region: Column,
  known: readonly number[] = [],
): number | undefined {
  const again = known.find((x) => parts(atoms, x));
  if (again !== undefined) return again;
  const width = region.right - region.left;
  if (width < 150 || atoms.length < 2 * COLUMN_LINES) return undefined;
  const step = 2;
  const from = region.left + 0.25 * width;
  const slots = Math.ceil((0.5 * width) / step);
  const crossing = new Array<number>(slots).fill(0);
  for (const atom of atoms) {
    const first = Math.max(0, Math.floor((atom.x - from) / step));
    const last = Math.min(slots - 1, Math.floor((atom.right - from) / step));
    for (let slot = first; slot <= last; slot++) crossing[slot] = (crossing[slot] ?? 0) + 1;
  }
  const least = Math.min(...crossing);
  const sides = (x: number) => [
    atoms.filter((atom) => atom.right <= x).length,
    atoms.filter((atom) => atom.x >= x).length,
  ];
  let best: { x: number; width: number } | undefined;
  for (let slot = 0; slot < slots; ) {
    let end = slot;
    while (end < slots && (crossing[end] ?? 0) <= least + 1) end++;
    const wide = (end - slot) * step;
    if (wide >= GUTTER && (!best || wide > best.width)) best = { x: from + ((slot + end) / 2) * step, width: wide };
    slot = Math.max(end, slot + 1);
  }
  if (!best) return undefined;
  return sides(best.x).every((count) => count >= COLUMN_LINES) ? best.x : undefined;
}

function parts<T>(atoms: readonly Atom<T>[], x: number): boolean {
  const crossing = atoms.filter((atom) => atom.x < x && atom.right > x).length;
  return crossing <= 0.2 * atoms.length && atoms.some((atom) => atom.right <= x) && atoms.some((atom) => atom.x >= x);
}

interface Split {
  readonly region: Column;
  readonly gutter: number;
  /** Earlier text of the document has a gutter there: a few lines are enough. */
  readonly isKnown: boolean;
}

/** True where both sides are columns of prose of comparable width, and not the cells of a table. */
export function areColumns<T>(left: readonly Atom<T>[], right: readonly Atom<T>[], split: Split): boolean {
  const { region, gutter, isKnown } = split;
  const sides = [left, right].map((side) => inRows(side));
  const widths = [gutter - region.left, region.right - gutter];
  const counts = sides.map((rows) => rows.length);
  if (Math.min(...counts) < (isKnown ? 1 : COLUMN_LINES)) return false;
  const isUneven = Math.min(...widths) < 0.5 * Math.max(...widths);
  const isProse = sides.every(
    (rows, side) => (isKnown && rows.length < COLUMN_LINES) || areProse(rows, widths[side] ?? 0),
  );
  if (isProse && !isUneven) return !areCells(sides);
  // One column of three is half as wide as the other two together, whose lines stand on different baselines.
  if (Math.min(...widths) < 0.28 * Math.max(...widths)) return false;
  return (
    [left, right].every((side, at) => areProse(sides[at] ?? [], widths[at] ?? 0) || hasColumns(side)) &&
    [left, right].some(hasColumns)
  );
}

function hasColumns<T>(atoms: readonly Atom<T>[]): boolean {
  const region = {
    left: Math.min(...atoms.map((atom) => atom.x)),
    right: Math.max(...atoms.map((atom) => atom.right)),
  };
  const gutter = findGutter(atoms, region);
  if (gutter === undefined) return false;
  const [left, right] = [atoms.filter((atom) => atom.right <= gutter), atoms.filter((atom) => atom.x >= gutter)];
  return areColumns(left, right, { region, gutter, isKnown: false });
}

function areProse<T>(rows: readonly (readonly Atom<T>[])[], width: number): boolean {
  const extents = rows.map(
    (row) => Math.max(...row.map((atom) => atom.right)) - Math.min(...row.map((atom) => atom.x)),
  );
  const words = rows.flat().reduce((sum, atom) => sum + ("text" in atom ? atom.text.split(" ").length : 0), 0);
  const filled = extents.filter((extent) => extent >= 0.6 * width).length;
  return filled >= 0.5 * rows.length && words >= 2.5 * rows.length;
}

/** Cells of a table without lines: the rows of both sides start together after each wider gap. */
function areCells<T>(sides: readonly Atom<T>[][][]): boolean {
  const [left = [], right = []] = sides.map((rows) => rows.map((row) => row[0]?.y ?? 0));
  const starts = (ys: readonly number[]) => {
    const gaps = ys.slice(1).map((y, index) => y - (ys[index] ?? 0));
    const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
    return ys.filter((y, index) => index > 0 && y - (ys[index - 1] ?? 0) > 1.35 * usual);
  };
  const rightStarts = starts(right);
  const leftStarts = starts(left);
  if (leftStarts.length < 2 || rightStarts.length < 2) return false;
  const shared = leftStarts.filter((y) => rightStarts.some((other) => Math.abs(other - y) < 2)).length;
  return shared >= 0.8 * Math.max(leftStarts.length, rightStarts.length);
}
