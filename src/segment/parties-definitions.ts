import type { FoundName } from "./parties-names.ts";
import { canBeShortName, isPartyWord, normalName } from "./parties-names.ts";
import { type Side, STANDARD_SIDES } from "./roles-standard-names.ts";

/** What a definition says about names of parties. */
export interface PartyDefinition {
  /** Names defined together, as written, with the company or party word the definition equates them with. */
  readonly names: readonly string[];
  /** The side that the defining words point to. */
  readonly side?: Side;
  /** True for "any entity that …": a class of outsiders, not one party. */
  readonly isClass: boolean;
  readonly start: number;
  readonly end: number;
}

const DEFINING_VERB =
  /"\s*(?:,|:|–|-)?\s*(?:(?:shall |will |also )?(?:means?|refers?(?: to)?|designates?)\b|(?:are|is) (?:a )?references? to\b|, (?:in this document, )?we(?: are|'re) referring to\b)/g;
const WE_SAY =
  /\bwhen we (?:say|use|refer to) ([^\n]{3,120}?)(?: in this (?:document|agreement))?,? we(?: are|'re) (?:referring to|refer to|mean)\b/gi;

const BUYS =
  /\b(?:orders?|ordered|ordering|purchas\w+|subscrib\w+|signs?|signed up|sign up|accept\w*|agree(?:ing|s)? to (?:these|the|this)|uses?|using|access\w*|receiv\w+|placing an order|appoint\w*|instruct\w*|engages|entity you represent|customers?|client|buys?|licensed)\b/;
const SELLS =
  /\b(?:provid(?:es|ing)|provider of|suppl(?:ies|ying|ier)|hosts|hosting|performs|processes [^.;\n]{0,60}on behalf|vendor|licens(?:es|ing) the software to)\b/;

/** Finds «"Provider" means Hostco Ltd», «"You" or "Customer" refers to the company that signs up», «When we say "we"…». */
export function findPartyDefinitions(text: string, companies: readonly FoundName[]): PartyDefinition[] {
  const found: PartyDefinition[] = [];
  for (const match of text.matchAll(DEFINING_VERB)) {
    const labels = quotedListBefore(text, match.index + 1);
    const definition = readDefinition(text, labels, match.index, match.index + match[0].length, companies);
    if (definition) found.push(definition);
  }
  for (const match of text.matchAll(WE_SAY)) {
    const labels = [...(match[1] ?? "").matchAll(/"([^"]{1,40}?),?"/g)].map((label) => label[1] ?? "");
    const definition = readDefinition(text, labels, match.index, match.index + match[0].length, companies);
    if (definition) found.push(definition);
  }
  return found;
}

/** Labels of a list such as «"You", "your" or "Customer"» that ends at `end`. */
function quotedListBefore(text: string, end: number): string[] {
  const window = text.slice(Math.max(text.lastIndexOf("\n", end - 1) + 1, end - 160), end);
  const labels: string[] = [];
  let rest = window;
  for (;;) {
    const item = /"\s*([^"\n]{1,50}?),?\s*"\s*(?:\([^()]{0,40}\))?[\s,]*(?:or|and|\/)?[\s,]*$/.exec(rest);
    if (!item) return labels.reverse();
    labels.push(item[1] ?? "");
    rest = rest.slice(0, item.index);
  }
}

function readDefinition(
  text: string,
  labels: readonly string[],
  start: number,
  verbEnd: number,
  companies: readonly FoundName[],
): PartyDefinition | undefined {
  const words = text.slice(verbEnd, lineEnd(text, verbEnd)).slice(0, 260);
  if (/^\s*(?:the )?(?:meaning|same meaning)/.test(words)) return undefined;
  if (
    /\b(?:protection|supervisory|competent) authorit/i.test(words.slice(0, 80)) &&
    labels.some((label) => /authority/i.test(label))
  )
    return undefined;
  const company = companies.find(
    (name) => name.start >= verbEnd && name.start <= verbEnd + 24 && !/[.;]/.test(text.slice(verbEnd, name.start)),
  );
  const names = labels.filter((label) => isPartyWord(label) || (company && canBeShortName(label)));
  if (names.length === 0) return undefined;
  const equal = company?.name ?? equatedWord(words) ?? plainName(words);
  const isConcept =
    /\bdetermines?\b[^.;\n]{0,40}\bpurposes\b|\bnatural or legal person\b|\bnatural person or legal\b/.test(words);
  const side = isConcept ? undefined : sideOf(words);
  return {
    names: equal ? [equal, ...names] : names,
    ...(side && !company ? { side } : {}),
    isClass:
      /^[\s,:]*(?:\(?[ai]\)? )?(?:any|an|a|each) (?:[\w-]+ )?(?:entity|person|third|end|business|company|individual|customer|organi)/.test(
        words,
      ),
    start: Math.max(text.lastIndexOf("\n", start) + 1, start - 120),
    end: company?.end ?? verbEnd,
  };
}

function equatedWord(words: string): string | undefined {
  const match =
    /^\s*(?:the |that |those )?((?:data )?[a-z-]+(?: [a-z]+)?)(?=[.,;:)]| (?:in|under|and its|identified|named|specified|described|as defined|who|that|which)\b|\s*$)/i.exec(
      words,
    );
  return match?.[1] && isPartyWord(match[1]) && STANDARD_SIDES.has(normalName(match[1])) ? match[1] : undefined;
}

/** «"Processor" means Applied Clouds, which …»: a capitalised name without a legal form. */
function plainName(words: string): string | undefined {
  const name =
    /^\s*((?:\p{Lu}[\w&'-]*(?:\.[a-z]+)?)(?: \p{Lu}[\w&'-]*){0,3})(?=[.,;]? ?(?:$|which|who|and its|\())/u.exec(
      words,
    )?.[1];
  return name && canBeShortName(name) && !/^(?:The|Any|Each|All|An|A)\b/.test(name) ? name : undefined;
}

function sideOf(words: string): Side | undefined {
  const buys = BUYS.exec(words)?.index ?? Number.POSITIVE_INFINITY;
  const sells = SELLS.exec(words)?.index ?? Number.POSITIVE_INFINITY;
  if (buys === sells) return undefined;
  return buys < sells ? "customer" : "supplier";
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
