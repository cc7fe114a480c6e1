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
  const best = new Float64Array((provisions.at(-1)?.clause ?? -1) + 1);
  scores.forEach((score, at) => {
    const clause = provisions[at]?.clause ?? 0;
    if (score > (best[clause] ?? 0)) best[clause] = score;
  });
  const nearest: number[] = [];
  for (let rank = 0; rank < MOST; rank++) {
    let next = 0;
    for (let clause = 1; clause < best.length; clause++) if ((best[clause] ?? 0) > (best[next] ?? 0)) next = clause;
    if (!best[next]) break;
    nearest.push(next);
    best[next] = 0;
  }
  return nearest;
}
