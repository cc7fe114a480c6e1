import type { Bearer } from "../../model/function.ts";
import type { Evidence, Handover, Responsibility, Review } from "../../model/review.ts";
import { clauseWords, counted, sentenceCase } from "./words.ts";

type Allocation = Responsibility["allocation"];

interface QuoteView {
  readonly text: string;
  readonly place: string;
  readonly file: string;
  readonly page: string;
}

interface Cell {
  /** whole, part, also, both, claimed, named or none: for colour. */
  readonly kind: string;
  /** The party's letter in the picture. */
  readonly letter: string;
  readonly word: string;
  readonly quotes: readonly QuoteView[];
}

export interface MatrixRow {
  readonly id: string;
  readonly name: string;
  readonly core: boolean;
  readonly allocation: Allocation;
  readonly word: string;
  /** True where nobody can tell who must act: a hole in the split. */
  readonly hole: boolean;
  readonly cells: readonly Cell[];
  readonly explanation: string;
  readonly concerns: readonly string[];
  /** What names it though nobody bears it. */
  readonly named: readonly QuoteView[];
  readonly handovers: readonly { readonly sentence: string; readonly quotes: readonly QuoteView[] }[];
}

export interface MatrixView {
  /** "Twelve of 46 functions have no clear owner, five of them core."; "" where the review holds no functions. */
  readonly sentence: string;
  /** Heads of the parties' columns, with the contract's own names. */
  readonly parties: readonly { readonly role: string; readonly letter: string; readonly name: string }[];
  /** What a picture of the matrix shows, in one sentence: "Supplier 20, customer 8, shared and split 3, …". */
  readonly picture: string;
  /** The holes first, then group by group. */
  readonly sections: readonly { readonly title: string; readonly rows: readonly MatrixRow[] }[];
}

export const ALLOCATION_WORDS: Readonly<Record<Allocation, string>> = {
  conflicting: "Conflicting",
  "shared-unsplit": "Shared, not split",
  unassigned: "Nobody",
  supplier: "Supplier",
  customer: "Customer",
  "third-party": "Third party",
  "shared-split": "Shared, split",
};

const ALLOCATIONS_IN_ORDER = Object.keys(ALLOCATION_WORDS) as Allocation[];
const orderOf = (allocation: Allocation) => ALLOCATIONS_IN_ORDER.indexOf(allocation);
const HOLES: readonly Allocation[] = ["conflicting", "shared-unsplit", "unassigned"];
const BEARERS: readonly Bearer[] = ["supplier", "customer", "third-party"];
export const BEARER_WORDS: Readonly<Record<Bearer, string>> = {
  supplier: "Supplier",
  customer: "Customer",
  "third-party": "Third party",
};

/** Who does what according to the contract: conflicts and other holes first (core functions before the rest), then by group. */
export function matrixView(review: Review): MatrixView {
  const rows = review.responsibilities.map((item) => ({ group: item.group, row: rowOf(item) }));
  const holes = rows
    .map(({ row }) => row)
    .filter((row) => row.hole)
    .toSorted((a, b) => orderOf(a.allocation) - orderOf(b.allocation) || Number(b.core) - Number(a.core));
  const groups = Map.groupBy(
    rows.filter(({ row }) => !row.hole),
    ({ group }) => group,
  );
  return {
    sentence: sentence(rows.length, holes),
    parties: BEARERS.map((role) => ({ role: BEARER_WORDS[role], letter: letterOf(role), name: nameOf(review, role) })),
    picture: pictureWords(review),
    sections: [
      ...(holes.length > 0 ? [{ title: "Without a clear owner", rows: holes }] : []),
      ...[...groups].map(([title, own]) => ({ title, rows: own.map(({ row }) => row) })),
    ],
  };
}

function letterOf(party: Bearer): string {
  return BEARER_WORDS[party].charAt(0);
}

