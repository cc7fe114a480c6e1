import type { Contract } from "../model/contract.ts";
import type { Allocation, Bearer } from "../model/function.ts";
import type { Claim, FunctionMatch } from "../model/match.ts";

/** Who bears a function, and the claims that say so, strongest first. */
export interface Allocated {
  readonly allocation: Allocation;
  readonly claims: readonly Claim[];
  /** The two claims that give the same to different parties. */
  readonly conflict: readonly Claim[];
}

/**
 * The allocation of one function. Nobody where no claim names a party: a passive without an agent allocates nothing. Conflicting
 * where two claims give the same activity to different parties; otherwise two parties that each bear a part share it, split.
 */
export function allocate(contract: Contract, match: FunctionMatch): Allocated {
  const claims = match.claims.filter((claim) => contract.clauses[claim.hit.clause]?.superseded !== true);
  const giving = claims.filter((claim) => claim.bearers.length > 0 && claim.by !== "released");
  const conflict = findConflict(giving);
  if (conflict) return { allocation: "conflicting", claims: inOrder(claims), conflict };
  return { allocation: allocationOf(deciding(claims, giving)), claims: inOrder(claims), conflict: [] };
}

/**
 * Where a row names the function itself, the table decides; other provisions show beside it. Where the table gives it to nobody, a
 * duty on one party still does, a general word on both does not.
 */
function deciding(claims: readonly Claim[], giving: readonly Claim[]): readonly Claim[] {
  if (!claims.some((claim) => claim.isWhole)) return giving;
  const given = giving.filter((claim) => claim.by === "table");
  return given.length > 0
    ? given
    : giving.filter((claim) => claim.bearers.length === 1 && claim.by !== "list" && claim.by !== "measures");
}

function allocationOf(giving: readonly Claim[]): Allocation {
  const shares = giving.map((claim) => ({ ...claim, bearers: betweenParties(claim.bearers) }));
  const single = shares.filter((claim) => claim.bearers.length === 1);
  const several = shares.filter((claim) => claim.bearers.length > 1);
  const parties = new Set(single.map((claim) => claim.bearers[0]));
  if (several.some((claim) => claim.by === "table" && !claim.isSplit)) return "shared-unsplit";
  if (several.some((claim) => claim.isSplit)) return "shared-split";
  if (parties.has("supplier") && parties.has("customer")) return "shared-split";
  const [party] = [...parties].sort(byWeight);
  if (party) return party;
  return several.length > 0 ? "shared-unsplit" : "unassigned";
}

/** Beside a party of the contract an outsider does not count: whoever brings it in answers for it. */
function betweenParties(bearers: readonly Bearer[]): readonly Bearer[] {
  const own = bearers.filter((bearer) => bearer !== "third-party");
  return own.length > 0 ? own : bearers;
}

const WEIGHT: readonly Bearer[] = ["supplier", "customer", "third-party"];

function byWeight(a: Bearer | undefined, b: Bearer | undefined): number {
  return WEIGHT.indexOf(a ?? "third-party") - WEIGHT.indexOf(b ?? "third-party");
}

/** Claims that give the whole of something to one party: of these two can contradict each other. */
const EXCLUSIVE = new Set<Claim["by"]>(["table", "assigned"]);

function findConflict(giving: readonly Claim[]): readonly Claim[] | undefined {
  const single = giving.filter((claim) => claim.bearers.length === 1);
  for (const claim of single) {
    if (!EXCLUSIVE.has(claim.by)) continue;
    const other = single.find(
      (candidate) =>
        candidate.bearers[0] !== claim.bearers[0] &&
        candidate.hit.clause !== claim.hit.clause &&
        isSame(claim, candidate),
    );
    if (other) return [claim, other];
  }
  return undefined;
}

/**
 * Two rows, or two sentences, speak of the same where they name it by the same words; a sentence speaks of what a row is about where it
 * holds all words of the row's label, more than one of them.
 */
function isSame(claim: Claim, other: Claim): boolean {
  if (claim.by === "table" && claim.isWhole && (other.by === "duty" || other.by === "wording"))
    return claim.activity.length > 1 && claim.activity.every((stem) => other.words.has(stem));
  if (claim.by === "table" ? other.by !== "table" : !EXCLUSIVE.has(other.by)) return false;
  return (
    claim.activity.length > 0 &&
    claim.activity.length === other.activity.length &&
    claim.activity.every((stem, i) => stem === other.activity[i])
  );
}

const STRENGTH: readonly Claim["by"][] = [
  "table",
  "assigned",
  "list",
  "measures",
  "wording",
  "duty",
  "statement",
  "released",
  "passive",
];

function inOrder(claims: readonly Claim[]): Claim[] {
  return claims.toSorted(
    (a, b) => STRENGTH.indexOf(a.by) - STRENGTH.indexOf(b.by) || a.hit.provision - b.hit.provision,
  );
}
