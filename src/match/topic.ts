import type { Contract } from "../model/contract.ts";
import { tokenize } from "../text/tokens.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";
import type { Marker } from "./marks.ts";
import { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionSet } from "./provision-set.ts";
import type { Provision } from "./provisions.ts";

/** The contract's headings, indexed like provisions: they name topics, and are never evidence. */
export function indexHeadings(contract: Contract, mark: Marker): ProvisionIndex {
  const headings: Provision[] = [];
  for (const clause of contract.clauses) {
    if (!clause.headingSpan) continue;
    const tokens = tokenize(contract.text, clause.headingSpan, contract.hidden);
    if (tokens.length === 0) continue;
    headings.push({
      index: headings.length,
      clause: clause.index,
      spans: [clause.headingSpan],
      own: 0,
      inherited: [],
      tokens,
      marksAt: mark(tokens),
      predicates: [],
      parts: [],
      isDefinition: false,
      isRecital: false,
      owner: undefined,
      isRow: false,
      isBlank: false,
      pointsBack: false,
    });
  }
  return new ProvisionIndex(headings);
}

/**
 * Provisions that stand in a clause of the topic: their own words, their lead-in, a heading above them or another
 * sentence of the same clause names it, or they point back to a neighbour that does ("Such notice shall ...").
 */
export function topicProvisions(
  topic: CompiledPhrases,
  contract: Contract,
  index: ProvisionIndex,
  headings: ProvisionIndex,
): ProvisionSet {
  const named = index.where(topic);
  const clauses = new Set<number>();
  const leading = new Set<number>();
  for (const at of named.members()) {
    const provision = index.provisions[at];
    if (!provision) continue;
    clauses.add(provision.clause);
    const lead = contract.clauses[provision.clause]?.leadIn;
    if (lead && provision.spans.some((span) => span.end > lead.start && span.start < lead.end))
      leading.add(provision.clause);
  }
  for (const clause of clausesUnder(topic, contract, headings, leading)) clauses.add(clause);
  const inside = index.emptySet();
  inside.addAll(named);
  for (const clause of clauses) for (const at of index.byClause.get(clause) ?? []) inside.add(at);
  for (const at of index.pointingBack)
    if ((at > 0 && inside.has(at - 1)) || (at > 1 && inside.has(at - 2))) inside.add(at);
  return inside;
}

/** Clauses whose heading, or the heading or lead-in of a clause above them, names the topic. */
function clausesUnder(
  topic: CompiledPhrases,
  contract: Contract,
  headings: ProvisionIndex,
  leading: ReadonlySet<number>,
): ReadonlySet<number> {
  const named = new Set(headings.find(topic).map((found) => found.provision.clause));
  const under = new Set<number>();
  if (named.size === 0 && leading.size === 0) return under;
  for (const { index, parent } of contract.clauses) {
    const inherits = parent !== undefined && (under.has(parent) || leading.has(parent));
    if (named.has(index) || inherits) under.add(index);
  }
  return under;
}
