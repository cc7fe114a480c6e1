import type { Introduction } from "./parties-names.ts";
import { canBeShortName, type FoundName, normalName } from "./parties-names.ts";
import { PARTY_WORDS } from "./roles-standard-names.ts";

const TRADING_NAME_OF =
  /(\p{Lu}[\w.&'-]*(?: \p{Lu}[\w.&'-]*){0,3}),? (?:which is )?(?:a|the) trading (?:name|style) of (?:the )?$/u;

/** «Hostco Ltd trading as Cloudy», «Cloudy, a trading name of Hostco Ltd». */
export function tradingNames(text: string, companies: readonly FoundName[]): Introduction[] {
  const found: Introduction[] = [];
  for (const company of companies) {
    const trade = TRADING_NAME_OF.exec(text.slice(Math.max(0, company.start - 90), company.start))?.[1];
    if (trade && canBeShortName(trade)) {
      found.push({ names: [company.name, trade], start: company.start, end: company.end, isParty: false });
    }
    const after =
      /^,?\s*\(?(?:trading as|doing business as|d\/b\/a|dba|t\/a)\s+"?([\p{Lu}\d][\w.&'-]*(?: (?:and |- )?[\p{Lu}][\w.&'-]*){0,5})/u.exec(
        text.slice(company.end, company.end + 120),
      );
    const names = after?.[1]?.split(/ and | - /).filter(canBeShortName) ?? [];
    if (names.length > 0)
      found.push({ names: [company.name, ...names], start: company.start, end: company.end, isParty: false });
  }
  return found;
}

const APPOSITION = new RegExp(
  `\\b([Ww]e|[Uu]s|[Yy]ou)(?:, (?:as |being )?| \\((?:as |being )?|, as )(?:(?:the|our|a) (?:above-identified )?(${PARTY_WORDS})\\b(?=[,).;]| (?:shall|must|will|agree|are)\\b)|(?=\\p{Lu}))`,
  "giu",
);

/** «you, the supplier, must», «us (Hostco Ltd)». */
export function pronounAppositions(text: string, companies: readonly FoundName[]): Introduction[] {
  const found: Introduction[] = [];
  for (const match of text.matchAll(APPOSITION)) {
    const end = match.index + match[0].length;
    const name = match[2] ?? companies.find((company) => company.start === end)?.name;
    if (name) found.push({ names: [name, match[1] ?? ""], start: match.index, end, isParty: true });
  }
  return found;
}

/** «each of Hostco and Netco is referred to as a "Supplier"». */
export interface CollectiveLabel {
  readonly label: string;
  readonly members: readonly string[];
}

const COLLECTIVE =
  /\b[Ee]ach of (?:the )?([^.;"\n]{3,140}?) (?:is|are)(?: hereinafter| herein| hereafter)?(?: individually)? referred to as (?:an? |the )?"([^"\n]{2,40})"/g;

/** Finds labels that several parties share. */
export function findCollectiveLabels(text: string): CollectiveLabel[] {
  return [...text.matchAll(COLLECTIVE)].map((match) => ({
    label: normalName(match[2] ?? ""),
    members: (match[1] ?? "").split(/,? and |, /).map(normalName),
  }));
}
