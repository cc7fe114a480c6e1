import type { RedlineWords } from "../../model/redline-words.ts";
import type { Library, Requirement } from "../../model/requirement.ts";
import type { Review } from "../../model/review.ts";
import { type ClauseLine, fillLines, parseClauseTemplate, type TemplateValues } from "../clause-template.ts";
import { needsDeal } from "../needs-deal.ts";
import { anchorsIn } from "../references.ts";
import { capital } from "../template-values.ts";
import type { OwnTerms } from "./own-terms.ts";

/** Lines of a model clause for a contract that exists, or why there are none. */
export type ChosenLines =
  | { readonly lines: readonly ClauseLine[] }
  /** deal: they state facts of a deal that nobody gave. schedules: they rest on a schedule to be attached. facts: none may be used. */
  | { readonly lacks: "deal" | "schedules" | "facts" };

export interface LineChoice {
  readonly library: Library;
  readonly values: TemplateValues;
  readonly isDealKnown: boolean;
  readonly words: RedlineWords;
  readonly facts: Review["facts"];
  readonly ownTerms: OwnTerms;
  readonly omitted: ReadonlyMap<string, ReadonlySet<string>>;
  /** The elements to be stated; undefined for the whole clause. */
  readonly elements: ReadonlySet<string> | undefined;
}

/**
 * The lines of the model clause that state the elements asked for, each item with the sentence it completes. Of a whole clause, what rests
 * on an unknown deal or on a schedule is left out where no mandatory element needs it.
 */
export function chosenLines(requirement: Requirement, choice: LineChoice): ChosenLines {
  const { library, values, isDealKnown } = choice;
  const template = parseClauseTemplate(library.templates.get(requirement.template) ?? "");
  const filled = withoutWords(fillLines(template, values), choice);
  const omitted = choice.omitted.get(requirement.id);
  // A clause whose lines do not say which elements they state comes whole.
  const isStated = template.some(({ states }) => states.some((id) => choice.elements?.has(id)));
  const elements = isStated ? choice.elements : undefined;
  const mandatory = new Set(requirement.elements.filter((element) => element.mandatory).map(({ id }) => id));
  const asked = elements ?? mandatory;
  const troubles = template.map(({ source }, i) => {
    if (!isDealKnown && needsDeal(source)) return "deal" as const;
    return anchorsIn(filled[i]?.text ?? "").length > 0 ? ("schedules" as const) : undefined;
  });
  const wanted = template.map(({ states }, i) => {
    const isAsked = states.some((id) => asked.has(id));
    return isAsked || (elements === undefined && troubles[i] === undefined);
  });
  const kept = template.map(() => false);
  for (const [i, line] of template.entries()) {
    if (line.level === 1) continue;
    const items = itemsOf(template, i);
    const some = items.filter((at) => wanted[at]);
    if (!wanted[i] && some.length === 0) continue;
    // A sentence that is asked for itself comes with all that completes it.
    for (const at of [i, ...(some.length > 0 ? some : items)]) kept[at] = true;
  }
  for (let i = template.length - 1; i > 0; i--) {
    if (!kept[i] || template[i]?.level !== 0 || !isLeaning(filled[i]?.text ?? "")) continue;
    const before = template.findLastIndex((line, at) => at < i && line.level === 0);
    for (const at of [before, ...itemsOf(template, before)]) if (before >= 0) kept[at] = true;
  }
  const lacking = troubles.find((trouble, i) => trouble !== undefined && kept[i]);
  if (lacking) return { lacks: lacking };
  const lines = punctuated(filled.filter((line, i) => kept[i] && line.text !== ""));
  const usable = lines
    .map((line) => ({ ...line, text: choice.ownTerms(line.text) }))
    .filter(({ text }) => !omitted?.has(text));
  return usable.length === 0 ? { lacks: omitted ? "facts" : "deal" } : { lines: usable };
}

/** Without the words that belong to facts which the contract does not show. */
function withoutWords(lines: readonly ClauseLine[], { words, facts }: LineChoice): ClauseLine[] {
  const absent = facts.filter(({ value }) => !value).flatMap(({ id }) => words.ofFacts[id] ?? []);
  return lines.map((line) => ({
    ...line,
    text: absent.reduce((text, { of, without }) => text.replaceAll(of, without), line.text),
  }));
}

/**
 * A sentence that says nothing by itself: it speaks of what the one before it names ("That firm shall ...", "The audits include ...",
 * "the processing record contains:").
 */
function isLeaning(text: string): boolean {
  return LEANING.test(text) || /^[Tt]he \p{Ll}/u.test(text) || /(?<!\p{L})the \p{Ll}[^:]*:$/u.test(text);
}

const LEANING =
  /(?<!\p{L})(?:this|these|those) (?!Agreement|Schedule)\p{Ll}|(?<!\p{L})that (?:firm|duty|layer|notice|time|report|plan|case) |^(?:it|they|such) /iu;

/** Positions of the items below a sentence. */
function itemsOf(template: readonly { readonly level: 0 | 1 }[], at: number): number[] {
  const items: number[] = [];
  for (let i = at + 1; template[i]?.level === 1; i++) items.push(i);
  return template[at]?.level === 0 ? items : [];
}

/** Of a list from which items were taken, the last but one ends in "; and", the last in a full stop. */
function punctuated(lines: readonly ClauseLine[]): ClauseLine[] {
  return lines.map((line, i) => {
    if (line.level === 0) return { ...line, text: capital(line.text) };
    const joint = /; (and|or)$/.exec(lines.find(({ text }) => /; (?:and|or)$/.test(text))?.text ?? "")?.[1] ?? "and";
    const bare = line.text.replace(/(?:; (?:and|or)|[;.,])$/, "");
    if (lines[i + 1]?.level !== 1) return { ...line, text: `${bare}.` };
    return { ...line, text: lines[i + 2]?.level === 1 ? `${bare};` : `${bare}; ${joint}` };
  });
}
