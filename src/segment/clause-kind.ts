import type { ClauseKind } from "../model/contract.ts";
import { isTitleCase } from "./clause-heading.ts";
import type { ClauseUnit } from "./clause-unit.ts";

const CONTENTS_HEADING =
  /^(?:table of )?contents:?$|^(?:list of |table of )(?:schedules|annexes|appendices|exhibits|attachments)(?: and \w+)?:?$|^inhalt(?:sverzeichnis)?$|^table des mati\u00e8res$|^sommaire$|^\u00edndice$/i;
const PAGE_NUMBER_END = /(?:\.\s?){4,}\s*\d{1,3}$|\u2026{2,}\s*\d{1,3}$|\t\s*\d{1,3}$/;
const SCHEDULE_LINE = /^\s*(?:schedule|annex|appendix|exhibit|attachment)\s\S{1,4}\b/i;
const SIGNATURE =
  /^(?:in witness whereof|signed (?:by|for|on behalf)|signature\b|signatures?:?$|executed (?:by|as a deed|on behalf)|by:|name:|title:|print(?:ed)? name|position:|authori[sz]ed (?:signatory|signature|representative)|for and on behalf of|_{5,}|date:?\s*_*$)/i;
const PARTIES =
  /registered (?:office|number|address)|company (?:number|no\b)|incorporated (?:in|under)|having its (?:principal|registered)|\b(?:corporation|limited liability company),? (?:with|having|organi[sz]ed)|^(?:this|the) [\w\s]{0,60}(?:is|are) (?:made|entered into|dated)|is dated$|^\(?(?:each )?hereinafter/i;
const OBLIGES = /\b(?:shall|must|will|may|agrees?|applies|apply|governs?|prevails?|undertakes?|obliged)\b/i;
const TERM = '["\u201c\u201e\u00ab\u2018][^"\u201d\u00bb\u2019]{1,90}["\u201d\u201c\u00bb\u2019]';
const MEANS =
  "(?:shall |will |have |has |each |be |is |are |the |respective )*(?:means?|meanings?|referred|refers?|defined|includes?|bedeutet|bezeichnet|signifie)\\b";
const QUOTED_TERM = new RegExp(
  `^(?:the (?:terms?|expressions?) |\\W{0,2})?${TERM}(?:(?:,| and| or|, and) ?${TERM})*\\s*(?:\\([^)]{0,80}\\)\\s*)?,?\\s*(?:[^.;]{0,40}?\\s)?${MEANS}`,
  "i",
);
const MEANS_AFTER_TERM = /,?\s(?:shall |will )?(?:means?|ha(?:s|ve) the meanings?)\b/;
const IN_SECTION = new RegExp(`^\\W{0,3}${TERM}\\s*[:\u2013\u2014-]|^${TERM}\\s`);
const DEFINITIONS_HEADING =
  /\b(?:definitions?|defined terms|interpretation|glossary|(?:words|terms) (?:we use|used)|meaning of (?:words|terms)|begriffsbestimmungen|d\u00e9finitions|definiciones)\b/i;
const RECITALS_HEADING = /^(?:recitals?|whereas|preamble|background|pr\u00e4ambel|pr\u00e9ambule|considerando)\W*$/i;

/** True where a heading opens a table of contents. */
export function opensContents(unit: ClauseUnit): boolean {
  return unit.markers.length === 0 && CONTENTS_HEADING.test(unit.text);
}

/** A page number after a title; "SCHEDULE 1" alone ends with its own number. */
const endsWithPage = (unit: ClauseUnit): boolean =>
  unit.text.length < 200 && /\S\s(?:[A-Z]{1,2}-)?\d{1,3}$/.test(unit.text);

/** True where the line is one of a table of contents; `inside` says that its heading has been read. */
export function isContentsLine(unit: ClauseUnit, inside: boolean, next: readonly ClauseUnit[]): boolean {
  const line = unit.view.text.trim();
  if (line.length < 300 && PAGE_NUMBER_END.test(line)) return true;
  // An entry that runs over two lines has its page number on the second.
  if (inside && (endsWithPage(unit) || next.some(endsWithPage))) return true;
  if (/^\s*(?:[-*+]|\d+\.)?\s*\[[^\]]+\]\(#[^)]*\)\s*$/.test(unit.block.text) && unit.block.kind === "list-item")
    return true;
  if (inside && line.includes("\n") && line.split("\n").every((part) => SCHEDULE_LINE.test(part))) return true;
  if (!inside || unit.block.kind === "heading" || unit.block.emphasis) return false;
  return (
    line.length < 110 &&
    (endsWithPage(unit) || (/^[^.;]+$/.test(line.replace(/^[\W\d]+/, "")) && line.split(/\s+/).length <= 10))
  );
}

/** True for a line of a title page, of the block that names the parties, or of a signature block. */
export function isFront(unit: ClauseUnit, beforeFirstClause: boolean): boolean {
  if (SIGNATURE.test(unit.text) && unit.text.length < 160) return true;
  return beforeFirstClause && unit.text.length < 900 && PARTIES.test(unit.text) && !OBLIGES.test(unit.text);
}

/** True where a heading opens the recitals. */
export function opensRecitals(unit: ClauseUnit): boolean {
  return RECITALS_HEADING.test(unit.text) && unit.markers.length === 0;
}

/** True for a recital, read by its own words or, under such a heading, by its letter. */
export function isRecital(unit: ClauseUnit, inRecitals: boolean): boolean {
  if (/^whereas\b/i.test(unit.text)) return true;
  const marker = unit.markers[0];
  return inRecitals && (marker !== undefined ? /^\(?[A-Z\d]{1,3}\)?$/.test(marker.label) : unit.level === undefined);
}

/** True for a heading whose clauses define terms. */
export function isDefinitionsHeading(heading: string): boolean {
  return heading.length < 80 && DEFINITIONS_HEADING.test(heading);
}

/** Definition or clause, from the words of the text and the heading above it. */
export function textKind(text: string, inDefinitions: boolean): ClauseKind {
  if (QUOTED_TERM.test(text.slice(0, 300)) || definesBareTerm(text)) return "definition";
  return inDefinitions && IN_SECTION.test(text.slice(0, 160)) ? "definition" : "clause";
}

/** "Working Day means …": a capitalised term without quotation marks. */
function definesBareTerm(text: string): boolean {
  const match = MEANS_AFTER_TERM.exec(text.slice(0, 160));
  if (!match) return false;
  const term = text.slice(0, match.index).replace(/\([^)]*\)/g, "");
  return term.split(/\s+/).length <= 9 && isTitleCase(term) && !/[.;:]/.test(term);
}
