/** Prefixes that are written with a hyphen before a whole word ("sub-processor"). */
const PREFIXES = new Set(
  "all anti co counter cross de e ex extra half high inter intra long low mid mis multi near non off on out over post pre pro pseudo quasi re self semi short single sub super third trans two ultra un under up well year".split(
    " ",
  ),
);

/** The words of a document, as far as they tell whether a hyphen at a line end belongs to the word. */
export interface Words {
  has(word: string): boolean;
}

/** Words of all lines except those cut at a line end. Gathered at the first question: most files have no cut word. */
export function wordsOf(lines: readonly string[]): Words {
  let words: Set<string> | undefined;
  return {
    has: (word) => {
      words ??= gather(lines);
      return words.has(word);
    },
  };
}

function gather(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    const found = line.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? [];
    const isCut = /[-\u00ad\u2010]$/.test(line);
    for (const word of isCut ? found.slice(0, -1) : found) words.add(word);
  }
  return words;
}

/** Joins two lines of one paragraph: a hyphen made by the line end goes, a hyphen of the word stays. */
export function joinLines(head: string, tail: string, words: Words): string {
  const end = head.at(-1) ?? "";
  if (!"-\u2010\u00ad—".includes(end)) return `${head} ${tail}`;
  // Only the last word matters; looking at the whole paragraph for each line would take quadratic time.
  const word = /\S+$/.exec(head.slice(-60))?.[0] ?? "";
  const cut = /(\p{L}+)[-\u2010\u00ad]$/u.exec(word)?.[1]?.toLowerCase();
  if (cut === undefined) return word.length > 1 && (end === "—" || /\d-$/.test(word)) ? head + tail : `${head} ${tail}`;
  if (end === "\u00ad") return head.slice(0, -1) + tail;
  const next = /^\p{Ll}+/u.exec(tail)?.[0];
  if (next === undefined) return head + tail;
  // "short- and long-term": the hyphen stands for a word that follows.
  if (/^(?:and|or|to|und|et|ou)$/.test(next)) return `${head} ${tail}`;
  const before = /(?:\p{L}+-)*\p{L}+-$/u.exec(word.toLowerCase())?.[0] ?? `${cut}-`;
  if (words.has(before + next)) return head + tail;
  if (words.has(cut + next)) return head.slice(0, -1) + tail;
  const isCompound =
    PREFIXES.has(cut) ||
    before !== `${cut}-` ||
    (cut.length > 2 && next.length > 2 && words.has(cut) && words.has(next));
  return isCompound ? head + tail : head.slice(0, -1) + tail;
}
