import { pronounAppositions, tradingNames } from "./parties-aliases.ts";
import type { FoundName, Introduction } from "./parties-names.ts";
import {
  BODY,
  canBeShortName,
  isLegalForm,
  isPartyWord,
  normalName,
  pronounOf,
  withoutLegalForm,
} from "./parties-names.ts";
import { PARTY_WORDS, STANDARD_SIDES } from "./roles-standard-names.ts";

/** After a company: words that lead on to another party, unlike «and its affiliates», «England and Wales, whose office…». */
const NEW_PARTY_BEGINS =
  /\b(?:and (?!(?:all )?(?:its|their|any of its|of its)\b|Wales|Northern|having|registered|existing|organi[sz]ed|formed|incorporated|whose|with|is\b|doing|trading|a company|number)|(?:between|with|to|by) (?:the |an? |any |each |our )*(?:customers?|clients?|users?|you)\b)/;

/**
 * Finds every introduction: «Hostco Ltd (the "Supplier")», «hereinafter referred to as "Customer"», «Processor: Hostco Ltd»,
 * «trading as Hostco». `companies` are the company names of the same text, in order.
 */
export function findIntroductions(text: string, companies: readonly FoundName[], openingEnd: number): Introduction[] {
  const left = (at: number) => nameBefore(text, companies, at);
  return [
    ...bracketedLabels(text, left, openingEnd),
    ...bracketedPlainWords(text, left, openingEnd),
    ...referredToAs(text, left),
    ...labelledLines(text, companies, openingEnd),
    ...tradingNames(text, companies),
    ...pronounAppositions(text, companies),
  ];
}

type LeftName = (at: number) => FoundName | undefined;

