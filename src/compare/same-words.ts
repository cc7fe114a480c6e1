import type { ColumnHeads } from "./column-heads.ts";
import type { Pairing } from "./pairing.ts";
import type { ClauseWords, Word } from "./words.ts";

/**
 * Whether two words say the same. The number of a reference does where it leads to the same clause as before, whatever that is
 * called now; the same number that leads to another clause does not. Where neither clause has a counterpart, the number decides.
 */
export function sameWord(pairing: Pairing): (old: Word, now: Word) => boolean {
  return (old, now) => {
    if (old.target === undefined || now.target === undefined) return old.key === now.key && old.part === now.part;
    const led = pairing.newOf(old.target);
    if (led === undefined && pairing.oldOf(now.target) === undefined) return old.key === now.key;
    return (led === now.target || isTwin(pairing, led, now.target)) && old.inside === now.inside;
  };
}

/** Clauses that say the same, word for word: which of them is which nobody can tell. A heading is known by what it stands over. */
function isTwin({ now }: Pairing, one: number | undefined, other: number): boolean {
  const [a, b] = [one === undefined ? undefined : now[one], now[other]];
  return a !== undefined && b !== undefined && a.words.length > 0 && a.clause.kind !== "heading" && a.mask === b.mask;
}

/** The words of two table rows with the heads of their columns made comparable. */
export function withCommonHeads(
  old: ClauseWords,
  now: ClauseWords,
  heads: ColumnHeads,
): [readonly Word[], readonly Word[]] {
  if (old.clause.parent === undefined || now.clause.parent === undefined) return [old.words, now.words];
  const before = heads.old(old.clause.parent);
  const after = heads.now(now.clause.parent);
  return [renamed(old.words, before, after), renamed(now.words, after, before)];
}

/** A head that only one table has stands for the one at its place in the other: a column under a new name is no change of every row. */
function renamed(words: readonly Word[], own: readonly string[], others: readonly string[]): Word[] {
  const only = own.filter((key) => !others.includes(key));
  return words.map((word) =>
    word.part === "column" && only.includes(word.key) ? { ...word, key: `column ${only.indexOf(word.key)}` } : word,
  );
}
