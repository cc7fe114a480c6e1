import { type Column, isContentsRow, type Line, labelOf, lineOf } from "./pdf-lines.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** What already has its place and shape (a ruled table), standing among the pieces of a page. */
export interface Box<T> {
  readonly box: T;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

type Atom<T> = Piece | Box<T>;

/** A gutter is at least this wide, in points. */
const GUTTER = 8;
/** Lines a column must have on each side of a gutter. */
const COLUMN_LINES = 4;

/**
 * Reading order of one page: columns of prose one after the other, everything else row by row. A gutter counts only where
 * both sides are prose of comparable width, so that tables and hanging labels stay in their rows. `usualRight` is where
 * full lines of the document end: a page of short lines does not show it.
 */
export function inReadingOrder<T>(atoms: readonly Atom<T>[], page: number, usualRight = 0): (Line | Box<T>)[] {
  if (atoms.length === 0) return [];
  const right = Math.max(usualRight, ...atoms.map((atom) => atom.right));
  const region: Column = { left: Math.min(...atoms.map((atom) => atom.x)), right };
  const gutter = findGutter(atoms, region);
  if (gutter === undefined) return rowByRow(atoms, page, region);
  const ordered: (Line | Box<T>)[] = [];
  for (const band of bandsOf(atoms, gutter)) {
    const left = band.filter((atom) => atom.right <= gutter);
    const right = band.filter((atom) => atom.x >= gutter);
    const isColumns = left.length + right.length === band.length && areColumns(left, right, region, gutter);
    if (isColumns) ordered.push(...inReadingOrder(left, page), ...inReadingOrder(right, page));
    else ordered.push(...rowByRow(band, page, region));
  }
  return ordered;
}

function rowByRow<T>(atoms: readonly Atom<T>[], page: number, column: Column): (Line | Box<T>)[] {
  return inRows(atoms).flatMap((row) => {
    const pieces = row.filter((atom): atom is Piece => "runs" in atom);
    const boxes = row.filter((atom): atom is Box<T> => "box" in atom);
    return pieces.length > 0 ? [...boxes, lineOf(pieces, page, column)] : boxes;
  });
}

/** The x that most rows leave free near the middle, or undefined. */
function findGutter<T>(atoms: readonly Atom<T>[], region: Column): number | undefined {
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

/** Cuts at every row that crosses the gutter: what stands above a spanning heading is read before it. */
function bandsOf<T>(atoms: readonly Atom<T>[], gutter: number): Atom<T>[][] {
  const bands: Atom<T>[][] = [];
  let wasCrossing: boolean | undefined;
  for (const row of inRows(atoms)) {
    const crossing = row.some((atom) => atom.x < gutter && atom.right > gutter);
    if (crossing === wasCrossing) bands.at(-1)?.push(...row);
    else bands.push([...row]);
    wasCrossing = crossing;
  }
  return bands;
}

function areColumns<T>(left: readonly Atom<T>[], right: readonly Atom<T>[], region: Column, gutter: number): boolean {
  const sides = [left, right].map((side) => inRows(side));
  const widths = [gutter - region.left, region.right - gutter];
  if (Math.min(...widths) < 0.5 * Math.max(...widths)) return false;
  const counts = sides.map((rows) => rows.length);
  if (Math.min(...counts) < COLUMN_LINES) return false;
  const isProse = sides.every((rows, side) => {
    const lengths = rows.map(
      (row) => Math.max(...row.map((atom) => atom.right)) - Math.min(...row.map((atom) => atom.x)),
    );
    const words = rows.reduce(
      (sum, row) => sum + row.reduce((n, atom) => n + ("text" in atom ? atom.text.split(" ").length : 0), 0),
      0,
    );
    const filled = lengths.filter((length) => length >= 0.6 * (widths[side] ?? 0)).length;
    return filled >= 0.5 * rows.length && words >= 3 * rows.length;
  });
  return isProse && !areCells(sides);
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

/** True where three rows have a gap at the same place, so that asking for the ruled lines may pay. */
export function maybeTable(pieces: readonly Piece[]): boolean {
  const starts = new Map<number, number>();
  for (const row of inRows(pieces)) {
    const [first, second] = row;
    if (!first || !second || (row.length === 2 && labelOf(first.text)) || (isContentsRow(row) && labelOf(first.text)))
      continue;
    for (const piece of row.slice(1)) {
      const place = Math.round(piece.x / 6);
      const count = (starts.get(place) ?? 0) + 1;
      starts.set(place, count);
      if (count + Math.max(starts.get(place - 1) ?? 0, starts.get(place + 1) ?? 0) >= 3) return true;
    }
  }
  return false;
}
