import type { WordingLine } from "../../model/letter-view.ts";
import type { Library, Playbook, Requirement } from "../../model/requirement.ts";
import type { Review } from "../../model/review.ts";
import {
  fillLines,
  letterOf,
  parseClauseTemplate,
  type TemplateLine,
  type TemplateValues,
} from "../clause-template.ts";
import { needsDeal } from "../needs-deal.ts";
import { templateValues } from "../template-values.ts";
import { inSentence } from "./points.ts";
import { oneLine, type Say } from "./say.ts";

/** The wording to ask for. */
export interface Wording {
  readonly lines: readonly WordingLine[];
  /** True where a part of it, or all, rests on facts of the deal and is not among the lines. */
  readonly isLacking: boolean;
}

/** Wording for one review: the contract's names, the numbers asked for, no fact of a deal. */
export function wordingValues(
  review: Review,
  library: Library,
  playbook: Playbook,
  wanted: ReadonlyMap<string, number>,
  say: Say,
  names: readonly string[],
): TemplateValues {
  const limits = Object.fromEntries([...wanted].map(([metric, value]) => [metric, { preferred: value, pass: value }]));
  const supplier = oneLine(review.contract.names.supplier);
  const references = {
    clause: (id: string) => say("other-clause", { subject: inSentence(library.notes.get(id)?.heading ?? id, names) }),
    schedule: (key: string): string => {
      throw new Error(`the schedule "${key}" rests on facts of the deal`);
    },
  };
  const own = { ...playbook, limits: { ...playbook.limits, ...limits } };
  const customer = oneLine(review.contract.names.customer);
  const deal = {
    services: say("services", { supplier }),
    governing_law: say("governing-law"),
    has_personal_data: review.facts.some(({ id, value }) => id === "personal_data" && value),
    customer_runs_guests: false,
    commencement: undefined,
  };
  return {
    // What is not here must not be named: a template that does throws.
    ...templateValues(library.requirements, own, { supplier, customer }, references, deal),
    is_uk: (playbook.law ?? "uk") === "uk",
    is_eu: playbook.law === "eu",
    is_agreement: true,
    has: () => false,
  };
}

/** The whole model clause; no line where any of it rests on facts of the deal. */
export function wholeClause(library: Library, requirement: Requirement, values: TemplateValues): Wording {
  const lines = linesOf(library, requirement);
  return lines.some(({ source }) => needsDeal(source))
    ? { lines: [], isLacking: true }
    : { lines: labelled(lines, values), isLacking: false };
}

/** Only the lines that state one of the elements, each item with the paragraph that it belongs to. */
export function linesFor(
  library: Library,
  requirement: Requirement,
  elements: ReadonlySet<string>,
  values: TemplateValues,
): Wording {
  const lines = linesOf(library, requirement);
  const wanted = lines.map(({ states }) => states.some((id) => elements.has(id)));
  // A line that points back says nothing without the line before it.
  for (let i = lines.length - 1; i > 0; i--) if (wanted[i] && pointsBack(lines[i]?.source ?? "")) wanted[i - 1] = true;
  const chosen = lines.filter((line, i) => wanted[i] || isLeadIn(line, i, lines, wanted));
  const usable: TemplateLine[] = [];
  for (const line of chosen) {
    const before = lines[lines.indexOf(line) - 1];
    const hasAntecedent = !pointsBack(line.source) || before === undefined || usable.includes(before);
    if (!needsDeal(line.source) && hasAntecedent) usable.push(line);
  }
  return { lines: labelled(usable, values), isLacking: usable.length < chosen.length };
}

/** Begins with a word for something that the line before it names: "That firm shall", "It shall", "{{Supplier}} shall give that notice". */
function pointsBack(source: string): boolean {
  return POINTS_BACK.test(source.replace(/^(?:\{\{[^}]*\}\}\s*)*(?=[A-Z])/, "")) || OBJECT_POINTS_BACK.test(source);
}

const POINTS_BACK =
  /^(?:That|Such|These|Those|It|They|This(?! (?:clause|Agreement)\b)|In (?:that|this|such a) case|The (?:auditing|testing) firm)\b/;
/** "shall ensure that" points at nothing before it. */
const OBJECT_POINTS_BACK =
  /^\S+(?: \S+)? shall (?!(?:ensure|procure|warrant|confirm|agree|demonstrate|show|prove|check) that)[a-z]+ (?:them|it|that|those|these|this) (?!clause)/;

function isLeadIn(line: TemplateLine, at: number, lines: readonly TemplateLine[], wanted: readonly boolean[]): boolean {
  if (line.level === 1) return false;
  const next = lines.findIndex(({ level }, i) => i > at && level === 0);
  return lines.slice(at + 1, next < 0 ? undefined : next).some((_, i) => wanted[at + 1 + i]);
}

function linesOf({ templates }: Library, { template }: Requirement): TemplateLine[] {
  return parseClauseTemplate(templates.get(template) ?? "");
}

function labelled(lines: readonly TemplateLine[], values: TemplateValues): WordingLine[] {
  let item = 0;
  return fillLines(lines, values).map(({ level, text }) => {
    item = level === 1 ? item + 1 : 0;
    const capital = text.charAt(0).toUpperCase() + text.slice(1);
    return level === 1 ? { label: `(${letterOf(item)})`, text } : { label: "", text: capital };
  });
}
