import type { ClausePlace } from "../model/comparison.ts";
import type { Clause, Contract } from "../model/contract.ts";

/** Where a clause stands: its number and heading, each its own or that of the nearest clause above it that has one. */
export function placeOf(contract: Contract, clause: Clause): ClausePlace {
  return {
    file: contract.files[clause.file]?.name ?? "",
    ...(clause.page === undefined ? {} : { page: clause.page }),
    clause: nearest(contract, clause, ({ number }) => number),
    heading: nearest(contract, clause, ({ heading }) => heading),
  };
}

/** The place as a person would cite it: "14.2 Personal data breach". */
export function labelOf(contract: Contract, clause: Clause): string {
  const { clause: number, heading } = placeOf(contract, clause);
  return `${number} ${heading}`.trim();
}

/** Index of the clause that holds an offset of `Contract.text`: that whose heading or body starts last at or before it. */
export function clauseAt(contract: Contract): (offset: number) => number | undefined {
  const starts = contract.clauses
    .flatMap((clause) =>
      [clause.headingSpan, ...clause.body].flatMap((span) =>
        span ? [{ start: span.start, index: clause.index }] : [],
      ),
    )
    .sort((a, b) => a.start - b.start || a.index - b.index);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.index;
  };
}

function nearest(contract: Contract, clause: Clause, read: (clause: Clause) => string): string {
  for (let at: Clause | undefined = clause; at; at = above(contract, at)) {
    const found = read(at);
    if (found !== "") return found;
  }
  return "";
}

function above(contract: Contract, clause: Clause): Clause | undefined {
  return clause.parent === undefined ? undefined : contract.clauses[clause.parent];
}
