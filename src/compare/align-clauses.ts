import { pairEqual } from "./pair-equal.ts";
import { pairHolders, pairSimilar } from "./pair-similar.ts";
import { Pairing } from "./pairing.ts";
import type { ClauseWords } from "./words.ts";

/** Which clause of the old version is which of the new one, whatever its number and place. Deterministic. */
export function alignClauses(old: readonly ClauseWords[], now: readonly ClauseWords[]): Pairing {
  const pairing = new Pairing(old, now);
  pairEqual(pairing);
  pairHolders(pairing);
  pairSimilar(pairing);
  return pairing;
}
