import type { Role, RoleName } from "../model/contract.ts";
import { canBeShortName, isUsableName } from "./parties-names.ts";
import type { Votes } from "./roles-evidence.ts";
import { isOwnName, leaning, type NameGroups, opposite, type PartyGroup } from "./roles-groups.ts";
import {
  FIRST_PERSON,
  OPEN_NAMES,
  OUTSIDE_NAMES,
  SECOND_PERSON,
  type Side,
  STANDARD_SIDES,
  SUBPROCESSOR_NAMES,
  SUPPLIER_OR_OUTSIDER,
} from "./roles-standard-names.ts";

interface Decided {
  readonly text: string;
  readonly groups: NameGroups;
  readonly sides: ReadonlyMap<PartyGroup, Side>;
  readonly votes: ReadonlyMap<string, Votes>;
  readonly subprocessorIsSupplier: boolean;
  /** Standard words which this contract uses for a class of outsiders. */
  readonly outsiders: ReadonlySet<string>;
}

/** A name that nobody introduced counts from this many votes on, almost all of them for one side. */
const ENOUGH_VOTES = 6;

/** All role names of the contract, sorted by words: standard names as this contract uses them, then its own. */
export function listRoleNames(decided: Decided): RoleName[] {
  const roles = new Map<string, Role>(OUTSIDE_NAMES);
  for (const [name, side] of STANDARD_SIDES) {
    const role = standardRole(name, side, decided);
    if (role) roles.set(name, role);
  }
  for (const name of decided.outsiders) if (!roles.has(name)) roles.set(name, "third-party");
  addPronouns(roles, decided);
  for (const group of decided.groups.all()) {
    const side = decided.sides.get(group);
    if (!side || !(isIntroduced(group, decided) || isWellSeen(group, decided))) continue;
    for (const name of group.names) {
      if (isUsableName(name) && name !== "we" && name !== "you" && !roles.has(name)) roles.set(name, side);
    }
  }
  for (const name of OPEN_NAMES) addOpenName(roles, name, decided);
  if (!roles.has("authority"))
    roles.set("authority", actsAsParty(decided.text, "authority") ? "customer" : "authority");
  if (decided.subprocessorIsSupplier) for (const name of SUBPROCESSOR_NAMES) roles.set(name, "supplier");
  return [...roles].map(([words, role]) => ({ words, role })).sort((a, b) => (a.words < b.words ? -1 : 1));
}

function standardRole(name: string, side: Side, { groups, sides, outsiders, text }: Decided): Role | undefined {
  if (outsiders.has(name)) return "third-party";
  const group = groups.get(name);
  if (group?.introducedAt !== undefined && group.introducedAt >= 0) return sides.get(group) ?? side;
  const hasOther = groups.all().some((other) => other.isParty && other !== group && sides.get(other) === side);
  return hasOther && SUPPLIER_OR_OUTSIDER.has(name) && !isUsedAsParty(text, name) ? undefined : side;
}

/** "the Vendor", "Vendor shall", «"Vendor"»: one party; "vendors", "a vendor", "third-party vendor": anyone. */
function isUsedAsParty(text: string, name: string): boolean {
  const capitals = name.replace(/(^|[ -])[a-z]/g, (letter) => letter.toUpperCase());
  let definite = 0;
  let indefinite = 0;
  for (const word of [name, capitals]) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const before = text.slice(Math.max(0, at - 14), at);
      const after = text.slice(at + word.length, at + word.length + 10);
      if (word === capitals && before.endsWith('"') && after.startsWith('"')) return true;
      if (/^s\b(?!')/.test(after) || /\b(?:an?|any|other|our|third[- ]party|its|their|such|your|each) $/i.test(before))
        indefinite += 1;
      else if (
        /\b[Tt]he $/.test(before) ||
        (word === capitals && /^ (?:shall|will|must|may|agrees|is|has|and)\b/.test(after))
      )
        definite += 1;
    }
  }
  return definite >= indefinite;
}

