import type { Contract } from "../model/contract.ts";
import { matchPhrase } from "../text/match-phrase.ts";
import type { CompiledPhrases } from "./compiled-phrases.ts";
import type { ProvisionIndex, ProvisionMatch } from "./provision-index.ts";
import type { Provision } from "./provisions.ts";

/** Of what stands under one heading or lead-in, the first few show it. */
const MOST = 3;

/**
 * What stands under a heading, a lead-in or a column head that one of the phrases names ("Categories of data subjects:", then
 * the list): the name alone is no statement, what is filled in below it is. Reading order.
 */
export function findUnder(
  named: CompiledPhrases,
  contract: Contract,
  index: ProvisionIndex,
  headings: ProvisionIndex,
): ProvisionMatch[] {
  if (named.phrases.length === 0) return [];
  const taken = new Map<string, number>();
  const isFew = (key: string) => {
    const count = taken.get(key) ?? 0;
    taken.set(key, count + 1);
    return count < MOST;
  };
  const inherited = index.find(named, true).flatMap((found): ProvisionMatch[] => {
    const { provision, match } = found;
    if (match.at >= provision.own) return [];
    const key = `lead ${provision.tokens[match.at]?.start}`;
    return isFew(key) ? [{ ...found, match: { at: match.at, to: provision.tokens.length } }] : [];
  });
  const headed = new Map(headings.find(named).map((found) => [found.provision.clause, found]));
  const below = index.provisions.flatMap((provision): ProvisionMatch[] => {
    const clause = nearestHeading(contract, provision.clause);
    const heading = clause === undefined ? undefined : headed.get(clause);
    // A blank is often filled with the heading's own words until somebody writes the answer.
    if (!heading || provision.isBlank || ownWords(provision) === ownWords(heading.provision)) return [];
    if (named.except.some((phrase) => matchPhrase(phrase, provision)) || !isFew(`heading ${clause}`)) return [];
    return [{ provision, phrase: heading.phrase, match: { at: provision.own, to: provision.tokens.length } }];
  });
  return [...inherited, ...below];
}

function ownWords({ tokens, own }: Provision): string {
  return tokens
    .slice(own)
    .map((token) => token.stem)
    .join(" ");
}

/** The clause itself or the first above it that has a heading. */
function nearestHeading(contract: Contract, clause: number): number | undefined {
  for (let at: number | undefined = clause; at !== undefined; at = contract.clauses[at]?.parent) {
    if (contract.clauses[at]?.headingSpan) return at;
  }
  return undefined;
}
