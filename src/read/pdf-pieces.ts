import type { Run } from "./pdf-document.ts";

/** Runs that touch on one baseline: a stretch of a line without a gap wide enough for a column. */
export interface Piece {
  readonly runs: readonly Run[];
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Baseline. */
  readonly y: number;
  /** Size of most of its letters. */
  readonly size: number;
}

/** A gap wider than this many ems may part columns or cells. */
const COLUMN_GAP = 1.25;

/** Joins the runs of a page to pieces, top to bottom, then left to right. Text drawn twice over itself counts once. */
export function piecesOf(runs: readonly Run[]): Piece[] {
  // Drawing order first: it keeps superscripts and letters drawn one by one in their line.
  const chains: Run[][] = [];
  let chain: Run[] = [];
  let last: Run | undefined;
  for (const run of runs) {
    if (run.text.trim() === "") {
      // A blank is kept as a mark that a word ends here; its width is only a hint.
      if (last && chain.length > 0 && Math.abs(run.y - last.y) < last.size * 0.5) chain.push(run);
      continue;
    }
    if (last && isDrawnTwice(last, run)) continue;
    if (!last || !follows(last, run)) {
      chain = [];
      chains.push(chain);
    }
    chain.push(run);
    last = run;
  }
  const pieces = chains.filter((runs) => runs.length > 0).map(pieceOf);
  return inRows(pieces).flatMap(joinNeighbours);
}

/** Groups what stands on one baseline: rows from top to bottom, each from left to right. */
export function inRows<T extends { readonly x: number; readonly y: number; readonly size: number }>(
  items: readonly T[],
): T[][] {
  const rows: T[][] = [];
  let base = 0;
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && item.y - base <= 0.4 * Math.min(first.size, item.size)) row.push(item);
    else {
      rows.push([item]);
      base = item.y;
    }
  }
  for (const row of rows) row.sort((a, b) => a.x - b.x);
  return rows;
}

/** One piece out of runs in reading order; gaps become single spaces. */
export function pieceOf(runs: readonly Run[]): Piece {
  let text = "";
  let x = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let previous: Run | undefined;
  let blank = false;
  const letters = new Map<number, number>();
  for (const run of runs) {
    if (run.text.trim() === "") {
      blank = true;
      continue;
    }
    const gap = previous ? run.x - previous.right : 0;
    if (previous && (blank || gap > 0.2 * Math.min(run.size, previous.size)) && !previous.text.endsWith(" "))
      text += " ";
    text += run.text;
    x = Math.min(x, run.x);
    right = Math.max(right, run.right);
    letters.set(run.size, (letters.get(run.size) ?? 0) + run.text.length);
    previous = run;
    blank = false;
  }
  const size = [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const y = runs.find((run) => run.size === size && run.text.trim() !== "")?.y ?? 0;
  return { runs, text: text.replace(/\s{2,}|[^\S ]/g, " ").trim(), x, right, y, size };
}

/**
 * The same piece with its runs of one font and size drawn together. A page of tables needs every run to cut cells; on a page
 * of prose the runs would only fill memory, a hundred bytes a word.
 */
export function compact(piece: Piece): Piece {
  const groups: Run[][] = [];
  for (const run of piece.runs) {
    const group = groups.at(-1);
    if (group?.[0]?.font === run.font && group[0].size === run.size) group.push(run);
    else groups.push([run]);
  }
  const [first] = piece.runs;
  if (first && groups.length === 1 && piece.runs.length > 1) {
    const { text, x, right, y } = piece;
    return { ...piece, runs: [{ ...first, text, x, right, y }] };
  }
  return { ...piece, runs: groups.map(merged) };
}

function merged(runs: readonly Run[]): Run {
  const first = runs[0] as Run;
  if (runs.length === 1) return first;
  const { text, x, right, y } = pieceOf(runs);
  return text === "" ? first : { ...first, text, x, right, y };
}

function follows(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size);
  const gap = run.x - last.right;
  // A smaller neighbour may stand up to half an em higher or lower: superscript, subscript.
  const shift = Math.abs(run.size - last.size) > 0.15 * size ? 0.55 : 0.2;
  return Math.abs(run.y - last.y) <= shift * size && gap > -0.6 * size && gap <= COLUMN_GAP * size;
}

function isDrawnTwice(last: Run, run: Run): boolean {
  return (
    last.text === run.text && Math.abs(last.x - run.x) < 0.15 * run.size && Math.abs(last.y - run.y) < 0.15 * run.size
  );
}

function joinNeighbours(row: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const gap = last ? piece.x - last.right : 0;
    const size = last ? Math.max(last.size, piece.size) : 0;
    if (last && last.text === piece.text && Math.abs(piece.x - last.x) < 0.15 * size) continue;
    if (last && gap <= COLUMN_GAP * size && gap > -0.6 * size)
      joined[joined.length - 1] = pieceOf([...last.runs, ...piece.runs]);
    else joined.push(piece);
  }
  return joined;
}
