import type { ClauseChange, Redirect, Run } from "../model/comparison.ts";
import type { Contract } from "../model/contract.ts";
import { type DiffStep, wordDiff } from "../text/word-diff.ts";
import { columnHeads } from "./column-heads.ts";
import { joinedClauses } from "./joined-clauses.ts";
import type { Pairing } from "./pairing.ts";
import { labelOf, placeOf } from "./place.ts";
import { sameWord, withCommonHeads } from "./same-words.ts";
import type { ClauseWords, Word } from "./words.ts";

/** A change with the clauses it is about, before it is known what it moved. */
export interface FoundChange extends Pick<ClauseChange, "id" | "change" | "old" | "new" | "runs" | "redirects"> {
  readonly oldIndex?: number;
  readonly newIndex?: number;
}

export interface FoundClauses {
  readonly counts: { unchanged: number; moved: number; changed: number; new: number; removed: number };
  readonly changes: FoundChange[];
}

/** What became of each clause's own words, the smallest clause that changed and not those around it. */
export function compareClauses(old: Contract, now: Contract, pairing: Pairing): FoundClauses {
  const isSame = sameWord(pairing);
  const joined = joinedClauses(pairing, isSame);
  const heads = columnHeads(pairing.old, pairing.now);
  const changes: Omit<FoundChange, "id">[] = [];
  const unchanged: [number, number][] = [];
  const removedAfter = Map.groupBy(
    pairing.old.filter(
      ({ clause: { index }, words }) =>
        words.length > 0 && pairing.newOf(index) === undefined && !joined.old.has(index),
    ),
    ({ clause }) => standsAfter(pairing, clause.index),
  );
  const remove = (after: number) => {
    for (const each of removedAfter.get(after) ?? []) changes.push(removal(old, each));
  };
  remove(-1);
  for (const each of pairing.now) {
    const index = each.clause.index;
    const before = pairing.oldOf(index);
    const was = before === undefined ? undefined : pairing.old[before];
    if (was && before !== undefined && was.words.length + each.words.length > 0) {
      const change = joined.whole.has(before)
        ? undefined
        : changeOf(old, now, withCommonHeads(was, each, heads), [was, each], isSame, pairing);
      if (change) changes.push(change);
      else unchanged.push([before, index]);
    } else if (!was && each.words.length > 0 && !joined.now.has(index)) changes.push(addition(now, each));
    remove(index);
  }
  const count = (kind: ClauseChange["change"]) => changes.filter(({ change }) => change === kind).length;
  return {
    counts: {
      unchanged: unchanged.length,
      moved: movedOf(pairing, unchanged),
      changed: count("changed"),
      new: count("new"),
      removed: count("removed"),
    },
    changes: changes.map((change, i) => ({ id: `c${i + 1}`, ...change })),
  };
}

function changeOf(
  old: Contract,
  now: Contract,
  [before, after]: readonly [readonly Word[], readonly Word[]],
  [was, is]: readonly [ClauseWords, ClauseWords],
  isSame: (a: Word, b: Word) => boolean,
  pairing: Pairing,
): Omit<FoundChange, "id"> | undefined {
  if (before.length === after.length && before.every((word, i) => isSame(word, after[i] ?? word))) return undefined;
  const steps = withoutHeading(wordDiff(before, after, isSame, ({ key }) => !/[\p{L}\p{N}]/u.test(key)));
  return {
    change: "changed",
    old: placeOf(old, was.clause),
    new: placeOf(now, is.clause),
    oldIndex: was.clause.index,
    newIndex: is.clause.index,
    runs: runsOf(steps),
    redirects: redirectsOf(old, now, steps, pairing),
  };
}

function addition(now: Contract, { clause, words }: ClauseWords): Omit<FoundChange, "id"> {
  return {
    change: "new",
    new: placeOf(now, clause),
    newIndex: clause.index,
    runs: runsOf([{ kind: "inserted", items: words }]),
    redirects: [],
  };
}

function removal(old: Contract, { clause, words }: ClauseWords): Omit<FoundChange, "id"> {
  return {
    change: "removed",
    old: placeOf(old, clause),
    oldIndex: clause.index,
    runs: runsOf([{ kind: "deleted", items: words }]),
    redirects: [],
  };
}

/** Index of the new clause after which a removed one stood; -1 at the beginning. */
function standsAfter(pairing: Pairing, old: number): number {
  for (let at = old - 1; at >= 0; at--) {
    const now = pairing.newOf(at);
    if (now !== undefined) return now;
  }
  return -1;
}

/** A heading that did not change is named with the clause; it need not be read again. */
function withoutHeading(steps: readonly DiffStep<Word>[]): DiffStep<Word>[] {
  const touched = steps.some(({ kind, items }) => kind !== "equal" && items.some(({ part }) => part === "heading"));
  if (touched) return [...steps];
  return steps
    .map((step) => ({ ...step, items: step.items.filter(({ part }) => part !== "heading") }))
    .filter(({ items }) => items.length > 0);
}

/** The first words of a clause have nothing before them, in either version. */
function runsOf(steps: readonly DiffStep<Word>[]): Run[] {
  return steps.map(({ kind, items }, i) => {
    const text = items.map(({ before, text: own }) => before + own).join("");
    const isFirst = i === 0 || (i === 1 && steps[0]?.kind === "deleted" && kind === "inserted");
    return { kind, text: isFirst ? text.trimStart() : text };
  });
}

/** References that read as before and lead to another clause than what the old one became. */
function redirectsOf(old: Contract, now: Contract, steps: readonly DiffStep<Word>[], pairing: Pairing): Redirect[] {
  const dropped = steps.filter(({ kind }) => kind === "deleted").flatMap(({ items }) => items);
  const added = steps.filter(({ kind }) => kind === "inserted").flatMap(({ items }) => items);
  return dropped.flatMap((word) => {
    const same = added.find(({ key, target }) => target !== undefined && key === word.key);
    if (word.target === undefined || same?.target === undefined) return [];
    const led = pairing.newOf(word.target);
    if (led === same.target) return [];
    return [
      {
        text: word.text,
        was: nameIn(old, word.target),
        wasNow: led === undefined ? "" : nameIn(now, led),
        now: nameIn(now, same.target),
      },
    ];
  });
}

function nameIn(contract: Contract, index: number): string {
  const clause = contract.clauses[index];
  return clause ? labelOf(contract, clause) : "";
}

/** Unchanged clauses under another number, or out of the order in which most of them still stand. */
function movedOf({ old, now }: Pairing, unchanged: readonly [number, number][]): number {
  const inOrder = longestRise(unchanged.map(([before]) => before));
  return unchanged.filter(
    ([before, after]) => !inOrder.has(before) || old[before]?.clause.number !== now[after]?.clause.number,
  ).length;
}

/** Members of the longest rising subsequence (patience sorting). */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous = values.map(() => -1);
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? -1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  });
  const found = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.add(values[at] ?? -1);
  return found;
}
