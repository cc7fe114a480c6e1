import type { ProvisionIndex } from "./provision-index.ts";

const MOST = 5;
/** Clauses that speak most of the subject, nearest first: what was searched, not what was found. */
export function nearestClauses(keys: readonly number[], index: ProvisionIndex): number[] {
  const { provisions } = index;
  const scores = new Float64Array(provisions.length);
  for (const key of keys) {
    const holding = index.holding(key).members();
    const rarity = Math.log(1 + provisions.length / (1 + holding.length));
    for (const at of holding) scores[at] = (scores[at] ?? 0) + rarity;
  }
  const byClause = new Map<number, number>();
  scores.forEach((score, at) => {
    const clause = provisions[at]?.clause ?? -1;
    if (score > (byClause.get(clause) ?? 0)) byClause.set(clause, score);
  });
  return [...byClause]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST)
    .map(([clause]) => clause);
}
