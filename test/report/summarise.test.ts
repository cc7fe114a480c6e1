import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model/review.ts";
import { summarise } from "../../src/report/views/summarise.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const sentenceOf = (...findings: Finding[]) => summarise(sampleReview({ findings })).sentence;

describe("the one sentence", () => {
  test.each<[string, Finding[]]>([
    ["No requirement of the playbook applies to this contract.", [finding({ verdict: "not-applicable" })]],
    ["No requirement of the playbook applies to this contract.", []],
    ["None of 2 requirements is a gap.", [finding({ verdict: "covered" }), breachNotice()]],
    ["1 of 1 requirement is a gap, 1 critical.", [finding(), finding({ verdict: "not-applicable" })]],
    [
      "2 of 2 requirements are gaps, none critical; one clause works against you.",
      [finding({ severity: "low" }), ownPurposes()],
    ],
  ])("%s", (sentence, findings) => {
    expect(sentenceOf(...findings)).toBe(sentence);
  });

  test("counts a clause once that hurts two requirements, and unnumbered ones by their place", () => {
    const other = (over: Parameters<typeof evidence>[0]) =>
      ownPurposes({ evidence: [evidence({ supports: "adverse", ...over })] });
    expect(sentenceOf(ownPurposes(), ownPurposes())).toContain("one clause works against you");
    expect(sentenceOf(other({ clause: "", start: 1 }), other({ clause: "", start: 900 }))).toContain(
      "two clauses work against you",
    );
    expect(sentenceOf(other({ clause: "2", file: "a.pdf" }), other({ clause: "2", file: "b.pdf" }))).toContain(
      "two clauses work against you",
    );
  });
});

test("says the other verdicts in a second sentence and leaves out those that do not occur", () => {
  expect(summarise(sampleReview()).rest).toBe("1 covered, 1 covered in part, 1 undecided and 1 not applicable.");
  expect(summarise(sampleReview({ findings: [finding(), finding({ verdict: "undecided" })] })).rest).toBe(
    "1 undecided.",
  );
  expect(summarise(sampleReview({ findings: [finding()] })).rest).toBe("");
});

test("puts the worst first: a critical partial stands beside a high gap, undecided and covered stay out", () => {
  const worst = summarise(sampleReview()).worst.map(({ finding: { verdict, severity } }) => `${severity} ${verdict}`);
  expect(worst).toEqual(["critical missing", "high adverse", "critical partial"]);
  const many = Array.from({ length: 9 }, () => finding());
  expect(summarise(sampleReview({ findings: many })).worst).toHaveLength(5);
});

test("counts every area that has findings, in the catalogue's order", () => {
  const areas = summarise(sampleReview()).areas;
  expect(areas.map(({ area, total }) => `${area} ${total}`)).toEqual([
    "data-protection 3",
    "security 2",
    "independent-testing 1",
  ]);
  expect(areas[0]?.counts).toEqual({
    adverse: 1,
    missing: 1,
    partial: 1,
    undecided: 0,
    covered: 0,
    "not-applicable": 0,
  });
});
