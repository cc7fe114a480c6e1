import type { Party } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import type { Introduction } from "./parties-names.ts";
import {
  canBeShortName,
  isLegalForm,
  isPartyWord,
  isSubprocessorName,
  normalName,
  pronounOf,
  withoutLegalForm,
} from "./parties-names.ts";
import type { ReadableText } from "./parties-readable-text.ts";
import type { NameGroups, PartyGroup } from "./roles-groups.ts";
import { isWellSeen } from "./roles-list.ts";
import { type Side, STANDARD_SIDES } from "./roles-standard-names.ts";

/** The opening, where a bracketed label introduces a party, is at most this long. */
export const OPENING = 6000;

/** Each name in lower case, with companies also without their legal form, pronouns in their base form. */
export function withShortForms(names: readonly string[]): string[] {
  const forms: string[] = [];
  for (const name of names) {
    const base = normalName(name);
    forms.push(pronounOf(base) ?? base);
    const short = withoutLegalForm(name);
    if (short !== name && short.length >= 2 && !isPartyWord(short) && (short.includes(" ") || canBeShortName(short)))
      forms.push(normalName(short));
  }
  return [...new Set(forms)].filter((form) => !isLegalForm(form) && !/^(?:ltd|limited|inc|llc|gmbh)$/.test(form));
}

/**
 * The parties in the order in which the contract introduces them: companies by name; for a side without one, the name that
 * acts on it most, else its label ("Customer"). Outsiders only where the parties block introduces them.
 */
export function listParties(
  draft: ContractDraft,
  readable: ReadableText,
  groups: NameGroups,
  sides: ReadonlyMap<PartyGroup, Side>,
  introductions: readonly Introduction[],
  swapped: boolean,
): Party[] {
  const parties: { readonly party: Party; readonly isNamed: boolean; readonly isNearOthers: boolean }[] = [];
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
      party: { name: displayName(item.names), role: sides.get(group) ?? "third-party", ...span },
      isNamed: group.names.some(isNamed),
      isNearOthers: item.start < OPENING && standsInPartiesBlock(readable.text, group),
    });
  }
  const listed: Party[] = [];
  for (const side of ["customer", "supplier"] as const) {
    const ofSide = parties.filter(({ party }) => party.role === side);
    const named = ofSide.filter((entry) => entry.isNamed);
    const seen = groups.all().find((group) => sides.get(group) === side && isWellSeen(group, { groups, sides }));
    const fallback = seen ? asWritten(readable.text, seen.names) : undefined;
    if (named.length > 0) listed.push(...named.map(({ party }) => party));
    else if (fallback) listed.push({ name: fallback, role: side });
    else {
      const opening = ofSide.find((entry) => entry.isNearOthers)?.party;
      const used = opening ? undefined : mostUsed(readable.text, side);
      const party = opening ?? (used ? { name: used, role: side } : ofSide[0]?.party);
      if (party) listed.push(party);
    }
  }
  for (const { party, ...mark } of parties) {
    if (party.role === "third-party" && mark.isNamed && mark.isNearOthers) listed.push(party);
  }
  return listed.sort((x, y) => (x.span?.start ?? draft.text.length) - (y.span?.start ?? draft.text.length));
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

/** True where the words around the introduction speak of an agreement between parties. */
export function standsInPartiesBlock(text: string, group: PartyGroup): boolean {
  const around = text.slice(Math.max(0, group.introducedAt - 400), group.introducedAt + 400);
  return /\b(?:between|parties|made by|enter(?:ed)? into|agree)\b/i.test(around);
}
