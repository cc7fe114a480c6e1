import type { Clause } from "../model/contract.ts";
import type { ContractDraft } from "./draft.ts";
import { type ReadableLine, toReadableText } from "./parties-readable-text.ts";

const HEADING = /\b(?:precedence|priority of documents|hierarchy|conflicts?(?! of (?:interests?|laws?)\b))\b/i;
const ORDER = /\border of (?:precedence|priority)\b|\bin the following (?:descending )?order\b/i;
const CONFLICT = /\b(?:conflicts?|inconsisten(?:cy|cies|t)|discrepanc(?:y|ies)|contradict\w*|ambigu\w+)\b/i;
const PREVAILS =
  /\b(?:prevails?|takes? (?:precedence|priority)|controls?|governs?|have precedence|has precedence|shall supersede|will supersede)\b/i;
/** Precedence over the law's own model clauses, or between languages, is not an order of the documents. */
const OTHER_ORDER =
  /\b(?:conflicts?[ -]of[ -]laws?|choice of law|transfer mechanisms?|accounting|translation|language version|english version)\b/i;

/**
 * Finds the clause that says which document prevails, and clauses that other words of the bundle expressly replace or empty:
 * «clause 14.2 is deleted and replaced by», «Schedule 3 is replaced in its entirety», «[Not used]». Silence supersedes nothing.
 */
export function findPrecedence(draft: ContractDraft): { precedence?: number; superseded: Set<number> } {
  const { text, lines } = toReadableText(draft);
  const superseded = new Set<number>();
  let best: { readonly clause: number; readonly score: number } | undefined;
  for (const line of lines) {
    if (line.clause < 0) continue;
    const words = text.slice(line.start, line.end);
    const clause = draft.clauses[line.clause];
    if (!clause) continue;
    const score = precedenceScore(words, line, clause);
    if (score > (best?.score ?? 0)) best = { clause: line.clause, score };
    if (isEmptied(words, line)) addWithChildren(draft, line.clause, superseded);
    for (const index of replacedClauses(words, line, draft)) addWithChildren(draft, index, superseded);
  }
  return { ...(best ? { precedence: best.clause } : {}), superseded };
}

function precedenceScore(words: string, line: ReadableLine, clause: Clause): number {
  if (line.isHeading || !(PREVAILS.test(words) || ORDER.test(words)) || OTHER_ORDER.test(words)) return 0;
  const headed = HEADING.test(clause.heading);
  if (ORDER.test(words) && CONFLICT.test(words)) return headed ? 6 : 5;
  if (!PREVAILS.test(words)) return ORDER.test(words) ? (headed ? 4 : 3) : 0;
  const sentence = words.split(/(?<=[.;]) /).find((part) => CONFLICT.test(part) && PREVAILS.test(part));
  if (!sentence) return 0;
  const ofDocuments =
    /\b(?:agreement|schedules?|annex|appendix|exhibits?|addendum|dpa|order form|terms|contract|documents?|clauses|part)\b/i.test(
      sentence,
    );
  if (!ofDocuments) return 0;
  const onlyModelClauses = /\bstandard contractual clauses\b|\bsccs?\b|\bthese clauses\b|\bapproved addendum\b/i.test(
    sentence,
  );
  return (headed ? 3 : 2) - (onlyModelClauses ? 1.5 : 0);
}

/** «[Not used]», «Intentionally left blank», as the whole text of a clause. */
function isEmptied(words: string, line: ReadableLine): boolean {
  return (
    line.kind !== "row" &&
    /^[[(\s]*(?:this (?:page|clause|section|schedule|annex) (?:is |has been )?)?(?:(?:intentionally|deliberately) (?:left blank|omitted|deleted)|not used|deleted|reserved)[\])\s.]*$/i.test(
      words,
    )
  );
}

const NUMBER = "(\\d+(?:\\.\\d+)*(?:\\([a-z0-9]+\\))*|[A-Z]|[IVX]+)";
const UNIT = "(clause|section|paragraph|article|schedule|annex|appendix|exhibit|attachment)";
const REPLACED = new RegExp(
  `\\b${UNIT}s? ${NUMBER}(?:,? (?:\\([^()]{1,60}\\)|of the (?:[A-Z][\\w-]*|agreement|contract)(?: [A-Z][\\w-]*){0,4}))?,? (?:is|are|shall be|will be) (?:hereby )?(?:deleted(?: in (?:its|their) entirety)?|replaced|superseded|substituted|amended and restated)(?: in (?:its|their) entirety)?(?= |[.;,:]|$)([^.;]{0,60})`,
  "gi",
);
const DELETED_FIRST = new RegExp(
  `\\b(?:deletes?|deleting|replaces?|replacing) ${UNIT} ${NUMBER}(?= |[.;,:]|$)(?! (?:of (?:the|schedule|annex|exhibit)))([^.;]{0,40})`,
  "gi",
);

/** Clauses of other files that these words delete or replace as a whole. */
function replacedClauses(words: string, line: ReadableLine, draft: ContractDraft): number[] {
  if (!/\b(?:delet|replac|supersed|substitut|restated)/i.test(words)) return [];
  const own = draft.clauses[line.clause];
  const found: number[] = [];
  for (const pattern of [REPLACED, DELETED_FIRST]) {
    for (const match of words.matchAll(pattern)) {
      const before = words.slice(Math.max(0, match.index - 50), match.index);
      // "the words 'x' in clause 3 are replaced", "if clause 3 is replaced": only a part, or only perhaps.
      if (
        /\b(?:words?|sentence|reference|figure|phrase|definition|table)\b[^.]*$|\b(?:if|where|unless|until|when|to the extent|once|may|not)\b[^.]*$/i.test(
          before,
        )
      )
        continue;
      const target = otherFileClause(draft, own, match[1] ?? "", match[2] ?? "");
      if (target !== undefined) found.push(target);
    }
  }
  return found;
}

/** The clause of another file that carries the number; only where exactly one does. */
function otherFileClause(
  draft: ContractDraft,
  own: Clause | undefined,
  unit: string,
  number: string,
): number | undefined {
  if (draft.files.length < 2 || !own) return undefined;
  const isSchedule = /schedule|annex|appendix|exhibit|attachment/i.test(unit);
  const matches = draft.clauses.filter((clause) => {
    if (clause.file === own.file) return false;
    if (!isSchedule) return clause.number === number || clause.number === `${number}.`;
    return (
      clause.kind === "schedule" &&
      new RegExp(`^${unit}\\s+${number}\\b`, "i").test(`${clause.number} ${clause.heading}`.trim())
    );
  });
  return matches.length === 1 ? matches[0]?.index : undefined;
}

function addWithChildren(draft: ContractDraft, index: number, into: Set<number>): void {
  into.add(index);
  for (const clause of draft.clauses)
    if (clause.parent !== undefined && into.has(clause.parent)) into.add(clause.index);
}
