import type { Evidence, Finding } from "../../model/review.ts";
import { clauseWords, letter, sentenceCase } from "./words.ts";

/** One quoted provision with its place, shown once however many elements it supports. */
export interface QuoteView {
  readonly anchor: string;
  readonly kind: Evidence["supports"];
  readonly kindWord: string;
  readonly text: string;
  /** Why weak or adverse wording matters; "" where there is nothing to say. */
  readonly because: string;
  /** "Clause 14.2(a)". */
  readonly place: string;
  readonly heading: string;
  readonly file: string;
  /** "page 12"; "" where the format has no pages. */
  readonly page: string;
  /** Letters of the elements that this wording shows. */
  readonly letters: readonly string[];
}

/** Of an element's quotes a page shows the strongest; the JSON has them all. */
export const SHOWN = 4;

const KINDS: readonly Evidence["supports"][] = ["adverse", "weak", "element", "context"];
const KIND_WORDS = { adverse: "Works against you", weak: "Weak wording", element: "", context: "Context" };

/**
 * The wording a finding rests on, of each element at most `most` quotes: adverse first, then weak, then what meets elements;
 * within a kind in reading order.
 */
export function quoteViews(finding: Finding, anchor: string, most = SHOWN): QuoteView[] {
  const found = new Map<string, { evidence: Evidence; letters: Set<string> }>();
  const take = (evidence: Evidence, element?: string) => {
    const key = `${evidence.file}\n${evidence.start}\n${evidence.end}`;
    const known = found.get(key);
    const entry = known ?? { evidence, letters: new Set<string>() };
    if (known && rank(evidence) < rank(known.evidence)) entry.evidence = evidence;
    if (element !== undefined) entry.letters.add(element);
    found.set(key, entry);
  };
  for (const evidence of finding.evidence) take(evidence);
  for (const [index, element] of finding.elements.entries()) {
    for (const evidence of element.evidence.slice(0, most)) take(evidence, letter(index));
  }
  for (const evidence of finding.quantities.flatMap((quantity) => quantity.evidence)) take(evidence);
  return [...found.values()]
    .toSorted((a, b) => rank(a.evidence) - rank(b.evidence) || a.evidence.start - b.evidence.start)
    .map(({ evidence, letters }, index) => quoteView(evidence, [...letters].toSorted(), `${anchor}-q${index + 1}`));
}

/** One quote with its place. */
export function quoteView(evidence: Evidence, letters: readonly string[], anchor: string): QuoteView {
  return {
    anchor,
    kind: evidence.supports,
    kindWord: KIND_WORDS[evidence.supports],
    text: evidence.shown ?? evidence.quote,
    because: evidence.because ?? "",
    place: sentenceCase(clauseWords(evidence)),
    heading: evidence.clause === "" ? "" : evidence.heading,
    file: evidence.file,
    page: evidence.page === undefined ? "" : `page ${evidence.page}`,
    letters,
  };
}

function rank(evidence: Evidence): number {
  return KINDS.indexOf(evidence.supports);
}
