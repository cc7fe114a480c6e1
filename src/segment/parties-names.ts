import { OPEN_NAMES, STANDARD_SIDES, SUBPROCESSOR_NAMES } from "./roles-standard-names.ts";

/** A name as it stands in the readable text. */
export interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** One place where the contract says that several names mean the same party. */
export interface Introduction {
  /** As written, the fullest name first. */
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  /** True where a company, or a bracketed label in the opening, makes it a party of this contract. */
  readonly isParty: boolean;
}

const SUFFIX =
  /\b(?<!\.)(?:Ltd|LTD|Limited|LIMITED|L\.?L\.?P|LP|PLC|plc|P\.L\.C|Inc|INC|Incorporated|INCORPORATED|LLC|L\.L\.C|Corp|CORP|Corporation|CORPORATION|GmbH|gGmbH|mbH|AG|SE|S\.A|SA|SARL|S\.?[àa]\.? ?r\.?l|S\.A\.S|SAS|SASU|B\.V|BV|N\.V|NV|AB|ApS|A\/S|AS|ASA|Oy|Oyj|S\.p\.A|SpA|S\.r\.l|Srl|Pty|Pte|Co|KG|KGaA|UG|GbR|OHG|e\.V|Kft|Zrt|d\.o\.o|z ?o\.o|s\.r\.o|Sdn Bhd|DAC|CIC|CLG)\b\.?(?! (?:[Ll]iability|LIABILITY|Licen[cs]e|Warrant|Partnership|Rights?|Use|Time|Access|IS\b|AVAILABLE))/g;

/** Legal forms that are also plain words in capitals. */
const AMBIGUOUS_FORM = /^(?:AS|SE|SA|AB|AG|LP|NV|BV|UG|KG|Co)\.?$/;
/** Bodies that have a name but no legal form. */
export const BODY =
  /\b(?:University|Council|Trust|NHS|College|Ministry|Department|Authority|Office|Bank|Institute|Foundation|Government|Agency|Board|Commission|Hospital|School|Association|Society|Group)\b/;

/** Words that may begin a sentence before a name but do not belong to it. */
const NOT_IN_NAME = new Set(
  "the this that these those a an between and by agreement if where when whereas either any each every for to of in on or with under such as all no upon unless however further standard our your we you it party parties is are was dear signed".split(
    " ",
  ),
);

/** Company names with a legal form ("Hostco Hosting Ltd"), in order of appearance, between two offsets. */
export function findCompanyNames(text: string, from: number, to: number): FoundName[] {
  const found: FoundName[] = [];
  const slice = text.slice(from, to);
  for (const match of slice.matchAll(SUFFIX)) {
    const start = nameStart(slice, match.index);
    if (start === undefined) continue;
    if (AMBIGUOUS_FORM.test(match[0]) && !/\p{Ll}/u.test(slice.slice(start, match.index))) continue;
    let end = match.index + match[0].length;
    const more = /^,? (?:& )?(?:Ltd|LTD|Limited|KG|Inc|LLC|Co)\b\.?/.exec(slice.slice(end, end + 16));
    if (more) end += more[0].length;
    const previous = found.at(-1);
    if (previous && previous.end > from + start) found.pop();
    found.push({ start: from + start, end: from + end, name: slice.slice(start, end) });
  }
  return found;
}

