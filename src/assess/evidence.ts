// Verdicts. In: hits, a playbook's choice, what could not be read. Out: findings of the review form.
// Never: searching text for phrases, markup, files.

import type { Span } from "../model/block.ts";
import type { Clause, Contract } from "../model/contract.ts";
import type { Hit } from "../model/match.ts";
import type { Evidence } from "../model/review.ts";
import { shownText } from "../text/shown.ts";

/** Which entry of the library weak or adverse wording comes from, and why it matters. */
export interface Reason {
  /** Absent where the reason is not the library's: why something near does not count. */
  readonly wording?: string;
  readonly because: string;
}

/** The hit's quotes as evidence; each equals `Contract.text` from start to end. */
export function toEvidence(contract: Contract, hit: Hit, supports: Evidence["supports"], reason?: Reason): Evidence[] {
  return hit.spans.map((span) => quoteOf(contract, hit.clause, span, supports, reason));
}

/** One quote with file, page and clause. */
export function quoteOf(
  contract: Contract,
  clauseIndex: number,
  span: Span,
  supports: Evidence["supports"],
  reason?: Reason,
): Evidence {
  const clause = contract.clauses[clauseIndex];
  const quote = contract.text.slice(span.start, span.end);
  const shown = shownText(contract.text, contract.hidden, span);
  const page = pageAt(contract, span.start);
  return {
    file: contract.files[clause?.file ?? 0]?.name ?? "",
    ...(page === undefined ? {} : { page }),
    ...placeOf(contract, clauseIndex),
    start: span.start,
    end: span.end,
    quote,
    ...(shown === quote ? {} : { shown }),
    supports,
    ...(reason ?? {}),
  };
}

/** How a person would cite the clause: "14.2 Personal data breach", its heading alone, or "unnumbered". */
export function clauseLabel(contract: Contract, index: number): string {
  const { clause, heading } = placeOf(contract, index);
  return `${clause} ${heading}`.trim() || "unnumbered";
}

/** Number and heading of a clause, each its own or that of the nearest clause above it that has one; "" where none has. */
export function placeOf(contract: Contract, index: number): { clause: string; heading: string } {
  const clause = contract.clauses[index];
  return clause
    ? { clause: citableNumber(contract, clause), heading: nearestHeading(contract, clause) }
    : { clause: "", heading: "" };
}

/** The clause's number, or that of the nearest clause above it that has one. */
function citableNumber(contract: Contract, clause: Clause): string {
  for (
    let at: Clause | undefined = clause;
    at;
    at = at.parent === undefined ? undefined : contract.clauses[at.parent]
  ) {
    if (at.number !== "") return at.number;
  }
  return "";
}

function nearestHeading(contract: Contract, clause: Clause): string {
  for (
    let at: Clause | undefined = clause;
    at;
    at = at.parent === undefined ? undefined : contract.clauses[at.parent]
  ) {
    if (at.heading !== "") return at.heading;
  }
  return "";
}

function pageAt(contract: Contract, offset: number): number | undefined {
  let low = 0;
  let high = contract.pageStarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((contract.pageStarts[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const start = contract.pageStarts[low - 1];
  const file = contract.files.findIndex((f) => offset >= f.span.start && offset < f.span.end);
  return start && start.file === file ? start.page : undefined;
}
