import type { Contract } from "../model/contract.ts";
import type { Hit, RequirementMatch } from "../model/match.ts";
import type { Requirement } from "../model/requirement.ts";
import type { Evidence } from "../model/review.ts";
import type { ElementState } from "./elements.ts";
import { quoteOf } from "./evidence.ts";

const MOST = 5;

/**
 * What comes nearest to the elements that lack, each with the reason why it does not count: what states one on the wrong
 * party or denies it, then what merely speaks of the subject.
 */
export function nearMisses(contract: Contract, match: RequirementMatch, states: readonly ElementState[]): Evidence[] {
  const lacking = states.filter((state) => state.element.mandatory && !state.met);
  const shown = new Set(states.flatMap((state) => state.hits.map((hit) => hit.provision)));
  const found: Evidence[] = [];
  const take = (near: Pick<Hit, "provision" | "clause" | "spans">, because: string) => {
    // Of a table row the longest cell: the first is often a mere number.
    const span = near.spans.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0];
    if (!span || shown.has(near.provision) || found.length >= MOST) return;
    shown.add(near.provision);
    found.push(quoteOf(contract, near.clause, span, "context", { because }));
  };
  for (const { element } of lacking) {
    for (const hit of match.elements.get(element.id) ?? []) {
      const because = reasonOf(hit, match.requirement);
      if (because) take(hit, `${because} (${element.text}).`);
    }
  }
  for (const near of match.nearest) take(near, "Speaks of the subject, but states none of the elements that lack.");
  return found;
}

function reasonOf({ standing }: Hit, { party_duty }: Requirement): string | undefined {
  if (standing === "negated") return "Denies it, or says it of something else";
  if (standing !== "wrong-party") return undefined;
  const right = party_duty === "both" ? "party that must bear it" : party_duty;
  return `Binds somebody else than the ${right}`;
}
