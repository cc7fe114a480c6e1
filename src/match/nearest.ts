import type { ProvisionIndex } from "./provision-index.ts";

const MOST = 5;
/** Clauses that speak most of the subject, nearest first: what was searched, not what was found. */
export function nearestClauses(stems: readonly string[], index: ProvisionIndex): number[] {
  const scores = new Map<number, number>();
  const total = index.provisions.length;
  for (const key of stems) {
    const holding = index.holding(key);
    const rarity = Math.log(1 + total / (1 + holding.length));
    for (const at of holding) scores.set(at, (scores.get(at) ?? 0) + rarity);
  }
  const byClause = new Map<number, number>();
  for (const [at, score] of scores) {
    const clause = index.provisions[at]?.clause ?? -1;
    byClause.set(clause, Math.max(byClause.get(clause) ?? 0, score));
  }
  return [...byClause]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST)
    .map(([clause]) => clause);
}
