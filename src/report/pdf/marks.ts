import type { Verdict } from "../../model/review.ts";
import type { Document } from "./engine.ts";
import type { ElementState, Mark, Piece } from "./node.ts";
import { VERDICT_INK } from "./styles.ts";

interface Stroke {
  readonly d: string;
  /** Width of the line; 0 fills the shape. */
  readonly line: number;
  readonly dash?: readonly [number, number];
  /** Drawn in white, on top. */
  readonly inside?: boolean;
}

const CIRCLE = "M1.4 8A6.6 6.6 0 0 1 14.6 8A6.6 6.6 0 0 1 1.4 8Z";
const SQUARE = "M1.6 1.6L14.4 1.6L14.4 14.4L1.6 14.4Z";
const CROSS = "M4.6 4.6L11.4 11.4M11.4 4.6L4.6 11.4";
const ASKS = "M5.9 6.3C5.9 4.9 6.9 4.2 8 4.2C9.2 4.2 10.1 5 10.1 6.2C10.1 7.7 8 7.9 8 9.7M8 11L8 12.4";

/** The shapes of the HTML report, on a square of 16; they differ without colour. */
const SHAPES: Readonly<Record<Mark["shape"], readonly Stroke[]>> = {
  adverse: [
    { d: "M8 .8L15.6 14.8L.4 14.8Z", line: 0 },
    { d: "M8 5.6L8 10.2M8 11.6L8 13.2", line: 1.7, inside: true },
  ],
  missing: [
    { d: SQUARE, line: 2 },
    { d: CROSS, line: 2 },
  ],
  partial: [
    { d: CIRCLE, line: 1.8 },
    { d: "M8 1.4A6.6 6.6 0 0 0 8 14.6Z", line: 0 },
  ],
  undecided: [
    { d: CIRCLE, line: 1.5, dash: [2.6, 1.7] },
    { d: ASKS, line: 1.5 },
  ],
  covered: [{ d: "M1.8 8.6L5.9 12.8L14.3 3.4", line: 2.4 }],
  "not-applicable": [{ d: "M3 8L13 8", line: 2 }],
  met: [{ d: "M2.5 8.5L6.1 12.3L13.5 3.9", line: 2.2 }],
  weak: [{ d: "M2 9.5C4 6.1 6 6.1 8 8.2C10 10.3 12 10.2 14 6.9", line: 2.2 }],
  unmet: [{ d: "M3.4 3.4L12.6 12.6M12.6 3.4L3.4 12.6", line: 2.2 }],
  open: [{ d: ASKS, line: 1.8 }],
  holds: [
    { d: CIRCLE, line: 1.6 },
    { d: "M4.8 8.3L7.1 10.8L11.3 5.8", line: 1.8 },
  ],
  lapsed: [
    { d: CIRCLE, line: 1.6 },
    { d: "M8 4.2L8 8L10.6 10.2", line: 1.8 },
  ],
  "light-red": [
    { d: "M4.8 .6L11.2 .6L15.4 4.8L15.4 11.2L11.2 15.4L4.8 15.4L.6 11.2L.6 4.8Z", line: 0 },
    { d: "M8 3.8L8 9M8 10.7L8 12.3", line: 1.8, inside: true },
  ],
  "light-amber": [
    { d: "M8 .6L15.4 8L8 15.4L.6 8Z", line: 0 },
    { d: "M4.6 8.6C5.8 6.9 6.9 6.9 8 8C9.1 9.1 10.2 9.1 11.4 7.4", line: 1.6, inside: true },
  ],
  "light-green": [
    { d: CIRCLE, line: 0 },
    { d: "M4.5 8.2L7 11L11.5 5.5", line: 1.8, inside: true },
  ],
  "light-grey": [
    { d: CIRCLE, line: 1.2 },
    { d: "M5 8L11 8", line: 1.6 },
  ],
};

const STATE_INK = {
  met: VERDICT_INK.covered,
  weak: VERDICT_INK.partial,
  unmet: VERDICT_INK.missing,
  open: VERDICT_INK.undecided,
};

/** The shape of a verdict, with a space after it. */
export function verdictMark(verdict: Verdict, color = VERDICT_INK[verdict]): Piece[] {
  return shapePieces({ shape: verdict, color });
}

export function stateMark(state: ElementState): Piece[] {
  return shapePieces({ shape: state, color: STATE_INK[state] });
}

/** Room for the shape (an em, so that it grows with the text) and the shape itself. */
export function shapePieces(mark: Mark): Piece[] {
  return [{ text: "\u2003\u2006", mark, preserveLeadingSpaces: true, noWrap: true }];
}

/** Draws a shape into the square of the given size whose top left corner is at x, y. */
export function drawMark(document: Document, { shape, color }: Mark, x: number, y: number, size: number): void {
  document
    .save()
    .translate(x, y)
    .scale(size / 16);
  for (const { d, line, dash, inside } of SHAPES[shape]) {
    document.path(d);
    if (line === 0) {
      document.fillColor(color).fill();
      continue;
    }
    document.lineWidth(line).strokeColor(inside ? "#ffffff" : color);
    if (dash) document.dash(dash[0], { space: dash[1] });
    document.stroke();
    if (dash) document.undash();
  }
  document.restore();
}
