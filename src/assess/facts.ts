import type { Contract } from "../model/contract.ts";
import type { FactMatch } from "../model/match.ts";
import type { FactRule, Requirement } from "../model/requirement.ts";
import type { FactId, Review } from "../model/review.ts";
import { toEvidence } from "./evidence.ts";

export type Fact = Review["facts"][number];

const MOST_QUOTES = 3;

/**
 * What is true of the engagement, for applies_when. What the caller or playbook says goes first, then what the contract
 * denies, then what it shows, then the library's assumption (reported as assumed).
 */
export function weighFacts(
  contract: Contract,
  rules: readonly FactRule[],
  matches: readonly FactMatch[],
  said: Partial<Record<FactId, boolean>>,
): Fact[] {
  return rules.map((rule) => {
    const match = matches.find((m) => m.id === rule.id);
    const quotes = (hits: FactMatch["shown"]) =>
      hits.slice(0, MOST_QUOTES).flatMap((hit) => toEvidence(contract, hit, "context"));
    const told = said[rule.id];
    if (told !== undefined) return { id: rule.id, value: told, assumed: false, evidence: [] };
    if (match && match.denied.length > 0)
      return { id: rule.id, value: false, assumed: false, evidence: quotes(match.denied) };
    if (match && match.shown.length > 0)
      return { id: rule.id, value: true, assumed: false, evidence: quotes(match.shown) };
    return { id: rule.id, value: rule.when_unknown, assumed: true, evidence: [] };
  });
}

/** Whether a requirement applies: one of its conditions holds, or nobody knows that it does not. */
export function applies(requirement: Requirement, facts: readonly Fact[]): boolean {
  return requirement.applies_when.some(
    (when) => when === "always" || facts.find((fact) => fact.id === when)?.value !== false,
  );
}
