import type { Votes } from "./roles-evidence.ts";
import { LEANING, OPEN_NAMES, type Side, STANDARD_SIDES } from "./roles-standard-names.ts";

/** Names that mean one party, with everything that speaks for either side. */
export interface PartyGroup {
  /** Lower case, in order of first mention. */
  readonly names: string[];
  customer: number;
  supplier: number;
  /** True where the contract introduces it as a party. */
  isParty: boolean;
  /** Offset in the readable text where it is first introduced, -1 where it never is. */
  introducedAt: number;
}

/** A standard word for a side weighs as much as several sentences, but fewer than a whole contract. */
const STANDARD_WEIGHT = 14;
const LEANING_WEIGHT = 2;
/** Most paper is the supplier's: "we" supply, "you" buy. */
const PRONOUN_WEIGHT = 3;
/** More votes than this say nothing more. */
const VOTES_COUNT_UP_TO = 60;

/** Joins names that were introduced together; names that clash (customer and supplier words) are not joined by a third name. */
export class NameGroups {
  readonly #groupOf = new Map<string, PartyGroup>();

  /** Adds the names as one party. Returns the group. */
  join(names: readonly string[], introducedAt: number, isParty: boolean): PartyGroup | undefined {
    let group: PartyGroup | undefined;
    for (const name of names) {
      if (name.length < 2) continue;
      const existing = this.#groupOf.get(name);
      if (!group) group = existing ?? this.#open(name);
      else if (existing === group) continue;
      else if (existing && (clash(existing, group) || areApart(existing, group))) continue;
      else if (existing) this.#merge(group, existing);
      else if (!clash({ names: [name] }, group)) this.#add(group, name);
    }
    if (!group) return undefined;
    group.isParty ||= isParty;
    if (introducedAt >= 0 && (group.introducedAt < 0 || introducedAt < group.introducedAt))
      group.introducedAt = introducedAt;
    return group;
  }

  get(name: string): PartyGroup | undefined {
    return this.#groupOf.get(name);
  }

  /** Every group once, in order of creation. */
  all(): PartyGroup[] {
    return [...new Set(this.#groupOf.values())];
  }

  count(name: string, votes: Votes): void {
    const group = this.#groupOf.get(name) ?? this.#open(name);
    group.customer += votes.customer;
    group.supplier += votes.supplier;
  }

  #open(name: string): PartyGroup {
    const group: PartyGroup = { names: [name], customer: 0, supplier: 0, isParty: false, introducedAt: -1 };
    this.#groupOf.set(name, group);
    return group;
  }

  #add(group: PartyGroup, name: string): void {
    group.names.push(name);
    this.#groupOf.set(name, group);
  }

  #merge(into: PartyGroup, other: PartyGroup): void {
    for (const name of other.names) this.#add(into, name);
    into.customer += other.customer;
    into.supplier += other.supplier;
    into.isParty ||= other.isParty;
    if (other.introducedAt >= 0 && (into.introducedAt < 0 || other.introducedAt < into.introducedAt))
      into.introducedAt = other.introducedAt;
  }
}

function clash(a: Pick<PartyGroup, "names">, b: Pick<PartyGroup, "names">): boolean {
  const sides = new Set(
    [...a.names, ...b.names].map((name) => STANDARD_SIDES.get(name)).filter((side) => side !== undefined),
  );
  const pronouns = new Set([...a.names, ...b.names].filter((name) => name === "we" || name === "you"));
  return sides.size > 1 || pronouns.size > 1;
}

/** Two parties that the opening introduced one by one stay two, whatever a signature block puts side by side. */
function areApart(a: PartyGroup, b: PartyGroup): boolean {
  return (
    a.isParty &&
    b.isParty &&
    a.introducedAt >= 0 &&
    b.introducedAt >= 0 &&
    a.names.some(isOwnName) &&
    b.names.some(isOwnName)
  );
}

/** False for standard words, open words and pronouns. */
export function isOwnName(name: string): boolean {
  return (
    !STANDARD_SIDES.has(name) &&
    !OPEN_NAMES.has(name) &&
    name !== "we" &&
    name !== "you" &&
    !/^sub[- ]?processor$/.test(name)
  );
}

/** Above 0 the group is a customer, below 0 a supplier; the size says how sure. */
export function leaning(group: PartyGroup): number {
  const total = group.customer + group.supplier;
  const scale = total > VOTES_COUNT_UP_TO ? VOTES_COUNT_UP_TO / total : 1;
  let score = (group.customer - group.supplier) * scale;
  const standard = group.names.map((name) => STANDARD_SIDES.get(name)).find((side) => side !== undefined);
  if (standard) score += standard === "customer" ? STANDARD_WEIGHT : -STANDARD_WEIGHT;
  if (group.names.includes("we")) score -= PRONOUN_WEIGHT;
  if (group.names.includes("you")) score += PRONOUN_WEIGHT;
  for (const name of group.names) {
    const hint = LEANING.get(name);
    if (hint) score += hint === "customer" ? LEANING_WEIGHT : -LEANING_WEIGHT;
  }
  return score;
}

/**
 * The side of each group. Two parties of one contract stand on opposite sides: where only one shows its side,
 * or both lean the same way, the surer one decides for the other.
 */
export function decideSides(
  groups: readonly PartyGroup[],
  isInPartiesBlock: (group: PartyGroup) => boolean,
): Map<PartyGroup, Side> {
  const sides = new Map<PartyGroup, Side>();
  for (const group of groups) {
    const score = leaning(group);
    if (Math.abs(score) >= 2) sides.set(group, score > 0 ? "customer" : "supplier");
  }
  const parties = groups.filter((group) => group.isParty && !isSubprocessor(group));
  if (parties.length === 2) {
    const [surer, other] = parties.toSorted((a, b) => Math.abs(leaning(b)) - Math.abs(leaning(a)));
    const side = surer && sides.get(surer);
    if (
      side &&
      other &&
      (isInPartiesBlock(other) || facesEachOther(surer, other)) &&
      !hasStandardName(other, side) &&
      (sides.get(other) ?? side) === side
    )
      sides.set(other, opposite(side));
  }
  return sides;
}

/** "We" and "you" of one text are always the two sides. */
function facesEachOther(a: PartyGroup, b: PartyGroup): boolean {
  return (a.names.includes("we") && b.names.includes("you")) || (a.names.includes("you") && b.names.includes("we"));
}

function hasStandardName(group: PartyGroup, side: Side): boolean {
  return group.names.some((name) => STANDARD_SIDES.get(name) === side);
}

function isSubprocessor(group: PartyGroup): boolean {
  return group.names.some((name) => /^sub[- ]?processor$/.test(name));
}

export function opposite(side: Side): Side {
  return side === "customer" ? "supplier" : "customer";
}
