import type { Hit } from "../model/match.ts";
import type { Requirement } from "../model/requirement.ts";
import type { Verdict } from "../model/review.ts";
import type { ElementState, WeakFound } from "./elements.ts";
import type { QuantityState } from "./quantities.ts";

export interface AdverseFound {
  readonly id: string;
  readonly because: string;
  readonly hits: readonly Hit[];
}

/** Everything weighed for one requirement, before it is put into words. */
export interface Weighed {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly confidence: number;
  /** Undecided because it is not sure enough, not because something could not be read. */
  readonly unsure: boolean;
  readonly elements: readonly ElementState[];
  readonly adverse: readonly AdverseFound[];
  readonly weak: readonly WeakFound[];
  readonly quantities: readonly QuantityState[];
  readonly nearest: readonly string[];
  readonly clausesRead: number;
}
