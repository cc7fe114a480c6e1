import type { Party, RoleName } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { type CollectiveLabel, findCollectiveLabels } from "./parties-aliases.ts";
import { findPartyDefinitions, type PartyDefinition } from "./parties-definitions.ts";
import { findIntroductions } from "./parties-introductions.ts";
import { listParties, OPENING, standsInPartiesBlock, withShortForms } from "./parties-list.ts";
import type { Introduction } from "./parties-names.ts";
import {
  type FoundName,
  findCompanyNames,
  findPublicBodies,
  isPartyWord,
  isSubprocessorName,
  normalName,
  pronounOf,
} from "./parties-names.ts";
import { toReadableText } from "./parties-readable-text.ts";
import { findColumnParties } from "./roles-columns.ts";
import { ALWAYS_KNOWN, collectVotes, type Votes } from "./roles-evidence.ts";
import { decideSides, NameGroups, type PartyGroup } from "./roles-groups.ts";
import { listRoleNames } from "./roles-list.ts";
import { type Side, STANDARD_SIDES } from "./roles-standard-names.ts";

/**
 * Finds the parties and every form of words that stands for a role. Introductions are trusted first, then definitions, then
 * what each name does in the text. Returns the standard names even where the contract names no party.
 */
export function findParties(draft: ContractDraft): { parties: Party[]; roleNames: RoleName[] } {
  const readable = toReadableText(draft);
  const { text } = readable;
  const companies = namesInOrder(text);
  const introductions = findIntroductions(text, companies, OPENING);
  const definitions = findPartyDefinitions(text, companies);
  const groups = new NameGroups();
  for (const item of introductions) groups.join(withShortForms(item.names), item.start, item.isParty);
  for (const item of definitions) joinDefinition(groups, item);
  const collective = findCollectiveLabels(text);
  for (const item of collective) countCollective(groups, item, collective);
  joinFirstWords(text, groups);
  const votes = collectVotes(text, knownNames(groups));
  for (const [name, sighting] of votes) countVotes(groups, name, sighting, companies);
  const columns = findColumnParties(draft);
  for (const name of columns.suppliers) countColumnParty(groups, name);
  const sides = decideSides(groups.all(), (group) => standsInPartiesBlock(text, group));
  const { swapped, outsiders } = exceptions(groups, sides, introductions, definitions);
  for (const name of columns.outsiders) if (groups.get(name)?.isParty !== true) outsiders.add(name);
  const roleNames = listRoleNames({ text, groups, sides, votes, subprocessorIsSupplier: swapped, outsiders });
  const introduced = [...introductions, ...definitions.filter(({ names }) => names.length > 1).map(asIntroduction)];
  return { parties: listParties(draft, readable, groups, sides, introduced, swapped), roleNames };
}

/** Companies of the whole text and public bodies of the opening; a body inside a company's name is dropped. */
function namesInOrder(text: string): FoundName[] {
  const companies = findCompanyNames(text, 0, text.length);
  const bodies = findPublicBodies(text, OPENING).filter(
    (body) => !companies.some((name) => name.start < body.end && body.start < name.end),
  );
  return [...companies, ...bodies].sort((a, b) => a.start - b.start);
}

function asIntroduction({ names, start, end }: PartyDefinition): Introduction {
  return { names, start, end, isParty: true };
}

/** «Hostwell Systems Ltd» is often called "Hostwell" without a word about it; only a word that is nothing else in this text. */
function joinFirstWords(text: string, groups: NameGroups): void {
  const parties = groups.all().filter((group) => group.isParty);
  for (const group of parties) {
    const company = group.names.find((name) =>
      / (?:ltd|limited|inc|llc|llp|plc|gmbh|ag|corp|corporation|b\.?v|s\.a|ab|as|oy)$/.test(name.replace(",", "")),
    );
    const [first = "", second = ""] = company?.split(/[ ,]+/) ?? [];
    if (
      first.length < 4 ||
      !second ||
      groups.get(first) ||
      parties.some((other) => other !== group && other.names.some((name) => name.startsWith(first)))
    )
      continue;
    const label = first.charAt(0).toUpperCase() + first.slice(1);
    const alone = text
      .split(label)
      .filter((rest, position) => position > 0 && /^(?:'s?\b|[,.;]| (?:and |\p{Ll}))/u.test(rest)).length;
    if (alone >= 2 && !text.includes(` ${first}`)) groups.join([company ?? first, first], -1, false);
  }
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

/** A column beside the customer's names a supplier, where nothing else speaks against it. */
function countColumnParty(groups: NameGroups, name: string): void {
  const group = groups.get(name) ?? groups.join([name], -1, false);
  if (group) group.supplier += 8;
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
    if (
      !isClass ||
      /controller|processor|exporter|importer/.test(label) ||
      names.length > 1 ||
      groups.get(label)?.isParty
    )
      continue;
    const group = groups.get(label);
    const side = group && sides.get(group);
    const party = groups.all().find((other) => other !== group && other.isParty && sides.get(other) === side);
    if (side && party) outsiders.add(label);
  }
  return { swapped, outsiders };
}
