import type { Pairing } from "./pairing.ts";
import type { ClauseWords, Word } from "./words.ts";

/** Clauses that one version has as one and the other as several, with the same words. */
export interface JoinedClauses {
  /** Old clauses whose words stand in the new clause before them; the first of them is a pair with it. */
  readonly old: ReadonlySet<number>;
  /** New clauses whose words stand in the old clause before them. */
  readonly now: ReadonlySet<number>;
  /** Old clauses of the pairs that are the same once what follows is joined. */
  readonly whole: ReadonlySet<number>;
}

type Same = (one: Word, other: Word) => boolean;

/** So many clauses at most become one. */
const MOST = 12;

/** Finds where a version runs clauses together that the other keeps apart, as when a PDF is made of a Word file. */
export function joinedClauses(pairing: Pairing, isSame: Same): JoinedClauses {
  const found = { old: new Set<number>(), now: new Set<number>(), whole: new Set<number>() };
  const isSwapped: Same = (one, other) => isSame(other, one);
  for (const [old, now] of pairing.pairs()) {
    const before = pairing.old[old]?.words ?? [];
    const after = pairing.now[now]?.words ?? [];
    const [shorter, free, test, side] =
      before.length < after.length
        ? ([before, following(pairing.old, old, (index) => pairing.isFreeOld(index)), isSwapped, "old"] as const)
        : ([after, following(pairing.now, now, (index) => pairing.isFreeNew(index)), isSame, "now"] as const);
    const used = countJoined(side === "old" ? after : before, shorter, free, test);
    if (used === 0) continue;
    for (const each of free.slice(0, used)) found[side].add(each.clause.index);
    found.whole.add(old);
  }
  return found;
}

/** The clauses after one that belong to no pair, up to the next that does. */
function following(clauses: readonly ClauseWords[], from: number, isFree: (index: number) => boolean): ClauseWords[] {
  const rest: ClauseWords[] = [];
  for (let at = from + 1; rest.length < MOST && isFree(at); at++) {
    const each = clauses[at];
    if (each && each.words.length > 0) rest.push(each);
  }
  return rest;
}

/** How many of the clauses after the first are in the long one, whose words must end with the last; 0 where they are not all of it. */
function countJoined(
  long: readonly Word[],
  first: readonly Word[],
  rest: readonly ClauseWords[],
  isSame: Same,
): number {
  if (!startsWith(long, 0, first, isSame)) return 0;
  let at = first.length;
  for (const [i, { clause, words }] of rest.entries()) {
    at += labelLength(long, at, clause.number);
    if (!startsWith(long, at, words, isSame)) return 0;
    at += words.length;
    if (at === long.length) return i + 1;
  }
  return 0;
}

function startsWith(long: readonly Word[], at: number, part: readonly Word[], isSame: Same): boolean {
  return part.every((word, i) => {
    const other = long[at + i];
    return other !== undefined && (isSame(other, word) || other.key.toLowerCase() === word.key.toLowerCase());
  });
}

/** Words at this place that are the number under which the clause stands apart: "(b)", "3.2". */
function labelLength(long: readonly Word[], at: number, number: string): number {
  const plain = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  let text = "";
  for (let length = 1; length <= 8 && at + length <= long.length; length++) {
    text += plain(long[at + length - 1]?.key ?? "");
    const next = plain(long[at + length]?.key ?? "");
    if (text !== "" && plain(number).endsWith(text) && next !== "") return length;
  }
  return 0;
}
