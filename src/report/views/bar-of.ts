import type { Verdict } from "../../model/review.ts";
import { VERDICT_ORDER } from "./order-findings.ts";

/** One piece of a stacked bar, in hundredths of its width. */
export interface Bar {
  readonly verdict: Verdict;
  readonly count: number;
  readonly x: number;
  readonly width: number;
  /** Wide enough for its number. */
  readonly numbered: boolean;
  /** Wide enough for the verdict's shape beside the number. */
  readonly shape: boolean;
}

// A bar is about 300 pixels wide on the narrowest window and on paper.
const NUMBER_WIDTH = 5.5;
const SHAPE_WIDTH = 15;

/** The applicable verdicts of an area as a bar from 0 to 100; what does not apply takes no room. */
export function barOf(counts: Readonly<Record<Verdict, number>>): Bar[] {
  const shown = VERDICT_ORDER.filter((verdict) => verdict !== "not-applicable" && counts[verdict] > 0);
  const total = shown.reduce((sum, verdict) => sum + counts[verdict], 0);
  let before = 0;
  return shown.map((verdict) => {
    const count = counts[verdict];
    const x = round((before / total) * 100);
    before += count;
    const width = round((before / total) * 100 - x);
    const needed = NUMBER_WIDTH + 2.5 * (String(count).length - 1);
    return { verdict, count, x, width, numbered: width >= needed, shape: width >= SHAPE_WIDTH };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
