import fc from "fast-check";
import { expect, test } from "vitest";
import { type DiffStep, wordDiff } from "../../src/text/word-diff.ts";

const word = fc.constantFrom("the", "Supplier", "shall", "may", "notify", ",", "(", "within", "ten", "days");
const lists = fc.tuple(fc.array(word, { maxLength: 30 }), fc.array(word, { maxLength: 30 }));

test("both lists can be read off the steps, and equal steps come from both", () => {
  fc.assert(
    fc.property(lists, ([old, now]) => {
      const steps = diff(old, now);
      expect(itemsOf(steps, "inserted")).toEqual(now);
      expect(itemsOf(steps, "deleted")).toEqual(old);
      if (old.join(" ") === now.join(" ")) expect(steps.every(({ kind }) => kind === "equal")).toBe(true);
    }),
    { seed: 20261124 },
  );
});

test("a sign between two changes belongs to the change", () => {
  expect(diff(["within", "ninety", "-", "six", "hours"], ["within", "twenty", "-", "four", "hours"])).toEqual([
    { kind: "equal", items: ["within"] },
    { kind: "deleted", items: ["ninety", "-", "six"] },
    { kind: "inserted", items: ["twenty", "-", "four"] },
    { kind: "equal", items: ["hours"] },
  ]);
});

test("a word between two small changes stays", () => {
  expect(diff(["shall", "notify", "once"], ["may", "notify", "twice"]).map(({ kind }) => kind)).toEqual([
    "deleted",
    "inserted",
    "equal",
    "deleted",
    "inserted",
  ]);
});

test("two long texts with nothing in common are one deletion and one insertion", () => {
  const old = Array.from({ length: 3000 }, (_, i) => `a${i}`);
  const now = Array.from({ length: 3000 }, (_, i) => `b${i}`);
  expect(diff(old, now).map(({ kind, items }) => `${kind} ${items.length}`)).toEqual(["deleted 3000", "inserted 3000"]);
});

function diff(old: readonly string[], now: readonly string[]): DiffStep<string>[] {
  return wordDiff(
    old,
    now,
    (a, b) => a === b,
    (item) => !/\w/.test(item),
  );
}

function itemsOf(steps: readonly DiffStep<string>[], side: "deleted" | "inserted"): string[] {
  return steps.filter(({ kind }) => kind === "equal" || kind === side).flatMap(({ items }) => items);
}
