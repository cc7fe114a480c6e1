// What phrases ask of a word, as numbers: a stem, one form ("=word") or a prefix ("word*"). Comparing numbers is most of
// what matching does, so words are looked up once and not letter by letter for each phrase.

const LETTERS = 3;
const NONE: readonly number[] = [];
const MOST_WORDS = 50_000;

const numbers = new Map<string, number>();
/** Numbers of the keys that name a mark, not a word. */
const marks = new Set<number>();
/** Prefixes by their first letters. */
const prefixes = new Map<string, Set<string>>();
/** Words seen, with the numbers of what they satisfy. */
const known = new Map<string, readonly number[]>();

/**
 * The number of a key that some phrase asks for: "stem", "=word", "prefix*" or "@mark"; the same for every phrase and
 * library. A prefix has three letters at least.
 */
export function registerKey(key: string): number {
  const found = numbers.get(key);
  if (found !== undefined) return found;
  const number = numbers.size;
  numbers.set(key, number);
  if (key.startsWith("@")) marks.add(number);
  if (key.endsWith("*")) {
    const letters = key.slice(0, LETTERS);
    const set = prefixes.get(letters) ?? new Set();
    prefixes.set(letters, set.add(key.slice(0, -1)));
  }
  known.clear();
  return number;
}

/** The number of a key, where some phrase asks for it. */
export function numberOf(key: string): number | undefined {
  return numbers.get(key);
}

/** Whether the key names a mark ("@supplier"). */
export function isMarkKey(key: number): boolean {
  return marks.has(key);
}

/** How many keys there are: a list of words' keys made at another count is out of date. */
export function countKeys(): number {
  return numbers.size;
}

/** The keys that a word satisfies: its stem, itself, prefixes of it, as far as phrases ask for them. */
export function keysOf(word: string, stem: string): readonly number[] {
  const found = known.get(word);
  if (found) return found;
  const beginnings = [...(prefixes.get(word.slice(0, LETTERS)) ?? [])]
    .filter((prefix) => word.startsWith(prefix))
    .sort();
  const keys = [stem, `=${word}`, ...beginnings.map((prefix) => `${prefix}*`)]
    .map((key) => numbers.get(key))
    .filter((number) => number !== undefined);
  if (known.size >= MOST_WORDS) known.clear();
  known.set(word, keys.length > 0 ? keys : NONE);
  return keys;
}
