import type { Contract } from "../model/contract.ts";
import type { MarkedText } from "../text/match-phrase.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import { tokenize } from "../text/tokens.ts";
import type { CompiledPhrases } from "./compile.ts";
import type { Marker } from "./marks.ts";
import type { ProvisionIndex } from "./provision-index.ts";

/** Headings as marked texts, by clause; clauses without a heading are absent. */
export type Headings = ReadonlyMap<number, MarkedText>;

export function markHeadings(contract: Contract, mark: Marker): Headings {
  const headings = new Map<number, MarkedText>();
  for (const clause of contract.clauses) {
    if (!clause.headingSpan) continue;
    const tokens = tokenize(contract.text, clause.headingSpan, contract.hidden);
    if (tokens.length > 0) headings.set(clause.index, { tokens, marksAt: mark(tokens) });
  }
  return headings;
}

/**
 * Provisions that stand in a clause of the topic: their own words, their lead-in, a heading above them or another
 * sentence of the same clause names it, or they point back to a neighbour that does ("Such notice shall ...").
 */
export function topicProvisions(
  topic: CompiledPhrases,
  contract: Contract,
  index: ProvisionIndex,
  headings: Headings,
): ReadonlySet<number> {
  const named = new Set(index.find(topic).map((found) => found.provision.index));
  const clauses = new Set<number>();
  const leading = new Set<number>();
  for (const at of named) {
    const provision = index.provisions[at];
    if (!provision) continue;
    clauses.add(provision.clause);
    const lead = contract.clauses[provision.clause]?.leadIn;
    if (lead && provision.spans.some((span) => span.end > lead.start && span.start < lead.end))
      leading.add(provision.clause);
  }
  const under = clausesUnder(topic, contract, headings, leading);
  const inside = new Set<number>();
  for (const provision of index.provisions) {
    if (named.has(provision.index) || clauses.has(provision.clause) || under.has(provision.clause))
      inside.add(provision.index);
    else if (provision.pointsBack && (inside.has(provision.index - 1) || inside.has(provision.index - 2)))
      inside.add(provision.index);
  }
  return inside;
}

/** Clauses whose heading, or the heading or lead-in of a clause above them, names the topic. */
function clausesUnder(
  topic: CompiledPhrases,
  contract: Contract,
  headings: Headings,
  leading: ReadonlySet<number>,
): ReadonlySet<number> {
  const under = new Set<number>();
  for (const clause of contract.clauses) {
    const heading = headings.get(clause.index);
    const own = heading !== undefined && topic.phrases.some((phrase) => matchPhrase(phrase, heading) !== undefined);
    if (own || (clause.parent !== undefined && (under.has(clause.parent) || leading.has(clause.parent))))
      under.add(clause.index);
  }
  return under;
}
