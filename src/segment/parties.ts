import type { Party, Role, RoleName } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { findPartyDefinitions, type PartyDefinition } from "./parties-definitions.ts";
import {
  type CollectiveLabel,
  findCollectiveLabels,
  findIntroductions,
  type Introduction,
} from "./parties-introductions.ts";
import {
  type FoundName,
  findCompanyNames,
  isLegalForm,
  isPartyWord,
  isSubprocessorName,
  normalName,
  pronounOf,
  withoutLegalForm,
} from "./parties-names.ts";
import { type ReadableText, toReadableText } from "./parties-readable-text.ts";
import { ALWAYS_KNOWN, collectVotes, type Votes } from "./roles-evidence.ts";
import { decideSides, NameGroups, type PartyGroup } from "./roles-groups.ts";
import { isWellSeen, listRoleNames } from "./roles-list.ts";
import { type Side, STANDARD_SIDES } from "./roles-standard-names.ts";

/** The opening, where a bracketed label introduces a party, is at most this long. */
const OPENING = 6000;

/**
 * Finds the parties and every form of words that stands for a role. Introductions are trusted first, then definitions, then
 * what each name does in the text. Returns the standard names even where the contract names no party.
 */
export function findParties(draft: ContractDraft): { parties: Party[]; roleNames: RoleName[] } {
  const readable = toReadableText(draft);
  const { text } = readable;
  const companies = findCompanyNames(text, 0, text.length);
  const introductions = findIntroductions(text, companies, OPENING);
  const definitions = findPartyDefinitions(text, companies);
  const groups = new NameGroups();
  for (const item of introductions) groups.join(withShortForms(item.names), item.start, item.isParty);
  for (const item of definitions) joinDefinition(groups, item);
  for (const item of findCollectiveLabels(text)) countCollective(groups, item, findCollectiveLabels(text));
  const votes = collectVotes(text, knownNames(groups));
  for (const [name, sighting] of votes) countVotes(groups, name, sighting, companies);
  const sides = decideSides(groups.all(), (group) => standsInPartiesBlock(text, group));
  const { swapped, outsiders } = exceptions(groups, sides, introductions, definitions);
  const roleNames = listRoleNames({ text, groups, sides, votes, subprocessorIsSupplier: swapped, outsiders });
  return { parties: listParties(draft, readable, groups, sides, introductions, swapped), roleNames };
}

/** Each name in lower case, with companies also without their legal form, pronouns in their base form. */
function withShortForms(names: readonly string[]): string[] {
  const forms: string[] = [];
  for (const name of names) {
    const base = normalName(name);
    forms.push(pronounOf(base) ?? base);
    const short = withoutLegalForm(name);
    if (short !== name && short.length >= 2 && !isPartyWord(short)) forms.push(normalName(short));
  }
  return [...new Set(forms)].filter((form) => !isLegalForm(form) && !/^(?:ltd|limited|inc|llc|gmbh)$/.test(form));
}

/** "User" and the like are mostly defined as a class of people, not as a party. */
const CLASS_WORDS = new Set(["user", "end user", "recipient", "member", "agent", "host", "principal", "sponsor"]);

function joinDefinition(groups: NameGroups, definition: PartyDefinition): void {
  if (definition.names.length === 1 && CLASS_WORDS.has(normalName(definition.names[0] ?? ""))) return;
  const isParty = definition.names.length > 1 || pronounOf(normalName(definition.names[0] ?? "")) !== undefined;
  const group = groups.join(withShortForms(definition.names), definition.start, isParty);
  if (group && definition.side) group[definition.side] += 5;
}

/** A shared label with a plain side ("Supplier") speaks for each of its members, also through another shared label. */
function countCollective(
  groups: NameGroups,
  { label, members }: CollectiveLabel,
  all: readonly CollectiveLabel[],
): void {
  const side = STANDARD_SIDES.get(label);
  if (!side) return;
  const inner = all.filter(
    (other) =>
      other.label !== label && members.some((member) => member === other.label || member === `${other.label}s`),
  );
  for (const member of [...members, ...inner.flatMap((other) => other.members)]) {
    const group = groups.get(member);
    if (group) group[side] += 12;
  }
}

function knownNames(groups: NameGroups): Set<string> {
  const known = new Set(ALWAYS_KNOWN);
  for (const group of groups.all()) for (const name of group.names) known.add(name);
  return known;
}

/** Votes for a name nobody introduced go to the company whose name it shortens. */
function countVotes(groups: NameGroups, name: string, votes: Votes, companies: readonly FoundName[]): void {
  if (!groups.get(name) && !isPartyWord(name)) {
    const full = companies.find(
      (company) => normalName(company.name).startsWith(`${name} `) || normalName(company.name).startsWith(`${name},`),
    );
    const long = full && withShortForms([full.name]);
    if (long && votes.seen >= 2) groups.join([...long, name], groups.get(long[0] ?? "") ? -1 : full.start, false);
  }
  groups.count(name, votes);
}

/** True where the words around the introduction speak of an agreement between parties. */
function standsInPartiesBlock(text: string, group: PartyGroup): boolean {
  const around = text.slice(Math.max(0, group.introducedAt - 400), group.introducedAt + 400);
  return /\b(?:between|parties|made by|enter(?:ed)? into|agree)\b/i.test(around);
}

