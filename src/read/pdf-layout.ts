import { type Atom, areColumns, type Box, findGutter } from "./pdf-columns.ts";
import { type Column, isContentsRow, type Line, labelOf, lineOf } from "./pdf-lines.ts";
import { inRows, type Piece } from "./pdf-pieces.ts";

/** What the pages read so far tell about the next. */
export interface PageHabits {
  /** Where full lines of the document end: a page of short lines does not show it. */
  readonly usualRight: number;
  /** Gutters between columns found so far; they help with a short last column. */
  readonly gutters: number[];
}

/**
 * Reading order of one page: columns of prose one after the other, everything else row by row. A gutter counts only where
 * both sides are prose, so that tables and hanging labels stay in their rows.
 */
export function inReadingOrder<T>(atoms: readonly Atom<T>[], page: number, habits: PageHabits): (Line | Box<T>)[] {
  if (atoms.length === 0) return [];
  const right = Math.max(habits.usualRight, ...atoms.map((atom) => atom.right));
  const region: Column = { left: Math.min(...atoms.map((atom) => atom.x)), right };
  const gutter = findGutter(atoms, region, habits.gutters);
  if (gutter === undefined) return rowByRow(atoms, page, region);
  const isKnown = habits.gutters.some((known) => Math.abs(known - gutter) < 1);
  const within = { usualRight: 0, gutters: habits.gutters };
  return bandsOf(atoms, gutter).flatMap((band) => {
    const left = band.filter((atom) => atom.right <= gutter);
    const right = band.filter((atom) => atom.x >= gutter);
    const isWhole = left.length + right.length === band.length;
    if (!isWhole || !areColumns(left, right, { region, gutter, isKnown })) return rowByRow(band, page, region);
    if (!isKnown) habits.gutters.push(gutter);
    return [...inReadingOrder(left, page, within), ...inReadingOrder(right, page, within)];
  });
}

function rowByRow<T>(atoms: readonly Atom<T>[], page: number, column: Column): (Line | Box<T>)[] {
  return inRows(atoms).flatMap((row) => {
    const pieces = row.filter((atom): atom is Piece => "runs" in atom);
    const boxes = row.filter((atom): atom is Box<T> => "box" in atom);
    return pieces.length > 0 ? [...boxes, lineOf(pieces, page, column)] : boxes;
  });
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
