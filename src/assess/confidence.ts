import type { Hit, RequirementMatch } from "../model/match.ts";
import type { Verdict } from "../model/review.ts";
import type { ElementState } from "./elements.ts";

/** A verdict less sure than this is left to a person: undecided. */
export const LEAST_CONFIDENCE = 0.35;

/**
 * How often such a verdict was right, measured on 21 contracts that nobody had tuned for (2,138 verdicts; docs/accuracy.md
 * has the table). Each list: up to this many, this share; the last holds for more.
 */
const RIGHT = {
  /** By the number of provisions on the subject: silence is surer where nothing speaks of it. */
  missing: [
    [0, 0.92],
    [2, 0.81],
    [7, 0.76],
    [Number.POSITIVE_INFINITY, 0.64],
  ],
  /** By the fewest provisions that state a mandatory element. */
  covered: [
    [1, 0.63],
    [2, 0.74],
    [Number.POSITIVE_INFINITY, 0.88],
  ],
  partial: 0.76,
  adverse: 0.9,
  "not-applicable": 0.9,
  undecided: 0.3,
  /** What meets an element stands in no clause on the subject. */
  stray: 0.36,
  /** What meets an element is partly in a lead-in and names nobody who must act. */
  vague: 0.14,
} as const;

/** Words that are less sure than this were mostly taken wrongly. */
const SURE_WORDS = 0.85;

/** How sure a verdict is, 0 to 1. */
export function confidenceOf(verdict: Verdict, match: RequirementMatch, states: readonly ElementState[]): number {
  const met = states.filter((state) => state.element.mandatory && state.met && state.hits.length > 0);
  const isStray = met.some((state) => state.hits.every((hit) => !match.topic.has(hit.provision)));
  switch (verdict) {
    case "missing":
      return upTo(RIGHT.missing, match.topic.size);
    case "covered":
      if (met.some((state) => best(state.hits) < SURE_WORDS)) return RIGHT.vague;
      return isStray ? RIGHT.stray : upTo(RIGHT.covered, Math.min(...met.map((state) => state.hits.length)));
    case "partial":
      return isStray && match.topic.size === 0 ? RIGHT.stray : RIGHT.partial;
    default:
      return RIGHT[verdict];
  }
}

function upTo(shares: readonly (readonly [number, number])[], count: number): number {
  return shares.find(([most]) => count <= most)?.[1] ?? 0;
}

function best(hits: readonly Hit[]): number {
  return Math.max(0, ...hits.map((hit) => hit.confidence));
}