/** In most paper "we" supply and "you" buy; introductions and what each does may say otherwise. */
function addPronouns(roles: Map<string, Role>, { groups, sides }: Decided): void {
  const we = groups.get("we");
  const you = groups.get("you");
  let weScore = we ? leaning(we) : 0;
  let youScore = you ? leaning(you) : 0;
  if (we && sides.has(we) && we.names.length > 1)
    weScore = sides.get(we) === "customer" ? Math.abs(weScore) : -Math.abs(weScore);
  if (you && sides.has(you) && you.names.length > 1)
    youScore = sides.get(you) === "customer" ? Math.abs(youScore) : -Math.abs(youScore);
  const weIs: Side = weScore - youScore > 4 ? "customer" : "supplier";
  for (const word of FIRST_PERSON) roles.set(word, weIs);
  for (const word of SECOND_PERSON) roles.set(word, opposite(weIs));
}

/** "Company" as a name, not «any company», «company number». */
const COMPANY_AS_PARTY =
  /\bthe company (?:shall|will|must|may|has|is)\b|\bCompany\b(?! [Nn](?:umber|o\b)| Reg| [Ii]dentification| Act\b)/;

function addOpenName(roles: Map<string, Role>, name: string, { groups, sides, votes, text }: Decided): void {
  const group = groups.get(name);
  const side = group && sides.get(group);
  const seen = votes.get(name);
  if (!group || !side || roles.has(name)) return;
  const ownVotes = seen ? Math.abs(seen.customer - seen.supplier) : 0;
  const isCompany = name === "company" && COMPANY_AS_PARTY.test(text);
  const enough = isCompany ? ownVotes >= 2 : ownVotes >= 6 && actsAsParty(text, name);
  if (group.introducedAt >= 0 || enough) roles.set(name, side);
}

/** «the Authority shall», «the Authority's»: at least three times, with its capital. */
function actsAsParty(text: string, name: string): boolean {
  const label = name.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
  return (
    (text.match(new RegExp(`\\bthe ${label}(?:'s\\b| (?:shall|may|will|must|has|is|or the)\\b)`, "g"))?.length ?? 0) >=
    3
  );
}

/** A proper name that the contract never introduces but lets act, again and again, on one side. */
export function isWellSeen(group: PartyGroup, { groups, sides }: Pick<Decided, "groups" | "sides">): boolean {
  if (!hasOwnName(group) || group.names.some((name) => OUTSIDE_NAMES.has(name))) return false;
  const total = group.customer + group.supplier;
  if (
    group.names.some((name) => STANDARD_SIDES.has(name) || OPEN_NAMES.has(name)) ||
    total < ENOUGH_VOTES ||
    !group.names.every(canBeNamed)
  )
    return false;
  if (Math.abs(group.customer - group.supplier) < total * 0.5) return false;
  return !hasNamedRival(group, groups, sides);
}

/** A company that is defined in passing ("Google Inc. ("Google")") is no party where its side has a named party. */
function isIntroduced(group: PartyGroup, { groups, sides }: Decided): boolean {
  return group.introducedAt >= 0 && (group.isParty || !hasOwnName(group) || !hasNamedRival(group, groups, sides));
}

function hasNamedRival(group: PartyGroup, groups: NameGroups, sides: ReadonlyMap<PartyGroup, Side>): boolean {
  const side = sides.get(group);
  return groups
    .all()
    .some((other) => other !== group && other.isParty && sides.get(other) === side && hasOwnName(other));
}

function canBeNamed(name: string): boolean {
  return (
    canBeShortName(name.replace(/^./, (letter) => letter.toUpperCase())) ||
    / (?:inc|ltd|limited|llc|gmbh|corporation)$/.test(name)
  );
}

function hasOwnName(group: PartyGroup): boolean {
  return group.names.some(isOwnName);
}
