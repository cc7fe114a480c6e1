import type { Hit, RequirementMatch } from "../model/match.ts";
import type { Element, WeakWording } from "../model/requirement.ts";

export interface WeakFound {
  readonly because: string;
  readonly id: string;
  readonly hit: Hit;
}

/** How an element stands after all its evidence is weighed. */
export interface ElementState {
  readonly element: Element;
  readonly met: boolean;
  /** Met, but by weak wording only. */
  readonly weak: boolean;
  /** Not met, but a clause speaks of it: the party only may, the answer is left open, or the number fails. */
  readonly addressed: boolean;
  /** What meets it, strongest first. */
  readonly hits: readonly Hit[];
  readonly weaknesses: readonly WeakFound[];
  /** Hits that free the party from it, where nothing meets it. */
  readonly relieved: readonly Hit[];
}

/**
 * States of all elements, in the requirement's order. Weak wording counts in the provision that bears the element; an
 * entry with `unless_met` counts only while none of the elements it names is met strongly.
 */
export function weighElements(match: RequirementMatch): ElementState[] {
  const unconditional = match.weak.filter((entry) => entry.wording.unless_met === undefined);
  const first = match.requirement.elements.map((element) => weigh(element, match, unconditional));
  if (unconditional.length === match.weak.length) return first;
  const strong = new Set(first.filter((state) => state.met && !state.weak).map((state) => state.element.id));
  const counting = match.weak.filter((entry) => counts(entry.wording, strong));
  return match.requirement.elements.map((element) => weigh(element, match, counting));
}

/** Whether conditional wording counts, given the elements met strongly. */
export function counts(
  wording: { readonly unless_met?: readonly string[] | undefined },
  strong: ReadonlySet<string>,
): boolean {
  return !(wording.unless_met ?? []).some((id) => strong.has(id));
}

function weigh(element: Element, match: RequirementMatch, weak: RequirementMatch["weak"]): ElementState {
  const all = match.elements.get(element.id) ?? [];
  const meeting = all.filter((hit) => hit.standing === "good" || hit.standing === "hedged");
  const weakAt = weakByProvision(element, weak);
  const isStrong = (hit: Hit) => hit.standing === "good" && !weakAt.has(hit.provision);
  const strong = meeting.filter(isStrong);
  const isWeak = meeting.length > 0 && strong.length === 0;
  return {
    element,
    met: meeting.length > 0,
    weak: isWeak,
    addressed: meeting.length === 0 && all.some(isAddressing),
    hits: meeting.length === 0 ? all.filter(isAddressing) : [...strong, ...meeting.filter((hit) => !isStrong(hit))],
    weaknesses: isWeak ? meeting.flatMap((hit) => weaknessesOf(hit, weakAt)) : [],
    relieved: meeting.length === 0 ? all.filter((hit) => hit.standing === "relieved") : [],
  };
}

/** It speaks of the element without meeting it. */
function isAddressing(hit: Hit): boolean {
  return hit.standing === "permissive" || hit.standing === "blank";
}

type WeakAt = ReadonlyMap<number, { readonly wording: WeakWording; readonly hit: Hit }>;

function weakByProvision(element: Element, weak: RequirementMatch["weak"]): WeakAt {
  const map = new Map<number, { wording: WeakWording; hit: Hit }>();
  for (const { wording, hits } of weak) {
    if (wording.elements && !wording.elements.includes(element.id)) continue;
    for (const hit of hits) if (!map.has(hit.provision)) map.set(hit.provision, { wording, hit });
  }
  return map;
}

function weaknessesOf(hit: Hit, weakAt: WeakAt): WeakFound[] {
  const found = weakAt.get(hit.provision);
  if (found) return [{ id: found.wording.id, because: found.wording.because, hit: found.hit }];
  return hit.hedge ? [{ id: hit.hedge.id, because: hit.hedge.because, hit }] : [];
}
