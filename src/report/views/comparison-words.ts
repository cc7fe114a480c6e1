import type { ClausePlace, Comparison, Effect } from "../../model/comparison.ts";
import { clauseWords } from "./words.ts";

/** The word a reader sees for what became of a requirement. */
export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  opened: "Opened",
  worse: "Worse",
  closed: "Closed",
  better: "Better",
  unchanged: "Unchanged",
};

/** What each means, for the legend. */
export const EFFECT_MEANINGS: Readonly<Record<Effect, string>> = {
  opened: "was covered and is not any more",
  worse: "lost something; fell short already, or is covered still",
  closed: "fell short and is covered now",
  better: "gained something; falls short still, or was covered already",
  unchanged: "as before",
};

/** How a person cites the place, "" where nothing is known. */
export function placeWords(place: ClausePlace | undefined): string {
  return place ? clauseWords(place) : "";
}

/** What limits the comparison, each with its version; what limits both is said once. */
export function reservationLines({ old, new: now }: Comparison): string[] {
  const both = old.reservations.filter((line) => now.reservations.includes(line));
  const only = (lines: readonly string[]) => [...new Set(lines)].filter((line) => !both.includes(line));
  return [
    ...new Set(both),
    ...only(old.reservations).map((line) => `Old version: ${line}`),
    ...only(now.reservations).map((line) => `New version: ${line}`),
  ];
}
