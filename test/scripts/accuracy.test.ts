import { expect, test } from "vitest";
import {
  CELL_FIGURES,
  countCells,
  countContract,
  FIGURES,
  kappa,
  labelSchema,
  sum,
  sumCells,
} from "../../scripts/accuracy/figures.ts";
import { interval } from "../../scripts/accuracy/interval.ts";
import type { Finding, Responsibility } from "../../src/model/review.ts";

test("kappa is 1 where all agree, 0 where agreement is chance, and as Cohen reckons between", () => {
  expect(
    kappa(
      new Map([
        ["covered covered", 4],
        ["missing missing", 6],
      ]),
    ),
  ).toBe(1);
  expect(
    kappa(
      new Map([
        ["a a", 1],
        ["a b", 1],
        ["b a", 1],
        ["b b", 1],
      ]),
    ),
  ).toBe(0);
  expect(
    kappa(
      new Map([
        ["a a", 20],
        ["a b", 5],
        ["b a", 10],
        ["b b", 15],
      ]),
    ),
  ).toBeCloseTo(0.4);
});

const finding = (requirementId: string, verdict: Finding["verdict"], met: boolean, quote: string) =>
  ({
    requirementId,
    verdict,
    confidence: 0.9,
    elements: [{ id: "told", met, evidence: quote ? [{ quote }] : [] }],
    evidence: [],
  }) as unknown as Finding;

test("a contract is counted by verdict, element and quote", () => {
  const labels = labelSchema.parse({
    requirements: {
      one: { verdict: "covered", elements: { told: true }, quotes: ["The Supplier shall tell the Customer at once."] },
      two: { verdict: "missing", elements: { told: false } },
      three: { verdict: "adverse", elements: { told: false }, quotes: ["The Supplier need not tell anybody of it."] },
      four: { verdict: "not-applicable", elements: { told: false } },
    },
  });
  const counts = countContract(
    labels,
    [
      finding("one", "covered", true, "shall tell the customer"),
      finding("two", "partial", true, "tells"),
      finding("three", "missing", false, ""),
      finding("four", "missing", false, ""),
    ],
    () => true,
  );
  expect(counts.verdicts).toEqual(
    new Map([
      ["covered covered", 1],
      ["missing partial", 1],
      ["adverse missing", 1],
    ]),
  );
  expect(counts.element).toEqual({ hit: 1, false: 1, missed: 0 });
  expect(counts.adverse).toEqual({ hit: 0, false: 0, missed: 1 });
  expect(counts.evidence).toEqual({ hit: 1, all: 2 });
  expect(FIGURES["gap F1"]?.(sum([counts, counts]))).toBeCloseTo(2 / 3);
});

test("an interval holds the figure, narrows with agreement and repeats itself", () => {
  const mean = (sample: readonly number[]) => sample.reduce((a, b) => a + b, 0) / sample.length;
  const values = Array.from({ length: 20 }, (_, i) => i / 19);
  const [low, high] = interval(values, mean);
  expect(low).toBeGreaterThan(0.3);
  expect(high).toBeLessThan(0.7);
  expect(low).toBeLessThan(mean(values));
  expect(high).toBeGreaterThan(mean(values));
  expect(interval(values, mean)).toEqual([low, high]);
  expect(interval([0.5, 0.5, 0.5], mean)).toEqual([0.5, 0.5]);
});

test("cells of the matrix are counted by allocation", () => {
  const labels = labelSchema.parse({
    requirements: {},
    responsibilities: {
      backup: { allocation: "supplier" },
      encryption: { allocation: "unassigned" },
      logging: { allocation: "shared-split" },
    },
  });
  const said = ["supplier", "customer", "supplier"] as const;
  const rows = ["backup", "encryption", "logging"].map(
    (functionId, i) => ({ functionId, allocation: said[i] }) as unknown as Responsibility,
  );
  const cells = sumCells([countCells(labels, rows), countCells(labels, rows)]);
  expect(cells).toEqual(
    new Map([
      ["supplier supplier", 2],
      ["unassigned customer", 2],
      ["shared-split supplier", 2],
    ]),
  );
  expect(CELL_FIGURES["share right"]?.(cells)).toBeCloseTo(1 / 3);
  expect(CELL_FIGURES["allocated or not, F1"]?.(cells)).toBeCloseTo(0.8);
});
