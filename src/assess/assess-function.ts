import type { Contract } from "../model/contract.ts";
import type { AssignmentRules } from "../model/function.ts";
import type { Claim, FunctionMatch, HandoverHit } from "../model/match.ts";
import type { Evidence, Handover, Responsibility } from "../model/review.ts";
import { type Allocated, allocate } from "./allocate.ts";
import { quoteOf, toEvidence } from "./evidence.ts";
import { concernsOf, explainAllocation, isOpenRow } from "./explain-allocation.ts";
import type { Fact } from "./facts.ts";

/** More would bury a reader. */
const MOST_QUOTES = 12;

/** One row of the responsibility matrix. */
export function assessFunction(
  contract: Contract,
  match: FunctionMatch,
  rules: AssignmentRules,
  facts: readonly Fact[],
): Responsibility {
  const { rule } = match;
  const allocated = allocate(contract, match);
  const handovers = match.handovers.slice(0, MOST_QUOTES).map((hit) => handoverOf(contract, hit));
  return {
    functionId: rule.id,
    name: rule.name,
    group: rules.groups[rule.group] ?? rule.group,
    core: rule.core,
    usualOwner: rule.usual_owner,
    allocation: allocated.allocation,
    explanation: explainAllocation(contract, allocated),
    concerns: concernsOf(contract, rule, allocated, handovers, facts),
    evidence: evidenceOf(contract, allocated),
    handovers,
  };
}

/** Quotes of what gives it to somebody; where nobody bears it, of what names it all the same. */
function evidenceOf(contract: Contract, { allocation, claims, conflict }: Allocated): Evidence[] {
  const isNobody = allocation === "unassigned";
  const shown = claims.filter(
    (claim) => isNobody || isOpenRow(claim) || (claim.by !== "released" && claim.bearers.length > 0),
  );
  // The strongest of each party before the rest: none is cut off.
  const ofEach = new Map(shown.toReversed().map((claim) => [claim.bearers.join(), claim]));
  const first = [...new Set([...conflict, ...ofEach.values(), ...shown])];
  return first.slice(0, MOST_QUOTES).flatMap((claim) =>
    toEvidence(contract, claim.hit, isNobody ? "context" : "element").map((quote) => ({
      ...quote,
      bearer: bearerOf(claim),
    })),
  );
}

function bearerOf({ by, bearers: [first, ...others] }: Claim): NonNullable<Evidence["bearer"]> {
  return first === undefined || by === "released" ? "nobody" : others.length > 0 ? "both" : first;
}

function handoverOf(contract: Contract, { hit, from, to, within, contact }: HandoverHit): Handover {
  const told = contact && quoteOf(contract, hit.clause, contact, "context");
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(within === undefined ? {} : { withinHours: within }),
    ...(told ? { contact: told.shown ?? told.quote } : {}),
    evidence: toEvidence(contract, hit, "context"),
  };
}
