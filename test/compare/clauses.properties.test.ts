import fc from "fast-check";
import { expect, test } from "vitest";
import { alignClauses } from "../../src/compare/align-clauses.ts";
import { compareClauses } from "../../src/compare/compare-clauses.ts";
import { clauseWords } from "../../src/compare/words.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";
import { contracts, fileOf, type Section, shuffled } from "./random-contract.ts";

const RUNS = { numRuns: 120, seed: 20261124 };

test("a contract does not differ from itself", async () => {
  await fc.assert(
    fc.asyncProperty(contracts, async (contract) => {
      const { counts, changes } = await compared(contract, contract);
      expect(changes).toEqual([]);
      expect(counts.moved).toBe(0);
    }),
    RUNS,
  );
});

test("clauses in another order and under other numbers are the same, references with them", async () => {
  await fc.assert(
    fc.asyncProperty(
      contracts.chain((contract) => fc.tuple(fc.constant(contract), shuffled(contract))),
      async ([contract, other]) => {
        expect((await compared(contract, other)).changes).toEqual([]);
      },
    ),
    RUNS,
  );
});

test("each word put into a clause or taken out of it is found, and nothing else, wherever the clause went", async () => {
  await fc.assert(
    fc.asyncProperty(
      contracts.chain((contract) => fc.tuple(fc.constant(contract), shuffled(contract), fc.nat(), fc.nat())),
      async ([contract, other, which, where]) => {
        const total = contract.reduce((sum, { clauses }) => sum + clauses.length, 0);
        const changed = withWord(other, which % total, where, "zeppelin");
        const forth = await compared(contract, changed);
        expect(forth.changes.map(({ change }) => change)).toEqual(["changed"]);
        expect(textOf(forth.changes[0]?.runs ?? [], "inserted")).toContain("zeppelin");
        const back = await compared(changed, contract);
        expect(back.changes.map(({ change }) => change)).toEqual(["changed"]);
        expect(textOf(back.changes[0]?.runs ?? [], "deleted")).toContain("zeppelin");
      },
    ),
    RUNS,
  );
});

test("a new clause is new and leaves the numbers after it without effect", async () => {
  await fc.assert(
    fc.asyncProperty(contracts, fc.nat(), async (contract, at) => {
      const section = at % contract.length;
      const extra = {
        id: 9999,
        words: "quarterly benchmarking compares prices against three independent competitors".split(" "),
      };
      const longer = contract.map((own, i) => (i === section ? { ...own, clauses: [extra, ...own.clauses] } : own));
      const { changes } = await compared(contract, longer);
      expect(changes.map(({ change }) => change)).toEqual(["new"]);
      const { changes: back } = await compared(longer, contract);
      expect(back.map(({ change }) => change)).toEqual(["removed"]);
    }),
    RUNS,
  );
});

async function compared(old: readonly Section[], now: readonly Section[]) {
  const [before, after] = [segmentContract([await fileOf(old)]), segmentContract([await fileOf(now)])];
  return compareClauses(before, after, alignClauses(clauseWords(before), clauseWords(after)));
}

function withWord(contract: readonly Section[], id: number, where: number, word: string): Section[] {
  return contract.map((section) => ({
    ...section,
    clauses: section.clauses.map((clause) => {
      if (clause.id !== id) return clause;
      const at = where % 6;
      return { ...clause, words: [...clause.words.slice(0, at), word, ...clause.words.slice(at)] };
    }),
  }));
}

function textOf(runs: readonly { readonly kind: string; readonly text: string }[], kind: string): string {
  return runs
    .filter((run) => run.kind === kind)
    .map(({ text }) => text)
    .join(" ");
}
