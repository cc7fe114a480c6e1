import type { Word } from "./words.ts";

/** What a clause is compared by: its words and its pairs of neighbouring words, each with how often it stands there. */
export interface Profile {
  readonly words: ReadonlyMap<string, number>;
  readonly shingles: ReadonlyMap<string, number>;
  readonly length: number;
}

/** A clause of fewer words than this is known by single words. */
const SHORT = 4;
/** Fewer words than this inside a longer clause may stand there by chance. */
const LEAST_CONTAINED = 8;

/** Signs, column heads and the numbers of references do not count. */
export function profileOf(words: readonly Word[]): Profile {
  const keys = words
    .filter(({ key, part, target }) => part !== "column" && target === undefined && /[\p{L}\p{N}]/u.test(key))
    .map(({ key }) => key.toLowerCase());
  const pairs = keys.length < SHORT ? keys : keys.slice(1).map((key, i) => `${keys[i]} ${key}`);
  return { words: counted(keys), shingles: counted(pairs), length: keys.length };
}

/**
 * 0..1: how much two clauses have in common (Dice's coefficient over words and over pairs of words). A clause that stands nearly
 * whole in a longer one is like it even where the longer one says much more.
 */
export function similarity(one: Profile, other: Profile): number {
  if (one.length === 0 || other.length === 0) return 0;
  const words = shared(one.words, other.words);
  const pairs = shared(one.shingles, other.shingles);
  const isShort = Math.min(one.length, other.length) < SHORT;
  const dice = (2 * words) / (one.length + other.length);
  if (isShort) return dice;
  const pairDice = (2 * pairs) / (one.length + other.length - 2);
  const least = Math.min(one.length, other.length);
  const contained = least < LEAST_CONTAINED ? 0 : pairs / (least - 1);
  return Math.max((dice + pairDice) / 2, contained >= 0.75 ? 0.7 * contained : 0);
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function shared(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [key, count] of few) sum += Math.min(count, many.get(key) ?? 0);
  return sum;
}
