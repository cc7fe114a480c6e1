import type { Span } from "../model/block.ts";
import type { Contract } from "../model/contract.ts";
import type { Bearer } from "../model/function.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import { findPredicates, governing } from "../text/predicates.ts";
import { sentences } from "../text/sentences.ts";
import { tokenize } from "../text/tokens.ts";
import type { CompiledAssignments } from "./compile-functions.ts";
import type { Marker } from "./marks.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ListOwners } from "./shares.ts";

/** A heading that says more is about something else. */
const LONGEST = 9;

/**
 * Owners of lists: what stands under "Customer responsibilities" is the customer's, until a heading below names the other party;
 * what stands under the supplier's own measures ("Technical and organisational measures") is the supplier's, though not by name.
 */
export function findListOwners(
  contract: Contract,
  rules: CompiledAssignments,
  headings: ProvisionIndex,
  mark: Marker,
): ListOwners {
  const own = new Map<number, { party: Bearer; isNamed: boolean } | undefined>();
  for (const heading of headings.provisions) {
    const named = new Set<Bearer>();
    for (const { party, headings: phrases } of rules.byParty)
      if (heading.tokens.length <= LONGEST && phrases.phrases.some((phrase) => matchPhrase(phrase, heading)))
        named.add(party);
    const [party] = named;
    if (party && named.size === 1) own.set(heading.clause, { party, isNamed: true });
    else if (named.size > 1) own.set(heading.clause, undefined);
    else if (rules.supplierHeadings.phrases.some((phrase) => matchPhrase(phrase, heading)))
      own.set(heading.clause, { party: "supplier", isNamed: false });
  }
  for (const [target, party] of incorporated(contract, rules, mark))
    if (!own.has(target)) own.set(target, { party, isNamed: false });
  const owners = new Map<number, { party: Bearer; isNamed: boolean }>();
  if (own.size === 0) return owners;
  for (const { index, parent } of contract.clauses) {
    const owner = own.has(index) ? own.get(index) : parent === undefined ? undefined : owners.get(parent);
    if (owner) owners.set(index, owner);
  }
  return owners;
}

const ATTACHED = /^(?:schedule|annex|appendix|exhibit|attachment|part)/i;

/** Schedules and parts of schedules that a duty of one party takes in, by the clause they begin at. */
function incorporated(contract: Contract, rules: CompiledAssignments, mark: Marker): Map<number, Bearer> {
  const found = new Map<number, Bearer | undefined>();
  const paragraphs = contract.clauses
    .flatMap(({ index, body }) => body.map((span) => ({ span, clause: index })))
    .sort((a, b) => a.span.start - b.span.start);
  const done = new Set<string>();
  for (const { span, target } of contract.references) {
    if (target === undefined || !ATTACHED.test(contract.text.slice(span.start, span.end))) continue;
    const paragraph = paragraphAt(paragraphs, span.start);
    if (!paragraph || isInside(contract, paragraph.clause, target)) continue;
    // One paragraph may name the same schedule many times.
    if (done.has(`${paragraph.span.start} ${target}`)) continue;
    done.add(`${paragraph.span.start} ${target}`);
    const sentence = sentences(contract.text, paragraph.span).find((part) => part.end > span.start);
    if (!sentence) continue;
    const tokens = tokenize(contract.text, sentence, contract.hidden);
    const text = { tokens, marksAt: mark(tokens) };
    for (const { party, incorporates } of rules.byParty) {
      const match = incorporates.phrases.map((phrase) => matchPhrase(phrase, text)).find((hit) => hit);
      const predicate = match && governing(text, findPredicates(text), match);
      if (predicate?.force !== "duty" || predicate.negative || predicate.actor !== party) continue;
      found.set(target, found.has(target) && found.get(target) !== party ? undefined : party);
    }
  }
  return new Map([...found].flatMap(([target, party]) => (party ? [[target, party] as const] : [])));
}

/** "The controls in this Schedule" may be both parties' own. */
function isInside(contract: Contract, clause: number, target: number): boolean {
  for (let at: number | undefined = clause; at !== undefined; at = contract.clauses[at]?.parent)
    if (at === target) return true;
  return false;
}

interface Paragraph {
  readonly span: Span;
  readonly clause: number;
}

/** The paragraph that holds the offset, of a list in reading order. */
function paragraphAt(paragraphs: readonly Paragraph[], offset: number): Paragraph | undefined {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = paragraphs[low - 1];
  return found && offset < found.span.end ? found : undefined;
}