const BODY_ENDS =
  /\b(?:University|Council|NHS (?:Foundation )?Trust|College|Ministry|Hospital|Police|Institute|Foundation|Association|Commission|Agency)\b(?![\w(])/g;
const BODY_BEGINS =
  /\b(?:University|Ministry|Department|Bank|Secretary of State) (?:of|for)(?: (?:and|\p{Lu}[\p{L}'-]+)){1,4}/gu;

/** Public bodies and others without a legal form, before `to`, in no order: «Northmoor Council», «University of Eastmere». */
export function findPublicBodies(text: string, to: number): FoundName[] {
  const slice = text.slice(0, to);
  const found: FoundName[] = [];
  for (const match of slice.matchAll(BODY_BEGINS)) {
    found.push({ start: match.index, end: match.index + match[0].length, name: match[0] });
  }
  for (const match of slice.matchAll(BODY_ENDS)) {
    const start = nameStart(slice, match.index);
    const end = match.index + match[0].length;
    if (start !== undefined && !/^ (?:of|for) /.test(slice.slice(end, end + 5)))
      found.push({ start, end, name: slice.slice(start, end) });
    else if (start !== undefined && match[0].includes("Council"))
      found.push({ start, end, name: slice.slice(start, end) });
  }
  return found;
}

/** Walks back over capitalised words from the legal form to the first word of the name. */
function nameStart(text: string, suffixAt: number): number | undefined {
  let start: number | undefined;
  let at = suffixAt;
  for (let words = 0; words < 8; words += 1) {
    const before = /([^\s"();:|[\]]+?)(,? )$/.exec(text.slice(Math.max(0, at - 40), at));
    const word = before?.[1];
    if (!before || !word) break;
    if (words > 0 && before[2] === ", ") break;
    if (words > 0 && isLegalForm(word)) break;
    if (
      word === "and" &&
      (words === 0 ||
        /\b(?:between|incorporated|corporation|company|organi[sz]ed|Inc|Ltd|Limited|LLC|GmbH)\b[^;]*$|[\d,.] $/.test(
          text.slice(Math.max(0, at - 160), at - before[0].length),
        ))
    )
      break;
    const joins = word === "&" || word === "and" || word === "of" || word === "de" || word === "la" || word === "+";
    if (/^\(?\d{1,2}[.)]$/.test(word)) break;
    if (!joins && !/^[\p{Lu}\d]/u.test(word) && !/^[a-z]+[A-Z]|\.(?:com|io|it)$/.test(word)) break;
    if (word.endsWith(",") || (NOT_IN_NAME.has(word.toLowerCase()) && !joins)) break;
    at -= before[0].length;
    if (!joins) start = at;
  }
  return start;
}

/** The company name without its legal form: "Hostco Hosting Ltd" gives "Hostco Hosting". */
export function withoutLegalForm(name: string): string {
  let short = name;
  for (;;) {
    const cut = short.replace(/[ ,&]+[^\s,]+\.?$/u, "");
    const tail = short.slice(cut.length).replace(/^[ ,&]+/, "");
    if (cut === short || !isLegalForm(tail)) return short.trim();
    short = cut;
  }
}

/** True for "Ltd", "Inc." and the like standing alone. */
export function isLegalForm(word: string): boolean {
  SUFFIX.lastIndex = 0;
  const form = SUFFIX.exec(word);
  return form !== null && form.index === 0 && form[0].length === word.length;
}

const NOT_A_PARTY =
  /\b(?:agreements?|addend(?:um|a)|dpa|contracts?|terms?|services?|products?|software|platform|sites?|websites?|solutions?|effective|date|orders?|schedules?|annex|exhibit|appendix|gdpr|law|laws|legislation|regulations?|data|information|clauses?|sccs?|policy|policies|fees?|sla|sow|msa|project|purpose|deliverables|documentation|program|programme|business|shares?|act|party|parties|affiliates?|personnel|system|equipment|facility|work|territory|period|credits?|notice|change|incidents?|audit|measures|receiver|breach|instructions?|requests?|request|report|centre|center|states|union)\b/i;

/** Words that would turn every sentence into one about a party. */
const FUNCTION_WORDS = new Set(
  "be it is as at in on or an am by do go he if me my no of so to up the and any all may can will act one for key new its not data here this that who her his has had are was".split(
    " ",
  ),
);

/** False for short names that are also plain words ("BE", "IT"). */
export function isUsableName(name: string): boolean {
  return name.length >= 2 && !FUNCTION_WORDS.has(name);
}

/** True where a label given in brackets ("the Supplier", "Hostco", "we") can only stand for a party. */
export function isPartyWord(label: string): boolean {
  const name = normalName(label);
  if (label === "US") return false;
  return STANDARD_SIDES.has(name) || OPEN_NAMES.has(name) || pronounOf(name) !== undefined || isSubprocessorName(name);
}

/** True where a label may be the short name of the company before it. */
export function canBeShortName(label: string): boolean {
  return (
    label.length >= 2 && label.length <= 40 && /^[\p{Lu}\d]|^[a-z]+[A-Z\d]/u.test(label) && !NOT_A_PARTY.test(label)
  );
}

/** "The Supplier's" gives "supplier"; "Ourselves" and unknown words come back in lower case. */
export function normalName(words: string): string {
  return words
    .toLowerCase()
    .replace(/^(?:the|each|a|an|any|our|said|such) /, "")
    .replace(/(?:'s|s'|')$/, (end) => (end === "s'" ? "s" : ""))
    .replace(/[.,;:]+$/, "")
    .trim();
}

/** "we" for the first person, "you" for the second, undefined for anything else. */
export function pronounOf(name: string): "we" | "you" | undefined {
  if (/^(?:we|us|our|ours|ourselves)$/.test(name)) return "we";
  return /^(?:you|your|yours|yourself)$/.test(name) ? "you" : undefined;
}

export function isSubprocessorName(name: string): boolean {
  return (SUBPROCESSOR_NAMES as readonly string[]).includes(name);
}
