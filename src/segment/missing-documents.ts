import type { ReferredDocument } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { type ReadableText, toReadableText } from "./parties-readable-text.ts";

/** Titles that carry terms of a deal. Statutes, standards and forms are not among them. */
const TITLE_END =
  "(?:Polic(?:y|ies)|Agreements?|Terms(?: and Conditions)?|Terms of (?:Service|Use)|Addendum|Descriptions?|Documentation|Specifications?|Guide|Guidelines|Standards|Plan|Whitepaper|White Paper|SLA|DPA|Statement|Handbook|Manual|Measures|Requirements|Code of Conduct|Order Form|Catalogue|Rate Card|Charter)";
const TITLE = `((?:\\p{Lu}[\\p{L}\\d&'/-]*,? )(?:(?:\\p{Lu}[\\p{L}\\d&'/-]*|and|of|for|&),? ){0,5}?${TITLE_END}(?![\\p{L}\\d])|${"Documentation|DPA|SLA"})`;
const PLACE =
  "(?:(?:which |that )?(?:is |are )?(?:currently )?(?:made )?(?:available|located|posted|published|found|set out|accessible|set forth|displayed)(?: online)?(?: for (?:review|download))? (?:at|on|under|here)|\\((?:available|located|see) at|at)";
/** The words before an address, ending in the title of what stands there. */
const BEFORE_ADDRESS = new RegExp(
  `(?:^|[^\\p{L}\\d'&/-])${TITLE}(?: \\([^()\\n]{1,60}\\))?,? ${PLACE}:? ?(?:the following (?:url|link|address):? ?)?<?$`,
  "u",
);
const ADDRESS = /https?:\/\/|\bwww\./g;
const CARRIES = new RegExp(
  `\\b(?:as (?:set out|set forth|described|specified|detailed|defined|stated|provided|further described) in|in accordance with|compl(?:y|ies|iance) with|subject to|under the terms of|pursuant to|incorporat\\w+ by reference|governed by) (?:the |its |our |their |\\p{Lu}[\\p{L}\\d]*'s )(?:then[- ]current |applicable |latest |current )?${TITLE}`,
  "gu",
);
const SCHEDULE =
  /\b(Schedules?|Annex(?:es)?|Appendix|Exhibits?|Attachments?|Addendum) (\d{1,2}|[A-Z]|[IVX]{1,4})(?![\w.-]*\w|\([A-Z])/g;

/** Documents of the law itself, and the contract that is being read. */
const NEVER_MISSING =
  /\b(?:Regulation|Directive|Act|Law|Laws|Legislation|GDPR|ISO|NIST|SOC|Contractual|Clauses|SCCs?|UK Addendum|Transfer Addendum|Approved Addendum|Commission|Decision|This|These|Such|Data Protection Requirements|Confidentiality Agreement|Non-Disclosure|Accounting Standards|Open Source|License Agreements?|Business Associate)\b/i;
/** Words near a schedule that show it belongs to another instrument. */
const OF_OTHERS =
  /^[^.;\n]{0,12}\b(?:of|to|in) (?:the )?(?:standard contractual|SCCs?|EU SCCs|UK|Clauses|Regulation|Directive|Act|GDPR|Data Protection Act|Implementing|Addendum|ISO|Approved|Commission|Model)\b|^ ?(?:of|to) (?:Directive|Regulation)|^ there(?:to|of)\b|^ principles\b/i;
/** «Schedule 6 of the Call-Off Contract»: a part of some other named instrument. */
const OF_NAMED = /^ (?:of|to) (?:the|that|its) (?!Agreement\b|Contract\b|DPA\b|Addendum\b|MSA\b)\p{Lu}/u;
const SCC_NEAR =
  /\b(?:standard contractual clauses|SCCs?|transfer clauses|model clauses|2021\/914|2010\/87|UK Addendum|approved addendum|DPA 2018|Data Protection Act|ISO)\b/i;

/**
 * Lists documents that the contract relies on and that are not among its files: schedules nobody supplied, policies at an
 * address, terms in a named document. One entry a document, with the first reference, in reading order. Leaves out what it
 * cannot be sure of.
 */
export function findMissingDocuments(draft: ContractDraft): ReferredDocument[] {
  const readable = toReadableText(draft);
  const supplied = suppliedNames(draft, readable);
  const found = new Map<string, ReferredDocument>();
  const add = (title: string, start: number, end: number) => {
    const key = keyOf(title);
    if (key.length < 3 || found.has(key) || supplied.has(key)) return;
    found.set(key, { title, span: { start: readable.sourceOffset(start), end: readable.sourceOffset(end - 1) + 1 } });
  };
  const { text } = readable;
  for (const address of text.matchAll(ADDRESS)) {
    const from = Math.max(text.lastIndexOf("\n", address.index) + 1, address.index - 200);
    const match = BEFORE_ADDRESS.exec(text.slice(from, address.index));
    const title = match?.[1]?.replace(/^(?:The |[\p{L}\d]+'s )/u, "");
    if (match && title) addTitle(from + match.index + match[0].indexOf(title), title, supplied, add);
  }
  for (const match of text.matchAll(CARRIES)) {
    const title = (match[1] ?? "").replace(/^[\p{L}\d]+'s /u, "");
    if (isOwnTerm(text, title)) continue;
    if (/^ sections?\b/.test(text.slice(match.index + match[0].length, match.index + match[0].length + 9))) continue;
    if (
      /(?:Polic|Description|Documentation|Guide|Handbook|Manual|Plan|Requirements|Measures|Standards|Code of Conduct|Whitepaper|Specification)/.test(
        title,
      )
    )
      addTitle(match.index + match[0].lastIndexOf(title), title, supplied, add);
  }
  for (const match of text.matchAll(SCHEDULE)) {
    const end = match.index + match[0].length;
    if (isOthersSchedule(text, match.index, end) || isSuppliedSchedule(match[1] ?? "", match[2] ?? "", supplied))
      continue;
    add(`${singular(match[1] ?? "")} ${match[2]}`, match.index, end);
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function addTitle(
  start: number,
  title: string,
  supplied: ReadonlySet<string>,
  add: (title: string, start: number, end: number) => void,
): void {
  if (
    NEVER_MISSING.test(title) ||
    /^(?:Documentation|Terms and .*)$/.test(title) ||
    coveredByHeading(keyOf(title), supplied)
  )
    return;
  add(title, start, start + title.length);
}

/** True for a term that the contract fills itself; not for «"Policy" means the policy available at …». */
function isOwnTerm(text: string, title: string): boolean {
  if (text.includes(`"${title}")`)) return true;
  const at = text.indexOf(`"${title}" means`);
  return at >= 0 && !/\b(?:available|accessible|published|posted|located|https?:|www\.)/.test(text.slice(at, at + 400));
}

/** A policy whose own heading or file is in the bundle is supplied. */
function coveredByHeading(key: string, supplied: ReadonlySet<string>): boolean {
  if (supplied.has(key)) return true;
  for (const name of supplied)
    if (name.length > 5 && (key.endsWith(` ${name}`) || name.endsWith(` ${key}`) || name.startsWith(`${key} `)))
      return true;
  return false;
}

function isOthersSchedule(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 80);
  if (OF_OTHERS.test(after) || OF_NAMED.test(after)) return true;
  // "this Exhibit A" stands in it; "PIPEDA Schedule 1" is a statute's.
  if (/(?:\b[Tt]his|\b[A-Z]{3,}(?:'s)?) $/.test(text.slice(Math.max(0, start - 14), start))) return true;
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const around = text.slice(Math.max(lineStart, start - 160), Math.min(end + 120, lineEnd(text, end)));
  return SCC_NEAR.test(around);
}

function isSuppliedSchedule(unit: string, number: string, supplied: ReadonlySet<string>): boolean {
  const kind = unit
    .toLowerCase()
    .replace(/^annexes$/, "annex")
    .replace(/^(schedule|exhibit|attachment)s$/, "$1");
  const same = SAME_NUMBER.get(number) ?? number;
  return (
    [number, same].some((form) => supplied.has(`${kind} ${form.toLowerCase()}`)) ||
    (number === "1" && supplied.has(kind))
  );
}

function singular(unit: string): string {
  return unit.replace(/^Annexes$/, "Annex").replace(/^(Schedule|Exhibit|Attachment)s$/, "$1");
}

const SAME_NUMBER: ReadonlyMap<string, string> = new Map([
  ...["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"].flatMap((roman, i): [string, string][] => [
    [roman, String(i + 1)],
    [String(i + 1), roman],
  ]),
]);

/** A line that can be the heading of a schedule: «SCHEDULE 4 details», «Annex II – Measures», not «Annex II applies». */
const HEADS_SCHEDULE =
  /^\W*(?:(?:SCHEDULE|ANNEX|APPENDIX|EXHIBIT|ATTACHMENT)(?: (?:\d{1,2}|[A-Z]|[IVX]{1,4}))?\b|(?:Schedule|Annex|Appendix|Exhibit|Attachment)(?: (?:\d{1,2}|[A-Z]|[IVX]{1,4}))?(?= ?$|\t| ?[:.–—(|-]| \p{Lu}))/u;

/** Names of what is there: files, headings, schedules, in the form of `keyOf`. */
function suppliedNames(draft: ContractDraft, readable: ReadableText): Set<string> {
  const names = new Set<string>();
  for (const file of draft.files) names.add(keyOf(file.name.replace(/\.\w{1,5}$/, "").replace(/[-_.]+/g, " ")));
  const head = (words: string) => {
    const key = keyOf(words);
    names.add(key);
    const unit =
      /^(schedule|annex|appendix|exhibit|attachment|addendum)(?: ?(?:no )?(\d{1,2}|[a-z]|[ivx]{1,4}))?\b/.exec(key);
    if (unit) names.add(unit[2] ? `${unit[1]} ${unit[2]}` : (unit[1] ?? ""));
  };
  for (const clause of draft.clauses) {
    if (clause.heading) head(clause.heading);
    if (clause.kind === "schedule") head(clause.number || clause.heading);
  }
  for (const line of readable.lines) {
    const words = readable.text.slice(line.start, Math.min(line.end, line.start + 90));
    if (line.isHeading || line.kind === "schedule" || HEADS_SCHEDULE.test(words)) head(words);
  }
  return names;
}

/** "The Information Security Policy" and "information  security policy" are the same document. */
function keyOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .replace(/^(?:the|our|its) /, "")
    .trim();
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
