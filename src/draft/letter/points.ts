import type { Law } from "../../model/letter-texts.ts";
import type { Requirement } from "../../model/requirement.ts";
import type { ElementResult } from "../../model/review.ts";
import { letterOf } from "../clause-template.ts";
import type { PartyNames } from "../party-names.ts";

/** A point that the contract must state, in plain words. */
export interface Point {
  readonly id: string;
  /** "(a)"; "" where it is the only one. */
  readonly label: string;
  readonly text: string;
  /** True where the statute itself asks for it. */
  readonly isStatutory: boolean;
}

/** The elements as lettered points with the parties' names; `properNames` keep their capitals within a sentence. */
export function pointsOf(
  elements: readonly ElementResult[],
  properNames: readonly string[],
  parties: PartyNames,
): Point[] {
  return elements.map(({ id, text, beyondStatute }, i) => ({
    id,
    label: elements.length > 1 ? `(${letterOf(i + 1)})` : "",
    text: withNames(inSentence(plainText(text), properNames), parties),
    isStatutory: !beyondStatute,
  }));
}

/** "(a) one; (b) two". */
export function listPoints(points: readonly Point[]): string {
  return points.map(({ label, text }) => (label === "" ? text : `${label} ${text}`)).join("; ");
}

/** Without what only helps to judge: "(CREST, CHECK)", "; 'all systems' suffices", "is stated". Articles of the law stay. */
function plainText(text: string): string {
  return text
    .replaceAll(/\s+\((?!Articles? )[^()]*\)/g, "")
    .replace(/;.*$/s, "")
    .replace(/ (?:(?:is|are) )?(?:stated|listed|named)$/, "")
    .trim();
}

/** What a requirement is about, in a sentence: "liability for sub-processors stays with the Supplier". */
export function titleInSentence(title: string, properNames: readonly string[], parties: PartyNames): string {
  const named = plainText(title.replace(/\bArt\.? (?=\d)/, "Article ")).replace(
    /^(Supplier|Customer)(?=’s|'s| )/,
    (_, role: string) => `the ${role.toLowerCase()}`,
  );
  return withNames(inSentence(named, properNames), parties);
}

/** "supplier processes" at the beginning, "the supplier" anywhere: with the name that the contract has. */
function withNames(text: string, { supplier, customer }: PartyNames): string {
  const nameOf = (role: string) => (role.toLowerCase() === "supplier" ? supplier : customer);
  return text
    .replace(SUBJECT, (_, role: string) => nameOf(role))
    .replaceAll(BARE_OWNER, (_, role: string) => possessive(nameOf(role)))
    .replaceAll(BARE, (_, role: string) => nameOf(role))
    .replaceAll(/\bthe (supplier|customer)\b(?!-)/g, (_, role: string) => nameOf(role));
}

function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}'s`;
}

/** "customer policies", "supplier personnel": a party that has something, without an article. */
const BARE_OWNER =
  /(?<!(?:\bthe|\ba|\ban|\beach|\bother|\bits|\bno|\bany)\s)(?<![\p{L}’'-])([Ss]upplier|[Cc]ustomer)(?= (?:policies|policy|data|personnel|staff|notice|approval|audits?|systems?|security|contacts?)\b)/gu;
/** "supplier must cooperate", "notice to customer": a party without an article. */
const BARE =
  /(?<!(?:\bthe|\ba|\ban|\beach|\bother|\bits|\bno|\bany|\bof one) )(?<![\p{L}’'-])(supplier|customer)(?=[.,;]?$| (?:must|shall|may|can|controls?|reporting|to|of|is|has|and|or)\b)/gu;

/** A party at the beginning that does or is something; "customer policies" are no such thing. */
const SUBJECT =
  /^([Ss]upplier|[Cc]ustomer)(?='s | (?:itself|may|must|shall|can|has|is|bears|liable|informed|named|(?!policies)[a-z]+s)\b)/;

/** Begins with a small letter, unless its first words are a name. */
export function inSentence(text: string, names: readonly string[]): string {
  const isName = !/^\p{Lu}\p{Ll}/u.test(text) || names.some((name) => startsWith(text, name));
  return isName ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function startsWith(text: string, name: string): boolean {
  return text.startsWith(name) && !/^\p{L}/u.test(text.slice(name.length)) && !/^s?[’']/.test(text.slice(name.length));
}

/** The law that asks for it by the requirement's first citation, as "Article 28(3)(a) UK GDPR"; "" where none does. */
export function lawOf({ citations, area }: Requirement, laws: readonly Law[], side: "uk" | "eu"): string {
  const citation = citations[0] ?? "";
  for (const { cited, areas, provisions, written, form } of laws) {
    const name = written[side];
    const start = cited.find((beginning) => citation.startsWith(beginning));
    const [provision = ""] =
      start === undefined ? [] : (/^\d+(?:\([0-9a-z]+\))*/.exec(citation.slice(start.length)) ?? []);
    if (name === undefined || !areas.includes(area)) continue;
    if (provisions.some((own) => provision.startsWith(own)))
      return form.replace("{provision}", provision).replace("{law}", name);
  }
  return "";
}
