import type { Pairing } from "./pairing.ts";
import { type Profile, profileOf, similarity } from "./similarity.ts";

/** Shared pairs of words that stand in more clauses than this tell nothing about which of them it is. */
const COMMON = 30;
/** Candidates looked at for each clause. */
const MOST = 6;
/** Similar enough to be the same clause by its words alone. */
const BY_WORDS = 0.5;
/** Similar enough where place, number, heading or neighbours speak for it too. */
const BY_PLACE = 0.28;
const STRONG_PLACE = 0.2;
const ROUNDS = 6;

interface Candidate {
  readonly old: number;
  readonly now: number;
  readonly score: number;
}

/**
 * Pairs the clauses that are left by likeness: of words first, with number, heading, neighbours and what they stand under as
 * help. The likest pair goes first; equal ones go in reading order. Looks only at clauses that share rare words or stand where
 * the other is to be expected, so that time grows with the length of the contract and not with its square.
 */
export function pairSimilar(pairing: Pairing): void {
  const old = pairing.old.map(({ words }) => profileOf(words));
  const now = pairing.now.map(({ words }) => profileOf(words));
  for (let round = 0; round < ROUNDS; round++) {
    const found = candidates(pairing, old, now).toSorted((a, b) => b.score - a.score || a.old - b.old || a.now - b.now);
    const made = found.filter((each) => pairing.pair(each.old, each.now)).length;
    if (pairHolders(pairing) + made === 0) return;
  }
}

/** Clauses that hold the same clauses are the same, whatever became of their own words. Returns how many pairs were made. */
export function pairHolders(pairing: Pairing): number {
  const votes = new Map<number, Map<number, number>>();
  const children = new Map<number, number>();
  for (const [old, now] of pairing.pairs()) {
    const above = pairing.old[old]?.clause.parent;
    const aboveNow = pairing.now[now]?.clause.parent;
    if (above === undefined || aboveNow === undefined || !pairing.isFreeOld(above) || !pairing.isFreeNew(aboveNow))
      continue;
    const own = votes.get(above) ?? new Map<number, number>();
    own.set(aboveNow, (own.get(aboveNow) ?? 0) + 1);
    votes.set(above, own);
    children.set(above, (children.get(above) ?? 0) + 1);
  }
  let made = 0;
  for (const above of [...votes.keys()].sort((a, b) => b - a)) {
    const [best] = [...(votes.get(above) ?? [])].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    if (best && best[1] * 2 > (children.get(above) ?? 0) && pairing.pair(above, best[0])) made++;
  }
  return made === 0 ? 0 : made + pairHolders(pairing);
}

function candidates(pairing: Pairing, old: readonly Profile[], now: readonly Profile[]): Candidate[] {
  const postings = new Map<string, number[]>();
  const byNumber = new Map<string, number>();
  for (const { clause, words } of pairing.now) {
    if (words.length === 0 || !pairing.isFreeNew(clause.index)) continue;
    for (const shingle of now[clause.index]?.shingles.keys() ?? []) {
      const list = postings.get(shingle);
      if (list) list.push(clause.index);
      else postings.set(shingle, [clause.index]);
    }
    if (clause.number !== "" && !byNumber.has(clause.number)) byNumber.set(clause.number, clause.index);
  }
  return pairing.old.flatMap(({ clause, words }) => {
    const at = clause.index;
    if (words.length === 0 || !pairing.isFreeOld(at)) return [];
    const near = [neighbour(pairing, at, -1), neighbour(pairing, at, 1), byNumber.get(clause.number)];
    const likely = new Set([...sharing(old[at], postings), ...near.filter((index) => index !== undefined)]);
    return [...likely].flatMap((index) => {
      const one = old[at];
      const other = now[index];
      if (!one || !other || !pairing.isFreeNew(index) || pairing.now[index]?.words.length === 0) return [];
      const like = similarity(one, other);
      const place = placeBonus(pairing, at, index);
      const isSame = like >= BY_WORDS || (like >= BY_PLACE && place >= STRONG_PLACE);
      return isSame ? [{ old: at, now: index, score: like + place }] : [];
    });
  });
}

/** The clauses that share most rare pairs of words. */
function sharing(profile: Profile | undefined, postings: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>();
  for (const shingle of profile?.shingles.keys() ?? []) {
    const list = postings.get(shingle) ?? [];
    if (list.length <= COMMON) for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  return [...shared]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST)
    .map(([index]) => index);
}

/** The clause that stands beside what the neighbour of this one became. */
function neighbour(pairing: Pairing, old: number, step: 1 | -1): number | undefined {
  const beside = pairing.newOf(old + step);
  return beside === undefined ? undefined : beside - step;
}

function placeBonus(pairing: Pairing, old: number, now: number): number {
  const one = pairing.old[old];
  const other = pairing.now[now];
  if (!one || !other) return 0;
  const first = one.words.find(({ part }) => part === undefined)?.key;
  const isSameRow =
    one.clause.kind === "row" &&
    other.clause.kind === "row" &&
    first === other.words.find(({ part }) => part === undefined)?.key;
  return (
    (pairing.isUnderSame(old, now) ? 0.1 : 0) +
    (neighbour(pairing, old, -1) === now ? 0.05 : 0) +
    (neighbour(pairing, old, 1) === now ? 0.05 : 0) +
    (one.clause.number !== "" && one.clause.number === other.clause.number ? 0.1 : 0) +
    (one.clause.heading !== "" && one.clause.heading.toLowerCase() === other.clause.heading.toLowerCase() ? 0.1 : 0) +
    (isSameRow ? 0.15 : 0)
  );
}
