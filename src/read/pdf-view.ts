import { type Matrix, multiply } from "./pdf-rules.ts";

/** How the page lies: `transform` takes the points of the file to points from the top left. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly transform: Matrix;
}

/** Turns the page so that most of its text runs from left to right: a wide table is often set sideways. */
export function uprightView(view: View, items: readonly { readonly str?: string; readonly transform: Matrix }[]): View {
  const letters = [0, 0, 0, 0];
  for (const { str, transform } of items) {
    const [a, b] = multiply(view.transform, transform);
    const quarter = b === 0 && a > 0 ? 0 : (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
    if (Number.isFinite(quarter)) letters[quarter] = (letters[quarter] ?? 0) + (str ?? "").trim().length;
  }
  const most = letters.indexOf(Math.max(...letters));
  const { width, height } = view;
  const turns: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ];
  if (most === 0) return view;
  const transform = multiply(turns[most] ?? [], view.transform);
  return most === 2 ? { width, height, transform } : { width: height, height: width, transform };
}
