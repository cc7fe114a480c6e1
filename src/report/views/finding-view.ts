// The views of a review. In: a Review. Out: the text of one report file. Never: a judgement of its own, a clock, a
// network request; and no text of the contract reaches a page unescaped.
import type { ElementResult, Finding, PolicyGap, Verdict } from "../../model/review.ts";
import { type QuoteView, quoteView, quoteViews, SHOWN } from "./quote-views.ts";
import { AREA_WORDS, dayWords, letter, numberGapWords, quantityWords, SEVERITY_WORDS, VERDICT_WORDS } from "./words.ts";

interface ElementView {
  /** "a", "b", …: quotes refer to it. */
  readonly letter: string;
  readonly text: string;
  readonly state: "met" | "weak" | "unmet" | "open";
  readonly word: string;
  readonly mandatory: boolean;
  readonly beyondStatute: boolean;
  readonly places: readonly { readonly href: string; readonly label: string }[];
  /** Further places that say the same and are not shown. */
  readonly more: number;
}

/** One finding as the templates need it: every field present, so that a misspelt one stops the build of a report. */
export interface FindingView {
  readonly anchor: string;
  readonly number: number;
  readonly title: string;
  readonly requirementId: string;
  readonly verdict: Verdict;
  readonly verdictWord: string;
  readonly severity: string;
  readonly severityWord: string;
  readonly confidence: string;
  readonly area: string;
  readonly explanation: string;
  readonly why: string;
  readonly elements: readonly ElementView[];
  readonly quotes: readonly QuoteView[];
  /** Where the quotes stand, each place once. */
  readonly places: readonly string[];
  readonly quantities: readonly {
    readonly subject: string;
    readonly found: string;
    readonly limit: string;
    readonly standing: string;
    readonly word: string;
  }[];
  readonly position: { readonly word: string; readonly note: string; readonly approval: string } | undefined;
  /** Where it is weaker than the company's own policy. */
  readonly ownPolicy: readonly { readonly said: string; readonly quote: string; readonly place: string }[];
  /** Who accepted the shortfall. */
  readonly deviation: DeviationView | undefined;
  readonly searched: SearchedView | undefined;
  readonly citations: readonly string[];
  /** Paragraphs of the suggested clause. */
  readonly suggestion: readonly string[];
  readonly suggestionAnchor: string;
}

interface DeviationView {
  /** "Accepted until 1 March 2027"; "Accepted until 1 March 2026: expired, counts again". */
  readonly word: string;
  readonly holds: boolean;
  readonly by: string;
  readonly because: string;
  /** "1 October 2026". */
  readonly accepted: string;
}

interface SearchedView {
  readonly open: boolean;
  readonly clausesRead: number;
  readonly nearest: readonly QuoteView[];
  readonly unread: readonly string[];
}

const STANDINGS = { within: "within the limit", weak: "beyond the limit", failing: "beyond what can be accepted" };
const POSITION_WORDS = {
  preferred: "as wanted",
  acceptable: "within the limits, though less than wanted",
  fallback: "a fallback that may be accepted",
  below: "less than any fallback",
  unacceptable: "not to be signed as it stands",
};
const APPROVER_WORDS = { procurement: "procurement", legal: "legal", ciso: "the CISO" };
const ELEMENT_WORDS = { met: "met", weak: "met weakly", unmet: "not met", open: "not decided" };

/** Prepares a finding for the page; `number` is its place in the report, from 1; of each element at most `most` quotes. */
export function findingView(finding: Finding, number: number, most = SHOWN): FindingView {
  const anchor = `finding-${number}`;
  const quotes = quoteViews(finding, anchor, most);
  return {
    anchor,
    number,
    title: finding.title,
    requirementId: finding.requirementId,
    verdict: finding.verdict,
    verdictWord: VERDICT_WORDS[finding.verdict],
    severity: finding.severity,
    severityWord: SEVERITY_WORDS[finding.severity],
    confidence: `${Math.floor(finding.confidence * 100)} %`,
    area: AREA_WORDS[finding.area],
    explanation: finding.explanation,
    why: finding.why,
    elements: finding.elements.map((element, index) => ({
      ...elementView(element, letter(index), finding.verdict, quotes),
      more: Math.max(0, element.evidence.length - most),
    })),
    quotes,
    places: [...new Set(quotes.map(({ place }) => place))],
    quantities: finding.quantities.map((quantity) => ({
      ...quantityWords(quantity),
      standing: quantity.standing,
      word: STANDINGS[quantity.standing],
    })),
    position: positionView(finding.position),
    ownPolicy: (finding.weakerThanPolicy ?? []).map((gap) => policyGapView(gap, finding)),
    deviation: deviationView(finding.deviation),
    searched: searchedView(finding, anchor),
    citations: finding.citations,
    suggestion: finding.verdict === "covered" ? [] : paragraphs(finding.suggestion),
    suggestionAnchor: `${anchor}-clause`,
  };
}

