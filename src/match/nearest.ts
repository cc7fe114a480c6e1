import type { ProvisionIndex } from "./provision-index.ts";
import type { Provision } from "./provisions.ts";

const MOST = 5;

/** Provisions that speak most of the subject, one a clause, nearest first: what was searched, not what was found. */
export function nearestProvisions(keys: readonly number[], index: ProvisionIndex): Provision[] {
  const { provisions } = index;
  const scores = new Float64Array(provisions.length);
  for (const key of keys) {
    const holding = index.holding(key);
    const rarity = Math.log(1 + provisions.length / (1 + holding.length));
    for (const at of holding) scores[at] = (scores[at] ?? 0) + rarity;
  }
  const nearest: Provision[] = [];
  while (nearest.length < MOST) {
    let best = 0;
    for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
    const provision = provisions[best];
    if (!provision || !scores[best]) break;
    nearest.push(provision);
    for (let at = best; provisions[at]?.clause === provision.clause; at++) scores[at] = 0;
    for (let at = best - 1; provisions[at]?.clause === provision.clause; at--) scores[at] = 0;
  }
  return nearest;
}
