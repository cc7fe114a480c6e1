import type { Contract } from "../model/contract.ts";
import type { Bearer } from "../model/function.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import type { CompiledAssignments } from "./compile-functions.ts";
import type { ProvisionIndex } from "./provision-index.ts";

/** Whose part the text under a heading describes, by clause. */
export type ListOwners = ReadonlyMap<number, { readonly party: Bearer; readonly isNamed: boolean }>;

/** A heading that says more is about something else. */
const LONGEST = 9;

/**
 * Owners of lists: what stands under "Customer responsibilities" is the customer's, until a heading below names the other party;
 * what stands under the supplier's own measures ("Technical and organisational measures") is the supplier's, though not by name.
 */
export function findListOwners(contract: Contract, rules: CompiledAssignments, headings: ProvisionIndex): ListOwners {
  const own = new Map<number, { party: Bearer; isNamed: boolean } | undefined>();
  for (const heading of headings.provisions) {
    const named = new Set<Bearer>();
    for (const { party, headings: phrases } of rules.byParty)
      if (heading.tokens.length <= LONGEST && phrases.phrases.some((phrase) => matchPhrase(phrase, heading))) named.add(party);
    const [party] = named;
    if (party && named.size === 1) own.set(heading.clause, { party, isNamed: true });
    else if (named.size > 1) own.set(heading.clause, undefined);
    else if (rules.supplierHeadings.phrases.some((phrase) => matchPhrase(phrase, heading)))
      own.set(heading.clause, { party: "supplier", isNamed: false });
  }
  const owners = new Map<number, { party: Bearer; isNamed: boolean }>();
  if (own.size === 0) return owners;
  for (const { index, parent } of contract.clauses) {
    const owner = own.has(index) ? own.get(index) : parent === undefined ? undefined : owners.get(parent);
    if (owner) owners.set(index, owner);
  }
  return owners;
}
