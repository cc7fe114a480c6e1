import { BEARERS, type Bearer } from "../model/function.ts";
import type { Claim, HandoverHit } from "../model/match.ts";
import { matchPhrase, type PhraseMatch } from "../text/match-phrase.ts";
import { findQuantities, inUnit } from "../text/quantities.ts";
import type { ClaimGround } from "./claim-ground.ts";
import type { CompiledAssignments } from "./compile-functions.ts";
import type { Provision } from "./provisions.ts";

/** Of the claims on a function those that say who tells whom, with the time and the way stated in the same provision. */
export function findHandovers(
  claims: readonly Claim[],
  rules: CompiledAssignments,
  { index, contract }: ClaimGround,
): HandoverHit[] {
  return claims.flatMap((claim): HandoverHit[] => {
    const provision = index.provisions[claim.hit.provision];
    if (!provision || claim.by === "released" || claim.by === "passive") return [];
    const tells = firstMatch(rules.tells.phrases, provision);
    if (!tells) return [];
    const [from, ...others] = claim.bearers;
    const to = rolesAfter(provision, tells.at).find((role) => role !== from);
    const time = findQuantities(provision.tokens, contract.text)
      .filter((quantity) => quantity.kind === "duration" && quantity.at > tells.at)
      .map((quantity) => inUnit(quantity, "hours"))
      .find((hours) => hours !== undefined);
    const contact = firstMatch(rules.contact.phrases, provision);
    return [
      {
        hit: claim.hit,
        from: others.length === 0 ? from : undefined,
        to,
        within: time,
        contact: contact && spanOf(provision, contact),
      },
    ];
  });
}

function firstMatch(phrases: CompiledAssignments["tells"]["phrases"], provision: Provision): PhraseMatch | undefined {
  for (const phrase of phrases) {
    const match = matchPhrase(phrase, provision);
    if (match) return match;
  }
  return undefined;
}

function rolesAfter(provision: Provision, from: number): Bearer[] {
  const roles: Bearer[] = [];
  for (let at = from; at < provision.tokens.length; at++)
    for (const mark of provision.marksAt.get(at) ?? []) {
      const role = BEARERS.find((bearer) => bearer === mark.name);
      if (role) roles.push(role);
    }
  return roles;
}

function spanOf(provision: Provision, match: PhraseMatch): { start: number; end: number } | undefined {
  const first = provision.tokens[match.at];
  const last = provision.tokens[match.to - 1];
  return first && last && { start: first.start, end: last.end };
}
