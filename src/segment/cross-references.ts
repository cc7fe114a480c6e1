import type { Clause, CrossReference } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { indexOf, key, ownTop, resolve, scopeOf, slug } from "./numbering-lookup.ts";
import { parseScheduleHeading } from "./schedules.ts";

const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})*(?:\s?\([a-z\d]{1,5}\)|[a-z]\))*(?!\w)|\([a-z\d]{1,5}\)(?:\([a-z\d]{1,5}\))*|[IVXLC]{1,6}(?:\([a-z\d]{1,3}\))*(?!\w)|[A-Z](?:\([a-z\d]{1,3}\)|-\d)?(?![\w-]))`;
const WORD = `(?:sub-?)?(?:clauses?|sections?|paragraphs?|articles?|schedules?|annex(?:es|ures?)?|annexe?s?|append(?:ix|ices)|exhibits?|attachments?|parts?)|§{1,2}`;
const REFERENCE = new RegExp(
  String.raw`(?<![\w§])(this\s+)?(${WORD})(?:\s+(?:no\.?\s*)?|(?<=§)|(?=\())(${NUMBER})((?:\s*(?:,|and|or|to|through|–|-|,\s*and|,\s*or)\s*${NUMBER})*)`,
  "gi",
);
const FURTHER = new RegExp(NUMBER, "gi");
const SELF = /\bthis\s+(clause|section|paragraph|article|schedule|annex|exhibit|appendix)\b(?!\s*[\d(IVX])/gi;
const WITHIN =
  /^\s*(?:of|in|to|under)\s+(?:the\s+)?((?:schedule|annex|annexe|annexure|appendix|exhibit|attachment|part|clause|section)\s+(?:\d{1,3}(?:\.\d+)*|[IVXL]{1,5}|[A-Z])\b)/i;
const STATUTE =
  /^\s*\)?\s*(?:\([\w]+\)\s*)*(?:,?\s*(?:of|in|under|to|from)\s+(?:the\s+)?(?:(?![Aa]greement|[Cc]ontract|[Ss]chedule|[Aa]ddendum|[Aa]nnex|this|DPA )[\w’'-]+\s+){0,5}?)?(?:UK GDPR|EU GDPR|GDPR|DSGVO|RGPD|CCPA|CPRA|HIPAA|FADP|DPA\s+2018|Data Protection Act|Regulations?\b|Directives?\b|[A-Z][\w]*(?: [A-Z]?[\w]+){0,4} Act\b|Act\b|Code\b|Treaty|Charter|Decision|Rules\b|U\.?S\.?C|Privacy Law|Standard Contractual Clauses|SCCs|EU SCCs|Clauses\b|Model Clauses|Addendum EU|UK Addendum|International Data Transfer)/;
const STATUTE_BEFORE =
  /(?:GDPR|Code|Act(?: \d{4})?|Regulations?|Directive|U\.?S\.?C\.?|C\.?F\.?R\.?|SCCs|Clauses),?\s*\(?$/;
const LINK = /\]\(#([^)\s]+)\)/g;

/**
 * References of the contract to its own clauses and schedules, in order. "clauses 4 to 6" gives one reference a number
 * named. `target` is absent where no clause carries the number. An article of a statute or of the standard contractual
 * clauses ("Article 28 of the GDPR") is none of the contract's references and is left out.
 */
export function findCrossReferences(draft: ContractDraft): CrossReference[] {
  const index = indexOf(draft.clauses);
  const starts = startsOf(draft.clauses);
  const found: CrossReference[] = [];
  const add = (start: number, end: number, target: number | undefined): void => {
    found.push({ span: { start, end }, ...(target === undefined ? {} : { target }) });
  };
  for (const match of draft.text.matchAll(REFERENCE)) {
    const [whole, , word = "", first = "", more = ""] = match;
    const after = draft.text.slice(match.index + whole.length, match.index + whole.length + 90);
    if (!mayBeNumber(word, first) || STATUTE.test(after)) continue;
    const before = draft.text.slice(Math.max(0, match.index - 24), match.index);
    if (STATUTE_BEFORE.test(before) || isScheduleHeading(draft.text, match.index, word)) continue;
    const here = clauseAt(starts, match.index);
    if (isOwnNumber(draft.clauses[here], match.index, whole.length)) continue;
    const within = WITHIN.exec(after);
    const scope = within?.[1] ? index.get(key(within[1])) : scopeOf(draft.clauses, here);
    const end = match.index + whole.length - more.length;
    add(match.index, end, resolve(index, draft.clauses, word, first, scope, here));
    for (const other of more.matchAll(FURTHER)) {
      if (!mayBeNumber(word, other[0])) continue;
      const at = end + other.index;
      add(at, at + other[0].length, resolve(index, draft.clauses, word, other[0], scope, here));
    }
  }
  for (const match of draft.text.matchAll(SELF)) {
    const here = clauseAt(starts, match.index);
    add(
      match.index,
      match.index + match[0].length,
      /clause|section|paragraph|article/i.test(match[1] ?? "")
        ? ownTop(draft.clauses, here)
        : scopeOf(draft.clauses, here),
    );
  }
  for (const match of draft.text.matchAll(LINK)) {
    const target = draft.clauses.find(
      (clause) => clause.heading !== "" && slug(clause.heading) === slug(match[1] ?? ""),
    );
    add(match.index, match.index + match[0].length, target?.index ?? index.get(key(match[1] ?? "")));
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The line that opens a schedule names it; it does not refer to it. */
function isScheduleHeading(text: string, at: number, word: string): boolean {
  if (!/^(?:sch|ann|app|exh|att|part)/i.test(word) || (at > 0 && text.charAt(at - 1) !== "\n")) return false;
  const end = text.indexOf("\n", at);
  return parseScheduleHeading(text.slice(at, end < 0 ? text.length : end).trim(), true) !== undefined;
}

/** "part" and "section" are words too: only a number written as one makes them a reference. */
function mayBeNumber(word: string, number: string): boolean {
  if (/^[a-z]+$/.test(number)) return false;
  return !/^[A-Z]$/.test(number) || /^(?:sch|ann|app|exh|att|part)/i.test(word);
}

function startOf(clause: Clause): number {
  const starts = [clause.headingSpan?.start, clause.body[0]?.start].filter((start) => start !== undefined);
  return starts.length === 0 ? -1 : Math.min(...starts);
}

/** The last clause that starts at or before the offset. */
function clauseAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  let best = 0;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) {
      best = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return best;
}

/** Starts of all clauses, never falling; a clause without own text starts with the next that has some. */
function startsOf(clauses: readonly Clause[]): number[] {
  const starts = clauses.map(startOf);
  let next = Number.POSITIVE_INFINITY;
  for (let i = starts.length - 1; i >= 0; i--) {
    const own = starts[i] ?? -1;
    next = own < 0 ? next : Math.min(own, next);
    starts[i] = next;
  }
  return starts;
}

/** The printed number of a clause stands before its heading or body; a schedule's before its title. */
function isOwnNumber(clause: Clause | undefined, start: number, length: number): boolean {
  if (!clause) return false;
  const first = startOf(clause);
  return first >= 0 && start < first && start + length >= first - 4;
}
