import type { Playbook } from "../model/requirement.ts";
import type { Position } from "../model/review.ts";
import { isPreferred } from "./quantities.ts";
import type { Weighed } from "./weighed.ts";

/**
 * Where the wording stands in the playbook: preferred first, then its fallbacks, then what it calls unacceptable, which is
 * looked for even where the preferred term stands. Undefined where there is nothing to place.
 */
export function positionOf(weighed: Weighed, playbook: Playbook): Position | undefined {
  if (weighed.verdict === "not-applicable" || weighed.verdict === "undecided") return undefined;
  return unacceptable(weighed, playbook) ?? offered(weighed, playbook);
}

function unacceptable(weighed: Weighed, playbook: Playbook): Position | undefined {
  const own = playbook.unacceptable[weighed.requirement.id];
  const lacks = own?.lacking.some((id) => weighed.elements.some((state) => state.element.id === id && !state.met));
  if (own && lacks) return { level: "unacceptable", note: own.because };
  const fails = weighed.quantities.some((quantity) => quantity.standing === "failing");
  return weighed.verdict === "adverse" || fails ? { level: "unacceptable", note: "" } : undefined;
}

function offered(weighed: Weighed, playbook: Playbook): Position {
  if (weighed.verdict === "covered")
    return { level: weighed.quantities.every(isPreferred) ? "preferred" : "acceptable", note: "" };
  const fallback = playbook.fallbacks[weighed.requirement.id];
  const lacking = weighed.elements.filter((state) => state.element.mandatory && !state.met);
  const isWithin = lacking.every((state) => fallback?.may_lack.includes(state.element.id));
  if (fallback && weighed.verdict === "partial" && isWithin)
    return { level: "fallback", note: fallback.text, approval: fallback.approval };
  return { level: "below", note: fallback ? `Can be conceded: ${fallback.text}` : "" };
}
