/** A horizontal line at `at` from `from` to `to`, or a vertical one (x and y swapped). Points from the page's top left. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

export type Matrix = readonly number[];

/** The operator list of pdfjs-dist 5.4. */
export interface PathOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

// Operator numbers of pdfjs-dist 5.4.296 (`OPS`), which pdf-parse does not hand on.
const SAVE = 10;
const RESTORE = 11;
const TRANSFORM = 12;
const STROKE = 20;
const FORM_BEGIN = 74;
const FORM_END = 75;
const PATH = 91;
const PAINTING = new Set([20, 21, 22, 23, 24, 25, 26, 27]);
// Path data of pdfjs: moveTo 0, lineTo 1, curveTo 2, closePath 3.
const COORDINATES = [2, 2, 6, 0];
/** A filled box no thicker than this is a line. */
const THICK = 3;

/** Product of two PDF matrices: `inner` applied first. */
export function multiply(outer: Matrix, inner: Matrix): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The straight lines a page draws, thin filled boxes included, each at least 4 points long; filled areas are left out. */
export function rulesOf(operators: PathOperators, view: Matrix): Rules {
  const across: Rule[] = [];
  const down: Rule[] = [];
  let matrix: Matrix = view;
  const saved: Matrix[] = [];
  const add = (x0: number, y0: number, x1: number, y1: number) => {
    const [left, right, top, bottom] = [Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1)];
    if (bottom - top <= THICK && right - left >= 4) across.push({ at: (top + bottom) / 2, from: left, to: right });
    else if (right - left <= THICK && bottom - top >= 4) down.push({ at: (left + right) / 2, from: top, to: bottom });
  };
  operators.fnArray.forEach((operator, index) => {
    const args = operators.argsArray[index] as readonly unknown[] | null;
    if (operator === SAVE) saved.push(matrix);
    else if (operator === RESTORE || operator === FORM_END) matrix = saved.pop() ?? matrix;
    else if (operator === TRANSFORM) matrix = multiply(matrix, args as Matrix);
    else if (operator === FORM_BEGIN) {
      saved.push(matrix);
      if (args?.[0]) matrix = multiply(matrix, args[0] as Matrix);
    } else if (operator === PATH && PAINTING.has(Number(args?.[0]))) {
      const path = (args?.[1] as readonly unknown[] | undefined)?.[0];
      if (path)
        for (const part of subpaths(path as ArrayLike<number>, matrix))
          draw(part, Number(args?.[0]) <= STROKE + 1, add);
    }
  });
  return { across, down };
}

type Corner = readonly [number, number];

function draw(
  part: readonly Corner[],
  stroked: boolean,
  add: (...box: [number, number, number, number]) => void,
): void {
  const xs = part.map((corner) => corner[0]);
  const ys = part.map((corner) => corner[1]);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left <= THICK || bottom - top <= THICK) add(left, top, right, bottom);
  else if (stroked) {
    part.forEach((corner, index) => {
      const next = part[index + 1];
      if (next) add(corner[0], corner[1], next[0], next[1]);
    });
  }
}

function subpaths(path: ArrayLike<number>, matrix: Matrix): Corner[][] {
  const parts: Corner[][] = [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  let part: Corner[] = [];
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 3;
    const count = COORDINATES[command] ?? 0;
    if (command === 0) {
      part = [];
      parts.push(part);
    }
    if (count > 0) {
      const x = path[at + count - 1] ?? 0;
      const y = path[at + count] ?? 0;
      part.push([a * x + c * y + e, b * x + d * y + f]);
    } else if (part[0]) part.push(part[0]);
    at += count + 1;
  }
  return parts.filter((corners) => corners.length > 1);
}
