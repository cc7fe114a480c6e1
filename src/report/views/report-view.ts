import { type Finding, type Review, SEVERITIES, type Verdict } from "../../model/review.ts";
import { type Bar, barOf } from "./bar-of.ts";
import { type FindingView, findingView } from "./finding-view.ts";
import { type HeatRow, heatMap } from "./heat-map.ts";
import { type MatrixView, matrixView } from "./matrix-view.ts";
import { orderFindings, VERDICT_ORDER } from "./order-findings.ts";
import { SHOWN } from "./quote-views.ts";
import { reservationOf } from "./reservation.ts";
import { summarise } from "./summarise.ts";
import {
  AREA_WORDS,
  clauseWords,
  dayWords,
  FACT_WORDS,
  SEVERITY_WORDS,
  sentenceCase,
  VERDICT_MEANINGS,
  VERDICT_WORDS,
} from "./words.ts";

interface SeverityGroup {
  readonly severity: string;
  readonly word: string;
  readonly total: number;
  /** Adverse, missing, partial and undecided: shown in full. */
  readonly open: readonly FindingView[];
  /** One line each. */
  readonly covered: readonly FindingView[];
  readonly notApplicable: readonly FindingView[];
}

export interface ReportView {
  readonly title: string;
  readonly parties: readonly { readonly role: string; readonly name: string }[];
  /** The day for which accepted shortfalls were weighed, "1 March 2026"; "" where none were given. */
  readonly asOf: string;
  readonly sentence: string;
  readonly rest: string;
  /** Said at the top where part of the contract was not read; "" otherwise. */
  readonly reservation: string;
  readonly worst: readonly { readonly view: FindingView; readonly request: string }[];
  readonly verdicts: readonly { readonly verdict: Verdict; readonly word: string; readonly meaning: string }[];
  readonly areas: readonly AreaRow[];
  /** Severity by verdict. */
  readonly heat: readonly HeatRow[];
  /** Findings whose shortfall somebody accepted, whether or not that holds. */
  readonly accepted: readonly FindingView[];
  readonly groups: readonly SeverityGroup[];
  readonly matrix: MatrixView;
  readonly diagnostics: readonly { severity: string; word: string; message: string; place: string }[];
  readonly facts: readonly { sentence: string; answer: string; basis: string; quotes: readonly FactQuote[] }[];
  readonly terms: Review["definedTerms"];
  readonly playbook: Review["playbook"];
  readonly library: Review["library"];
  readonly files: readonly { name: string; mediaType: string; pages: number | ""; sha256: string }[];
}

interface FactQuote {
  readonly place: string;
  readonly text: string;
  readonly file: string;
  readonly page: string;
}

interface AreaRow {
  readonly name: string;
  readonly total: number;
  readonly cells: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly bar: readonly Bar[];
  /** The bar in words. */
  readonly barWords: string;
  /** "11 of 35 covered": of what applies. */
  readonly coveredWords: string;
}

const ROLES = { customer: "Customer", supplier: "Supplier", "third-party": "Third party" };
/** What a reader sees for how grave a limit is, worst first. */
export const DIAGNOSTIC_WORDS = { error: "Not read", warning: "Warning", info: "Note" };

/** Everything the page shows, in the order it shows it; of each element at most `most` quotes. Holds raw text: only the renderers escape. */
export function reportView(review: Review, most = SHOWN): ReportView {
  const ordered = orderFindings(review.findings);
  const views = new Map(ordered.map((finding, index) => [finding, findingView(finding, index + 1, most)]));
  const summary = summarise(review);
  return {
    title: review.contract.title,
    parties: review.contract.parties.map(({ name, role }) => ({ role: ROLES[role], name })),
    asOf: review.asOf === undefined ? "" : dayWords(review.asOf),
    // A line never ends between the number and its word.
    sentence: summary.sentence.replace(/(\d) critical/, "$1\u00a0critical"),
    rest: summary.rest,
    reservation: reservationOf(review),
    worst: summary.worst.flatMap(({ finding, request }) => {
      const view = views.get(finding);
      return view ? [{ view, request }] : [];
    }),
    verdicts: VERDICT_ORDER.map((verdict) => ({
      verdict,
      word: VERDICT_WORDS[verdict],
      meaning: VERDICT_MEANINGS[verdict],
    })),
    areas: summary.areas.map(({ area, counts, total }) => ({
      name: AREA_WORDS[area],
      total,
      cells: VERDICT_ORDER.map((verdict) => ({ verdict, count: counts[verdict] })),
      bar: barOf(counts),
      barWords: `${AREA_WORDS[area]}: ${barOf(counts)
        .map(({ verdict, count }) => `${count} ${VERDICT_WORDS[verdict].toLowerCase()}`)
        .join(", ")}`,
      coveredWords: coveredWords(counts.covered, total - counts["not-applicable"]),
    })),
    heat: heatMap(review),
    accepted: [...views.values()].filter(({ deviation }) => deviation !== undefined),
    groups: severityGroups(ordered, views),
    matrix: matrixView(review),
    diagnostics: limits(review).map((item) => ({
      severity: item.severity,
      word: DIAGNOSTIC_WORDS[item.severity],
      message: item.message,
      place: [item.file ?? "", item.page === undefined ? "" : `page ${item.page}`].filter(Boolean).join(", "),
    })),
    facts: review.facts.map(factView),
    terms: review.definedTerms,
    playbook: review.playbook,
    library: review.library,
    files: review.contract.files.map(({ name, mediaType, pages, sha256 }) => ({
      name,
      mediaType,
      pages: pages ?? "",
      sha256,
    })),
  };
}

function coveredWords(covered: number, applicable: number): string {
  return applicable === 0 ? "nothing applies" : `${covered} of ${applicable} covered`;
}

function severityGroups(ordered: readonly Finding[], views: ReadonlyMap<Finding, FindingView>): SeverityGroup[] {
  return SEVERITIES.map((severity) => {
    const own = ordered.filter((finding) => finding.severity === severity);
    const pick = (wanted: (verdict: Verdict) => boolean) =>
      own.filter(({ verdict }) => wanted(verdict)).flatMap((finding) => views.get(finding) ?? []);
    return {
      severity,
      word: SEVERITY_WORDS[severity],
      total: own.length,
      open: pick((verdict) => verdict !== "covered" && verdict !== "not-applicable"),
      covered: pick((verdict) => verdict === "covered"),
      notApplicable: pick((verdict) => verdict === "not-applicable"),
    };
  }).filter(({ total }) => total > 0);
}

/** Assumptions stand with the facts; worst first. */
function limits({ diagnostics }: Review): Review["diagnostics"] {
  const order = Object.keys(DIAGNOSTIC_WORDS);
  return diagnostics
    .filter(({ code }) => code !== "assumption")
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

function factView(fact: Review["facts"][number]): ReportView["facts"][number] {
  return {
    sentence: FACT_WORDS[fact.id],
    answer: fact.value ? "yes" : "no",
    basis: fact.assumed ? "assumed" : fact.evidence.length > 0 ? "from the contract" : "given",
    quotes: fact.evidence.map((evidence) => ({
      place: sentenceCase(clauseWords(evidence)),
      text: evidence.shown ?? evidence.quote,
      file: evidence.file,
      page: evidence.page === undefined ? "" : `page ${evidence.page}`,
    })),
  };
}
