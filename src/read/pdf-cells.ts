import type { Run } from "./pdf-document.ts";
import { inRows, type Piece, pieceOf } from "./pdf-pieces.ts";

/** Letters by which an estimated place in a run may be wrong. */
const SLACK = 5;

/**
 * Cuts the runs of a piece that reach over a column edge where the text shows a seam: some programs draw the texts of two
 * neighbouring cells as one ("Ltd" and "Storage" as "LtdStorage"). Without a seam the text only overflows its cell.
 */
export function cutAtEdges(piece: Piece, edges: readonly number[]): Piece {
  const runs = piece.runs.flatMap((run) => {
    const edge = edges.find((x) => x > run.x + run.size && x < run.right - run.size);
    return edge === undefined ? [run] : cutRun(run, edge);
  });
  return runs.length === piece.runs.length ? piece : pieceOf(runs);
}

function cutRun(run: Run, edge: number): Run[] {
  const { text, x, right } = run;
  const guess = Math.round((text.length * (edge - x)) / (right - x));
  for (let shift = 0; shift <= SLACK; shift++) {
    for (const at of [guess - shift, guess + shift]) {
      if (!/[\p{Ll}).;:]\p{Lu}/u.test(text.slice(at - 1, at + 1))) continue;
      return [
        { ...run, text: text.slice(0, at), right: edge },
        { ...run, text: text.slice(at), x: edge },
      ];
    }
  }
  return [run];
}

interface Cell {
  readonly columns: number;
  readonly rows: number;
  readonly column: number;
  readonly pieces: readonly Piece[];
}

/**
 * Parts a ruled row that holds several rows of the table without lines between them: every cell has the same lines, and
 * most of them are not full, so that they are no lines of a wrapped text.
 */
export function splitRow<T extends Cell>(row: readonly T[], widthOf: (cell: T) => number): T[][] {
  const lines = row.map((cell) => inRows(cell.pieces));
  const count = lines[0]?.length ?? 0;
  const isEven =
    lines.every((cell) => cell.length === count) && row.every((cell) => cell.columns === 1 && cell.rows === 1);
  if (count < 2 || row.length < 2 || !isEven) return [[...row]];
  const baseline = (index: number, cell: number) => lines[cell]?.[index]?.[0]?.y ?? Number.NaN;
  for (let index = 0; index < count; index++) {
    if (!row.every((_, cell) => Math.abs(baseline(index, cell) - baseline(index, 0)) < 2)) return [[...row]];
  }
  const isWrapped = row.some((cell, at) => {
    const own = lines[at] ?? [];
    return own.filter((line, index) => wraps(line, own[index + 1], widthOf(cell))).length >= 0.5 * (count - 1);
  });
  if (isWrapped) return [[...row]];
  return [...Array(count).keys()].map((index) =>
    row.map((cell, at) => ({ ...cell, pieces: lines[at]?.[index] ?? [] })),
  );
}

/** True where the first word of the next line would not have fitted on this one. */
function wraps(line: readonly Piece[], next: readonly Piece[] | undefined, width: number): boolean {
  const [first] = next ?? [];
  if (!first) return false;
  const word = /^\S+/.exec(first.text)?.[0] ?? "";
  const used = Math.max(...line.map((piece) => piece.right)) - Math.min(...line.map((piece) => piece.x));
  return (
    used + ((word.length + 1) * (first.right - first.x)) / Math.max(1, first.text.length) > width - 0.8 * first.size
  );
}