function bracketedLabels(text: string, left: LeftName, openingEnd: number): Introduction[] {
  const found: Introduction[] = [];
  for (const match of text.matchAll(/\(([^()"\n]{0,80}"[^()\n]{1,200})\)/g)) {
    const inner = match[1] ?? "";
    if (/\b(?:means?|shall|whereby|which|is|are|has|have)\b/.test(inner.replace(/"[^"]*"/g, " "))) continue;
    const quoted = [...inner.matchAll(/"\s*([^"]{1,60}?)[,.;]?\s*"/g)].map((label) => label[1] ?? "");
    const plain = [...inner.replace(/"[^"]*"/g, " ").matchAll(PLAIN_PARTY_WORD)].map((word) => word[1] ?? "");
    const before = left(match.index);
    // A name beside a role word is the same party, whatever stands before: «[NAME] Ltd ("Processor", "Hostly")».
    const isNamed = before !== undefined || quoted.some((label) => STANDARD_SIDES.has(normalName(label)));
    const labels = quoted.filter((label) => isPartyWord(label) || (isNamed && canBeShortName(label)));
    if (
      labels.length === 0 ||
      !(labels.some(isPartyWord) || (before && labels.some((label) => fits(label, before.name))))
    )
      continue;
    found.push(
      introduction(text, before, [...labels, ...plain], match.index, match.index + match[0].length, openingEnd),
    );
  }
  return found;
}

/** True where the label can be short for the name before it: any label for a company, a piece or the initials of a public body. */
function fits(label: string, name: string): boolean {
  if (withoutLegalForm(name) !== name || isPartyWord(name)) return true;
  const initials = name.replace(/[^\p{Lu}]/gu, "");
  return BODY.test(name) && (name.includes(label) || initials === label);
}

const PLAIN_PARTY_WORD = new RegExp(`(?:^|\\bthe |\\bas )(${PARTY_WORDS})\\b`, "gi");
const BARE_BRACKET = new RegExp(
  `\\(\\s*(?:herein(?:after)?,? |hereafter,? )?(?:referred to as |called |as )?(?:the )?(${PARTY_WORDS}|sub-?processor)\\s*\\)`,
  "gi",
);

/** «Hostco Ltd (Supplier)»: only in the opening, where a bracket after a name introduces a party. */
function bracketedPlainWords(text: string, left: LeftName, openingEnd: number): Introduction[] {
  const found: Introduction[] = [];
  for (const match of text.slice(0, openingEnd).matchAll(BARE_BRACKET)) {
    const before = left(match.index);
    if (before)
      found.push(introduction(text, before, [match[1] ?? ""], match.index, match.index + match[0].length, openingEnd));
  }
  return found;
}

const REFERRED = new RegExp(
  `\\b(?:herein(?:after|below)?|hereafter|nachfolgend|referred to|in the following)\\b,?(?: and)?(?: collectively| jointly| individually| also)?(?: referred to| called| named| known| designated)?(?: herein| hereinafter)?(?: as| to as)? (?:the )?(?:(")([^"\\n]{2,50})"((?:[ ,]*(?:or|and) "[^"\\n]{2,50}")*)|(${PARTY_WORDS}|sub-?processor)\\b(?! (?:personal )?data))`,
  "gi",
);

function referredToAs(text: string, left: LeftName): Introduction[] {
  const found: Introduction[] = [];
  for (const match of text.matchAll(REFERRED)) {
    if (match[1] && text.lastIndexOf("(", match.index) > text.lastIndexOf(")", match.index)) continue;
    if (/\b[Ee]ach of\b[^.;]*$/.test(text.slice(Math.max(0, match.index - 200), match.index))) continue;
    const more = [...(match[3] ?? "").matchAll(/"([^"]+)"/g)].map((label) => label[1] ?? "");
    const labels = [match[2] ?? match[4] ?? "", ...more].map((label) => label.replace(/[,.;]$/, "").trim());
    if (!labels.some(isPartyWord) && !labels.some(canBeShortName)) continue;
    const before = left(match.index);
    if (!labels.some(isPartyWord) && !(before && labels.some((label) => fits(label, before.name)))) continue;
    if (/^(?:as |collectively )?(?:part(?:y|ies))/i.test(labels[0] ?? "")) continue;
    found.push(introduction(text, before, labels, match.index, match.index + match[0].length, match.index + 1));
  }
  return found;
}

const LINE_LABEL = new RegExp(
  `^(?:the )?"?(${PARTY_WORDS})"?(?: name| legal entity| company)?\\s*(?:[:\\t]|is:)\\s*"?(.{2,120})`,
  "gim",
);
const LONE_NAME = /^(?:the )?([\p{Lu}][\w.&'-]*(?: [\p{Lu}&][\w.&'-]*){0,4}|customer|client)(?=[,.;\t\n(]|$)/u;

/** «Supplier: Hostco Ltd, 1 High Street», and the same as two cells of a row. */
function labelledLines(text: string, companies: readonly FoundName[], openingEnd: number): Introduction[] {
  const found: Introduction[] = [];
  for (const match of text.matchAll(LINE_LABEL)) {
    const valueStart = match.index + match[0].length - (match[2] ?? "").length;
    const company = companies.find(
      (name) =>
        name.start >= valueStart && name.start <= valueStart + 30 && name.end <= match.index + match[0].length + 40,
    );
    const lone = LONE_NAME.exec(match[2] ?? "")?.[1];
    if (lone && isLegalForm(lone)) continue;
    const value =
      company?.name ??
      (STANDARD_SIDES.has(normalName(match[1] ?? "")) && (match[0].includes("\t") || match.index < openingEnd)
        ? partyOrShort(lone)
        : undefined);
    if (!value) continue;
    found.push({
      names: [value, match[1] ?? ""],
      start: match.index,
      end: valueStart + value.length,
      isParty: company !== undefined,
    });
  }
  return found;
}

function partyOrShort(name: string | undefined): string | undefined {
  return name && isPartyWord(name) && pronounOf(normalName(name)) === undefined ? name : undefined;
}

function introduction(
  text: string,
  before: FoundName | undefined,
  labels: readonly string[],
  start: number,
  end: number,
  openingEnd: number,
): Introduction {
  const names = before ? [before.name, ...labels] : [...labels];
  const from = before ? before.start : Math.max(text.lastIndexOf("\n", start) + 1, start - 120);
  return {
    names,
    start: from,
    end,
    isParty: start < openingEnd || labels.some((label) => STANDARD_SIDES.has(normalName(label))),
  };
}

/** The name that a bracket or a "hereinafter" at `at` speaks of: the last company, or the words just before. */
function nameBefore(text: string, companies: readonly FoundName[], at: number): FoundName | undefined {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const opensLine = /^[\s(–—-]*$/.test(text.slice(lineStart, at));
  const windowStart = Math.max(opensLine ? text.lastIndexOf("\n", lineStart - 2) + 1 : lineStart, at - 360);
  let window = text.slice(windowStart, at);
  const previousLabel = window.lastIndexOf('")');
  if (previousLabel >= 0) window = window.slice(previousLabel + 2);
  const from = at - window.length;
  const company = lastWithin(companies, from, at);
  const between = company
    ? text.slice(company.end, at).replace(/\([^()]*\)|\b(?:trading|doing business) as\b[^(]*/g, "")
    : "";
  if (company && !NEW_PARTY_BEGINS.test(between) && !/\b(?:shall|will|may)\b/.test(between)) return company;
  const words =
    /(?:^|[\s"(])(?<!\b(?:laws|State|Republic|Commonwealth|Province|Kingdom|States|City|England|users?|customers?|registered|office|based|located|incorporated|organi[sz]ed) (?:of|in|at|under) (?:the )?)((?:(?:[\p{Lu}\d]|[a-z]+\p{Lu})[\w.&'-]*(?:,? |$)){1,5}|[Yy]ou|[Uu]s|[Ww]e|(?:data )?(?:customer|client|controller|processor|supplier|provider|vendor|company))[\s,–—(-]*$/u.exec(
      window,
    );
  const name = words?.[1]?.replace(/^(?:The|This|Between|And|An|A) /, "").replace(/[ ,]+$/, "");
  if (
    !name ||
    !words ||
    /^(?:The|This|Agreement|DPA|\d.*)$/.test(name) ||
    isLegalForm(name) ||
    /,|\d\w{2}$|\b[A-Z]{2} ?\d/.test(name) ||
    !/\p{L}{2}/u.test(name) ||
    name === "Group"
  )
    return undefined;
  return canBeShortName(name) || isPartyWord(name)
    ? { start: from + window.indexOf(name), end: from + window.indexOf(name) + name.length, name }
    : undefined;
}

function lastWithin(companies: readonly FoundName[], from: number, to: number): FoundName | undefined {
  let low = 0;
  let high = companies.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((companies[middle]?.end ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  const company = companies[low - 1];
  return company && company.start >= from ? company : undefined;
}
