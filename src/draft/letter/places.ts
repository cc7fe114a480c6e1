import type { Evidence, Review } from "../../model/review.ts";
import { oneLine } from "./say.ts";

/** Places named beside a request. */
const MOST = 4;

/** Where something stands in the contract, in words that stand in a sentence. */
export interface Places {
  /** How many different places there are. */
  readonly count: (evidence: readonly Evidence[]) => number;
  /** "clauses 11.1 and 16.2"; of many the first. */
  readonly of: (evidence: readonly Evidence[]) => string;
}

/** Places of one review: a number that two files of a bundle have is named with its file. `nameClauses` makes a list of clauses. */
export function placesOf(review: Review, nameClauses: (clauses: readonly string[]) => string): Places {
  const files = new Map<string, Set<string>>();
  for (const { clause, file } of review.findings.flatMap(allEvidence)) {
    const own = files.get(clause) ?? new Set();
    files.set(clause, own.add(file));
  }
  const labelOf = ({ clause, heading, file }: Evidence) => {
    if (clause === "") return heading.trim() === "" ? "unnumbered" : `“${oneLine(heading)}”`;
    return (files.get(clause)?.size ?? 0) > 1 ? `${oneLine(clause)} (${oneLine(file)})` : oneLine(clause);
  };
  const order = review.contract.files.map(({ name }) => name);
  const distinct = (evidence: readonly Evidence[]) => {
    const inOrder = evidence.toSorted((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.start - b.start);
    return [...new Set(inOrder.map(labelOf))];
  };
  return {
    count: (evidence) => Math.min(distinct(evidence).length, MOST),
    of: (evidence) => nameClauses(distinct(evidence).slice(0, MOST)),
  };
}

function allEvidence({ evidence, elements, quantities }: Review["findings"][number]): Evidence[] {
  return [...evidence, ...elements.flatMap((one) => one.evidence), ...quantities.flatMap((one) => one.evidence)];
}

/** Longest quotation, in characters. */
const LONGEST = 320;
/** A cell of a table, or a heading, has neither a stop nor so many words, and says nothing by itself. */
const WORDS_OF_A_SENTENCE = 12;

/** The contract's own words, as far as a letter quotes them; "" where they say nothing by themselves. */
export function quotable({ quote, shown }: Evidence): string {
  const text = oneLine(shown ?? quote);
  if (!/[.;:,]$/.test(text) && text.split(" ").length < WORDS_OF_A_SENTENCE) return "";
  if (text.length <= LONGEST) return text;
  const [start = ""] = new RegExp(`^.{0,${LONGEST}}(?=\\s)`, "su").exec(text) ?? [];
  return `${start} …`;
}