/** A processor's own contract with its sub-processor, and contracts whose "Customer" is a class of outsiders. */
function exceptions(
  groups: NameGroups,
  sides: Map<PartyGroup, Side>,
  introductions: readonly Introduction[],
  definitions: readonly PartyDefinition[],
): { swapped: boolean; outsiders: Set<string> } {
  const labels = new Set(introductions.filter((item) => item.isParty).flatMap((item) => item.names.map(normalName)));
  const hasCustomerLabel = ["controller", "data controller", "customer", "client", "company"].some((label) =>
    labels.has(label),
  );
  const swapped =
    [...labels].some(isSubprocessorName) &&
    (labels.has("processor") || labels.has("data processor")) &&
    !hasCustomerLabel;
  if (swapped) {
    for (const group of groups.all()) {
      if (group.names.some(isSubprocessorName)) sides.set(group, "supplier");
      else if (group.names.some((name) => /^(?:data )?processor$/.test(name))) sides.set(group, "customer");
    }
  }
  const outsiders = new Set<string>();
  for (const { names, isClass } of definitions) {
    const label = normalName(names.at(-1) ?? "");
    if (!isClass || names.length > 1 || groups.get(label)?.isParty) continue;
    const group = groups.get(label);
    const side = group && sides.get(group);
    const party = groups.all().find((other) => other !== group && other.isParty && sides.get(other) === side);
    if (side && party) outsiders.add(label);
  }
  return { swapped, outsiders };
}

function listParties(
  draft: ContractDraft,
  readable: ReadableText,
  groups: NameGroups,
  sides: ReadonlyMap<PartyGroup, Side>,
  introductions: readonly Introduction[],
  swapped: boolean,
): Party[] {
  const parties: (Party & { readonly isNamed: boolean })[] = [];
  for (const group of groups.all()) {
    if (!group.isParty || (!swapped && group.names.some(isSubprocessorName))) continue;
    const introduced = introductions.filter((item) => groups.get(withShortForms(item.names)[0] ?? "") === group);
    const item =
      introduced.find(({ names }) => names.some(isNamed)) ?? introduced.find(({ isParty }) => isParty) ?? introduced[0];
    if (!item) continue;
    const start = readable.sourceOffset(item.start);
    const end = readable.sourceOffset(Math.max(item.start, item.end - 1)) + 1;
    const span = end > start && end <= draft.text.length ? { span: { start, end } } : {};
    parties.push({
      name: displayName(item.names),
      role: sides.get(group) ?? "third-party",
      ...span,
      isNamed: group.names.some(isNamed),
    });
  }
  const kept = parties.filter(({ role, isNamed: named }, position) => {
    const rivals = parties.filter((other) => other.role === role);
    if (!named)
      return (
        role !== "third-party" &&
        !rivals.some((other) => other.isNamed) &&
        parties.findIndex((other) => other.role === role) === position
      );
    return true;
  });
  const listed: Party[] = kept.map(({ isNamed: _, ...party }) => party);
  for (const side of ["customer", "supplier"] as const) {
    if (listed.some(({ role }) => role === side)) continue;
    const seen = groups.all().find((group) => sides.get(group) === side && isWellSeen(group, { groups, sides }));
    const name = seen ? asWritten(readable.text, seen.names) : mostUsed(readable.text, side);
    if (name) listed.push({ name, role: side });
  }
  return listed;
}

/** True for a name of its own, false for "customer", "we", "Sub-processor". */
function isNamed(name: string): boolean {
  const base = normalName(name);
  return !isPartyWord(base);
}

function displayName(names: readonly string[]): string {
  const name =
    names.find(isNamed) ??
    names.find((label) => pronounOf(normalName(label)) === undefined && /^\p{Lu}/u.test(label)) ??
    names[0] ??
    "";
  return name
    .replace(/^the /i, "")
    .replace(/^\p{Ll}(?=\p{Ll}+(?: |$))/u, (letter) => letter.toUpperCase())
    .replace(/^\p{Lu}{4,}$/u, (word) => (isPartyWord(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word));
}

/** The name with its legal form if there is one, else the first, as the text spells it. */
function asWritten(text: string, names: readonly string[]): string {
  const name =
    names.find(
      (candidate) =>
        withoutLegalForm(candidate.replace(/(^| )\p{Ll}/gu, (letter) => letter.toUpperCase())) !== candidate &&
        candidate.includes(" "),
    ) ??
    names[0] ??
    "";
  return new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i").exec(text)?.[0] ?? name;
}

/** The standard name for a side that the text uses most as a name ("Customer"), if it does so at least three times. */
function mostUsed(text: string, side: Side): string | undefined {
  let best: { name: string; count: number } | undefined;
  for (const [name, itsSide] of STANDARD_SIDES) {
    if (itsSide !== side) continue;
    const label = name.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
    const count = text.split(label).length + text.split(`the ${name}`).length - 2;
    if (count >= 3 && count > (best?.count ?? 0)) best = { name: label, count };
  }
  return best?.name;
}
