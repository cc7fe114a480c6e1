import type { Clause, Contract } from "../../model/contract.ts";

/** Words that say nothing of a clause's subject. */
const EMPTY = new Set([
  "and",
  "or",
  "of",
  "the",
  "a",
  "an",
  "to",
  "for",
  "in",
  "on",
  "by",
  "with",
  "its",
  "other",
  "general",
  "obligations",
  "duties",
]);
/** Headings of one such word stand over anything. */
const BROAD = new Set(
  "security data service information personnel management governance compliance protection right law term".split(" "),
);

/**
 * The clause whose heading names the subject as one of `headings` does: all words of the one are words of the other. Of several the one
 * that stands over a clause of `spoken` (those that speak of it), then the one that agrees in most words, then the first.
 */
export function matchingClause(
  contract: Contract,
  headings: readonly string[],
  spoken: readonly (Clause | undefined)[],
): Clause | undefined {
  const wanted = headings.map(wordsOf);
  let best: { clause: Clause; score: number } | undefined;
  for (const clause of contract.clauses) {
    if ((clause.kind !== "heading" && clause.kind !== "clause") || clause.origin !== "body" || clause.heading === "")
      continue;
    if (isInTable(contract, clause) || /:\s*$/.test(clause.heading)) continue;
    const own = wordsOf(clause.heading);
    const isSpoken = spoken.some((one) => one && isWithin(contract, one, clause));
    const agreed = Math.max(0, ...wanted.map((words) => agreement(words, own, isSpoken)));
    if (agreed === 0) continue;
    const score = agreed + (isSpoken ? 10 : 0);
    if (!best || score > best.score) best = { clause, score };
  }
  return best?.clause;
}

/** How much two headings share; 0 where neither holds the other, unless the clause speaks of the subject and one telling word is in both. */
function agreement(wanted: ReadonlySet<string>, own: ReadonlySet<string>, isSpoken: boolean): number {
  const shared = [...wanted].filter((word) => own.has(word));
  const isHeld = shared.length === wanted.size || shared.length === own.size;
  const isTelling =
    shared.some((word) => !BROAD.has(word)) || (shared.length > 0 && wanted.size === own.size && isHeld);
  if (!isTelling || (!isHeld && !isSpoken)) return 0;
  return (2 * shared.length) / (wanted.size + own.size);
}

function wordsOf(heading: string): Set<string> {
  const words = heading.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.map((word) => word.replace(/(?<=\p{L}{3})s$/u, "")).filter((word) => !EMPTY.has(word)));
}

function isWithin(contract: Contract, clause: Clause, above: Clause): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent === undefined ? undefined : contract.clauses[at.parent])
    if (at === above) return true;
  return false;
}

function isInTable(contract: Contract, clause: Clause): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent === undefined ? undefined : contract.clauses[at.parent])
    if (at.kind === "table" || at.kind === "row") return true;
  return false;
}
