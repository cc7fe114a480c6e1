import type { Verdict } from "../model/review.ts";

/** Everything a verdict depends on. */
export interface Ground {
  readonly applies: boolean;
  readonly chosenOtherwise: boolean;
  readonly adverse: boolean;
  readonly mandatory: readonly { readonly met: boolean; readonly weak: boolean; readonly addressed: boolean }[];
  /** A number outside the limit, on any element. */
  readonly numberOutside: boolean;
  /** Weak wording that by itself shows the subject is addressed. */
  readonly weakAlone: boolean;
  readonly unread: boolean;
}

/**
 * The first that holds: not-applicable, adverse, covered, partial, missing; missing becomes undecided where part of the
 * contract could not be read. A verdict that is not sure enough (confidence.ts) becomes undecided too.
 */
export function verdictOf(ground: Ground): Verdict {
  const someMet = ground.mandatory.some((element) => element.met);
  if (!ground.applies || (ground.chosenOtherwise && !someMet)) return "not-applicable";
  if (ground.adverse) return "adverse";
  const complete = ground.mandatory.every((element) => element.met && !element.weak);
  if (complete && !ground.numberOutside && !ground.weakAlone) return "covered";
  const addressed =
    someMet || ground.numberOutside || ground.weakAlone || ground.mandatory.some((element) => element.addressed);
  if (addressed) return "partial";
  return ground.unread ? "undecided" : "missing";
}
