import type { Pairing } from "./pairing.ts";
import type { ClauseWords } from "./words.ts";

/**
 * Pairs clauses with the same words, wherever they stand. Where the same words stand several times, the neighbours decide, then
 * what they stand under, then the number, then the order.
 */
export function pairEqual(pairing: Pairing): void {
  const groups = groupsOf(pairing);
  for (const { old, now } of groups) if (old.length === 1 && now.length === 1) pairing.pair(old[0] ?? -1, now[0] ?? -1);
  const repeated = groups.filter(({ old, now }) => old.length > 1 || now.length > 1);
  if (repeated.length === 0) return;
  fromNeighbours(pairing);
  within(pairing, repeated, (old, now) => pairing.isUnderSame(old, now));
  fromNeighbours(pairing);
  within(pairing, repeated, (old, now) => pairing.old[old]?.clause.number === pairing.now[now]?.clause.number);
  within(pairing, repeated, () => true);
}

interface Group {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

function groupsOf({ old, now }: Pairing): Group[] {
  const groups = new Map<string, { old: number[]; now: number[] }>();
  const of = ({ mask }: ClauseWords) => {
    const known = groups.get(mask) ?? { old: [], now: [] };
    groups.set(mask, known);
    return known;
  };
  for (const each of old) if (each.words.length > 0) of(each).old.push(each.clause.index);
  for (const each of now) if (each.words.length > 0) of(each).now.push(each.clause.index);
  return [...groups.values()].filter((group) => group.old.length > 0 && group.now.length > 0);
}

/** From every pair on, forwards and backwards, as long as the next clauses are equal. */
function fromNeighbours(pairing: Pairing): void {
  for (const step of [1, -1]) {
    for (const [old, now] of pairing.pairs()) {
      let a = old + step;
      let b = now + step;
      while (isEqual(pairing, a, b) && pairing.pair(a, b)) {
        a += step;
        b += step;
      }
    }
  }
}

function isEqual({ old, now }: Pairing, a: number, b: number): boolean {
  const one = old[a];
  const other = now[b];
  return one !== undefined && other !== undefined && one.words.length > 0 && one.mask === other.mask;
}

/** Pairs free members of each group for which the test holds, first with first. Groups are small except where a cell like "Yes" repeats. */
function within(pairing: Pairing, groups: readonly Group[], test: (old: number, now: number) => boolean): void {
  for (const group of groups) {
    let free = group.now.filter((now) => pairing.isFreeNew(now));
    for (const old of group.old) {
      if (free.length === 0) break;
      if (!pairing.isFreeOld(old)) continue;
      const found = free.find((now) => test(old, now));
      if (found === undefined) continue;
      pairing.pair(old, found);
      free = free.filter((now) => now !== found);
    }
  }
}