function pictureWords({ responsibilities }: Review): string {
  const parts = ALLOCATIONS_IN_ORDER.map((allocation) => {
    const count = responsibilities.filter((item) => item.allocation === allocation).length;
    return count === 0 ? "" : `${ALLOCATION_WORDS[allocation].toLowerCase()}: ${count}`;
  }).filter((part) => part !== "");
  return `Functions by who bears them. ${sentenceCase(parts.join("; "))}. The table says the same in words.`;
}

function nameOf(review: Review, role: Bearer): string {
  const names = review.contract.parties.filter((party) => party.role === role).map((party) => party.name);
  return names.filter((name) => name.toLowerCase() !== role).join(", ");
}

function rowOf(item: Responsibility): MatrixRow {
  return {
    id: item.functionId,
    name: item.name,
    core: item.core,
    allocation: item.allocation,
    word: ALLOCATION_WORDS[item.allocation],
    hole: HOLES.includes(item.allocation),
    cells: BEARERS.map((party) => cellOf(item, party)),
    explanation: item.explanation,
    concerns: item.concerns,
    named: item.evidence.filter((quote) => quote.bearer === "nobody").map(quoteView),
    handovers: item.handovers.map((handover) => ({
      sentence: handoverSentence(handover),
      quotes: handover.evidence.map(quoteView),
    })),
  };
}

const CELL_WORDS = {
  whole: "Bears it",
  part: "A part",
  also: "Also named",
  both: "Both",
  claimed: "Claimed",
  named: "Named only",
  none: "–",
} as const;

function cellOf(item: Responsibility, party: Bearer): Cell {
  const quotes = item.evidence.filter(
    ({ bearer }) => bearer === party || (bearer === "both" && party !== "third-party"),
  );
  const kind = quotes.length === 0 ? "none" : kindOf(item.allocation, party);
  return { kind, letter: letterOf(party), word: CELL_WORDS[kind], quotes: quotes.map(quoteView) };
}

function kindOf(allocation: Allocation, party: Bearer): Exclude<keyof typeof CELL_WORDS, "none"> {
  if (allocation === "conflicting") return "claimed";
  if (allocation === "unassigned") return "named";
  if (allocation === "shared-unsplit") return "both";
  if (allocation === "shared-split") return "part";
  // A table that names the function decides; whoever else is named beside it bears nothing by that.
  return allocation === party ? "whole" : "also";
}

/** "Supplier tells customer within 24 hours, through: email". */
export function handoverSentence({ from, to, withinHours, contact }: Handover): string {
  const who = from ? BEARER_WORDS[from] : "One party";
  const whom = to ? BEARER_WORDS[to].toLowerCase() : "the other";
  const when = withinHours === undefined ? ", no time stated" : ` within ${hoursWords(withinHours)}`;
  return `${who} tells ${whom}${when}${contact === undefined ? "" : `; contact: “${contact}”`}`;
}

function hoursWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (hours < 1) return minutes === 1 ? "one minute" : `${minutes} minutes`;
  return hours === 1 ? "one hour" : `${Number(hours.toFixed(1))} hours`;
}

function quoteView(evidence: Evidence): QuoteView {
  return {
    text: evidence.shown ?? evidence.quote,
    place: sentenceCase(clauseWords(evidence)),
    file: evidence.file,
    page: evidence.page === undefined ? "" : `page ${evidence.page}`,
  };
}

function sentence(total: number, holes: readonly MatrixRow[]): string {
  if (total === 0) return "";
  if (holes.length === 0) return `Each of ${counted(total, "function")} has a clear owner.`;
  const core = holes.filter((row) => row.core).length;
  const some = core === 1 ? "one of them a core function" : `${core} of them core functions`;
  const tail = core === 0 ? "" : `, ${holes.length === 1 ? "a core function" : some}`;
  return `${sentenceCase(counted(holes.length, "function"))} of ${total} ${holes.length === 1 ? "has" : "have"} no clear owner${tail}.`;
}
