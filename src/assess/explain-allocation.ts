import type { Contract } from "../model/contract.ts";
import type { Bearer, FunctionRule } from "../model/function.ts";
import type { Claim } from "../model/match.ts";
import type { Handover } from "../model/review.ts";
import type { Allocated } from "./allocate.ts";
import { clauseList, isSingular } from "./clause-list.ts";
import { placeOf } from "./evidence.ts";
import type { Fact } from "./facts.ts";
import { prevailing } from "./prevailing.ts";

/** Said of a function that the contract does not speak of. */
const NOWHERE = "No clause gives it to a party.";

const PARTY: Readonly<Record<Bearer, string>> = {
  supplier: "the supplier",
  customer: "the customer",
  "third-party": "a third party",
};

/** Why the function stands where it stands, with the clauses. */
export function explainAllocation(contract: Contract, { allocation, claims, conflict }: Allocated): string {
  const giving = claims.filter((claim) => claim.bearers.length > 0 && claim.by !== "released");
  switch (allocation) {
    case "unassigned":
      return unassignedText(contract, claims);
    case "conflicting":
      return conflictText(contract, conflict);
    case "shared-unsplit":
      return `${subject(contract, severalOf(giving))} it to both parties and ${says(contract, severalOf(giving), "does", "do")} not say who does what.`;
    case "shared-split":
      return `${partsText(contract, giving)}.`;
    default:
      return `${subject(contract, claimsOf(giving, allocation))} it to ${PARTY[allocation]}.`;
  }
}

/** What to mend although somebody bears it, or beside the fact that nobody does. */
export function concernsOf(
  contract: Contract,
  rule: FunctionRule,
  { allocation, claims }: Allocated,
  handovers: readonly Handover[],
  facts: readonly Fact[],
): string[] {
  const concerns: string[] = [];
  const isHosted = facts.some((fact) => fact.id === "cloud_hosting" && fact.value);
  if (rule.supplier_only && isHosted && allocation === "customer")
    concerns.push("On a platform that the supplier hosts only the supplier can do this.");
  const freed = claims.filter((claim) => claim.by === "released");
  if (freed.length > 0 && allocation !== "unassigned")
    concerns.push(
      `${capital(clauseList(places(contract, freed)))} ${says(contract, freed, "frees", "free")} ${freedParties(freed)} of it, or of part of it.`,
    );
  const isBorne = allocation !== "unassigned";
  const open = isBorne ? claims.filter(isOpenRow) : [];
  if (open.length > 0)
    concerns.push(
      `${capital(clauseList(places(contract, open)))} ${says(contract, open, "gives", "give")} a part of it to nobody.`,
    );
  if (rule.handover && isBorne && handovers.length > 0 && handovers.every((told) => told.withinHours === undefined))
    concerns.push("No time is stated within which the one party must tell the other.");
  if (rule.handover && isBorne && handovers.length === 0)
    concerns.push("Nothing says that the one party tells the other, when and through which contact.");
  else if (rule.handover && isBorne && handovers.every((told) => told.contact === undefined))
    concerns.push("No contact or channel for telling the other party is named there.");
  return concerns;
}

/** A row that names the function, or a part of it, and gives it to nobody. */
export function isOpenRow({ by, bearers }: Claim): boolean {
  return by === "table" && bearers.length === 0;
}

function unassignedText(contract: Contract, claims: readonly Claim[]): string {
  const passive = claims.filter((claim) => claim.by === "passive");
  const rows = claims.filter(isOpenRow);
  const freed = claims.filter((claim) => claim.by === "released");
  if (rows.length > 0) return `The table in ${clauseList(places(contract, rows))} names it and gives it to nobody.`;
  if (freed.length > 0)
    return `${capital(clauseList(places(contract, freed)))} ${says(contract, freed, "frees", "free")} ${freedParties(freed)} of it, and nothing gives it to anybody else.`;
  if (passive.length > 0)
    return `${capital(clauseList(places(contract, passive)))} ${says(contract, passive, "says", "say")} that it is done, not by whom.`;
  return NOWHERE;
}

function conflictText(contract: Contract, [one, other]: readonly Claim[]): string {
  if (!one || !other) return "Two provisions give it to different parties.";
  const wins = prevailing(contract, one.hit.clause, other.hit.clause);
  const both = `${subject(contract, [one])} it to ${partyOf(one)}, ${clauseList(places(contract, [other]))} to ${partyOf(other)}`;
  if (!wins) return `${both}; which of them prevails is not clear.`;
  const winner = wins.clause === one.hit.clause ? one : other;
  return `${both}. By ${clauseList(places(contract, [], wins.by))}, ${clauseList(places(contract, [winner]))} prevails, so that it would fall to ${partyOf(winner)}; the contract should say so once.`;
}

function partsText(contract: Contract, giving: readonly Claim[]): string {
  const parts = (["supplier", "customer"] as const).flatMap((party) => {
    const own = claimsOf(giving, party);
    return own.length > 0 ? [`${subject(contract, own)} parts of it to ${PARTY[party]}`] : [];
  });
  const [first, second] = parts;
  if (first && second) return `${first}; ${second.charAt(0).toLowerCase()}${second.slice(1)}`;
  return `${subject(contract, giving)} parts of it to each party`;
}

function claimsOf(giving: readonly Claim[], party: Bearer): Claim[] {
  return giving.filter((claim) => claim.bearers.length === 1 && claim.bearers[0] === party);
}

function severalOf(giving: readonly Claim[]): readonly Claim[] {
  const several = giving.filter((claim) => claim.bearers.length > 1);
  return several.length > 0 ? several : giving;
}

function partyOf(claim: Claim): string {
  return PARTY[claim.bearers[0] ?? "third-party"];
}

function freedParties(freed: readonly Claim[]): string {
  const names = new Set(freed.flatMap((claim) => claim.bearers.map((bearer) => PARTY[bearer])));
  return [...names].join(" and ");
}

/** "Clauses 4.1 and 4.2 give". */
function subject(contract: Contract, claims: readonly Claim[]): string {
  const clauses = places(contract, claims);
  return `${capital(clauseList(clauses))} ${isSingular(clauses) ? "gives" : "give"}`;
}

function says(contract: Contract, claims: readonly Claim[], one: string, many: string): string {
  return isSingular(places(contract, claims)) ? one : many;
}

const MOST_PLACES = 4;

function places(contract: Contract, claims: readonly Claim[], clause?: number): string[] {
  const clauses = clause === undefined ? claims.map((claim) => claim.hit.clause) : [clause];
  const names = clauses
    .map((index) => placeOf(contract, index))
    .map((place) => place.clause || (place.heading ? `"${place.heading}"` : "unnumbered"));
  return [...new Set(names)].slice(0, MOST_PLACES);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