function elementView(
  element: ElementResult,
  own: string,
  verdict: Verdict,
  quotes: readonly QuoteView[],
): Omit<ElementView, "more"> {
  const state = element.met ? (element.weak ? "weak" : "met") : verdict === "undecided" ? "open" : "unmet";
  const places = quotes
    .filter((quote) => quote.letters.includes(own))
    .map((quote) => ({ href: `#${quote.anchor}`, label: quote.place }));
  const { text, mandatory, beyondStatute } = element;
  return { letter: own, text, state, word: ELEMENT_WORDS[state], mandatory, beyondStatute, places };
}

/** Nothing is said of what stands as the playbook wants it, nor of a gap that it says nothing of. */
function positionView(position: Finding["position"]): FindingView["position"] {
  if (!position || position.level === "preferred" || (position.level === "below" && position.note === ""))
    return undefined;
  return {
    word: POSITION_WORDS[position.level],
    note: position.note,
    approval: position.approval === undefined ? "" : APPROVER_WORDS[position.approval],
  };
}

const STATUS_WORDS = {
  active: "",
  expired: ": expired, counts again",
  outgrown: ": does not hold, the contract is worse than what was accepted",
  "not-yet": ": does not hold yet",
  "not-needed": ": no longer needed",
};

function deviationView(deviation: Finding["deviation"]): DeviationView | undefined {
  if (!deviation) return undefined;
  const { by, because, accepted, until, status } = deviation;
  return {
    word: `Accepted until ${dayWords(until)}${STATUS_WORDS[status]}`,
    holds: status === "active",
    by,
    because,
    accepted: dayWords(accepted),
  };
}

const HOW_WORDS = {
  "not-met": "the contract does not say it",
  weakly: "the contract says it in weak words only",
  "taken-back": "another clause takes it back",
};

function policyGapView(gap: PolicyGap, finding: Finding): FindingView["ownPolicy"][number] {
  const element = finding.elements.find(({ id }) => id === gap.element)?.text ?? "";
  const said = gap.how === "number" ? numberGapWords(gap) : `${element}: ${HOW_WORDS[gap.how]}`;
  const { quote, file, clause } = gap.policy;
  return { said, quote, place: clause === "" ? file : `${file}, ${clause}` };
}

/** The proof of absence. Shown for missing (open), partial and undecided; elsewhere nothing was found absent. */
function searchedView({ verdict, searched }: Finding, anchor: string): SearchedView | undefined {
  if (verdict !== "missing" && verdict !== "partial" && verdict !== "undecided") return undefined;
  return {
    open: verdict !== "partial",
    clausesRead: searched.clausesRead,
    nearest: searched.near.map((evidence, index) => beginning(quoteView(evidence, [], `${anchor}-n${index + 1}`))),
    unread: pagesByFile(searched.unreadPages),
  };
}

/** Enough of a quote to know the provision by. */
function beginning(quote: QuoteView): QuoteView {
  const [start = ""] = /^.{0,240}(?=\s|$)/s.exec(quote.text) ?? [];
  return start.length < quote.text.length ? { ...quote, text: `${start} …` } : quote;
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** "msa.pdf: pages 3-5, 9", one line a file. */
function pagesByFile(pages: Finding["searched"]["unreadPages"]): string[] {
  return [...Map.groupBy(pages, ({ file }) => file)].map(([file, own]) => {
    const numbers = [...new Set(own.map(({ page }) => page))].toSorted((a, b) => a - b);
    const starts = numbers.filter((page) => !numbers.includes(page - 1));
    const runs = starts.map((start) => {
      const end = numbers.find((page) => page >= start && !numbers.includes(page + 1)) ?? start;
      return start === end ? `${start}` : `${start}–${end}`;
    });
    return `${file}: page${numbers.length === 1 ? "" : "s"} ${runs.join(", ")}`;
  });
}
