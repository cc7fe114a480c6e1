import type { Span } from "../model/block.ts";
import type { Contract } from "../model/contract.ts";
import type { Hit } from "../model/match.ts";
import type { Evidence } from "../model/review.ts";
import { quoteOf } from "./evidence.ts";
import type { Weighed } from "./weighed.ts";

const MOST = 6;

/** The lead-ins and column heads without which the quotes of a finding could not be understood, each once. */
export function leadIns(contract: Contract, weighed: Weighed): Evidence[] {
  const hits = [
    ...weighed.adverse.flatMap((found) => found.hits),
    ...weighed.weak.map((found) => found.hit),
    ...weighed.elements.flatMap((state) => state.hits),
  ];
  const found = new Map<number, Evidence>();
  for (const hit of hits) {
    for (const span of hit.lead) {
      if (found.size >= MOST) return [...found.values()];
      if (!found.has(span.start))
        found.set(span.start, quoteOf(contract, clauseOf(contract, hit, span), span, "context"));
    }
  }
  return [...found.values()];
}

/** The clause above the hit's that the lead-in belongs to. */
function clauseOf(contract: Contract, hit: Hit, span: Span): number {
  for (let at: number | undefined = hit.clause; at !== undefined; at = contract.clauses[at]?.parent) {
    const lead = contract.clauses[at]?.leadIn;
    if (lead && span.start >= lead.start && span.end <= lead.end) return at;
  }
  return hit.clause;
}
