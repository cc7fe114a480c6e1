const LETTERS = 3;
const NONE: readonly string[] = [];

/** All prefixes that phrases ask for, by their first letters; filled as phrases are compiled. */
const registered = new Map<string, Set<string>>();
/** Words seen, with the registered prefixes that begin them. */
const known = new Map<string, readonly string[]>();
const MOST_WORDS = 50_000;

/** Makes a prefix known to `prefixesOf`. It has three letters at least. */
export function registerPrefix(prefix: string): void {
  const letters = prefix.slice(0, LETTERS);
  const set = registered.get(letters);
  if (set?.has(prefix)) return;
  if (set) set.add(prefix);
  else registered.set(letters, new Set([prefix]));
  known.clear();
}

/** The prefixes of phrases that begin this word: few, and the same for every contract. */
export function prefixesOf(word: string): readonly string[] {
  const found = known.get(word);
  if (found) return found;
  const candidates = registered.get(word.slice(0, LETTERS));
  const prefixes = candidates ? [...candidates].filter((prefix) => word.startsWith(prefix)) : NONE;
  if (known.size >= MOST_WORDS) known.clear();
  known.set(word, prefixes);
  return prefixes;
}
