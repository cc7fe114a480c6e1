import type { Verdict } from "../model/review.ts";
import { VERDICT_ORDER } from "./order-findings.ts";

/** One piece of a stacked bar, in hundredths of its width. */
export interface Bar {
  readonly verdict: Verdict;
  readonly x: number;
  readonly width: number;
}

/** The applicable verdicts of an area as a bar from 0 to 100; what does not apply takes no room. */
export function barOf(counts: Readonly<Record<Verdict, number>>): Bar[] {
  const shown = VERDICT_ORDER.filter((verdict) => verdict !== "not-applicable" && counts[verdict] > 0);
  const total = shown.reduce((sum, verdict) => sum + counts[verdict], 0);
  let before = 0;
  return shown.map((verdict) => {
    const x = round((before / total) * 100);
    before += counts[verdict];
    return { verdict, x, width: round((before / total) * 100 - x) };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
