import { describe, expect, test } from "vitest";
import type { QuantityResult } from "../../src/model/review.ts";
import { clauseWords, counted, idAsWords, letter, quantityWords } from "../../src/report/views/words.ts";

const quantity = (over: Partial<QuantityResult>): QuantityResult => ({
  metric: "breach_notice_hours",
  value: 96,
  unit: "hours",
  limit: 48,
  preferred: 24,
  standing: "weak",
  evidence: [],
  ...over,
});

describe("quantityWords", () => {
  test.each<[Partial<QuantityResult>, string]>([
    [{}, "Breach notice | 96 hours | at most 48 hours"],
    [{ value: 24, standing: "within" }, "Breach notice | 24 hours | at most 48 hours"],
    [
      { metric: "log_retention_months", unit: "months", value: 6, limit: 12 },
      "Log retention | 6 months | at least 12 months",
    ],
    [
      { metric: "log_retention_months", unit: "months", value: 18, limit: 12, standing: "within" },
      "Log retention | 18 months | at least 12 months",
    ],
    [
      { metric: "pen_tests_per_year", unit: "per_year", value: 0.5, limit: 1 },
      "Pen tests | 0.5 per year | at least 1 per year",
    ],
    [
      { metric: "availability_percent", unit: "percent", value: 99.5, limit: 99.9 },
      "Availability | 99.5 % | at least 99.9 %",
    ],
    [{ value: 48, standing: "within" }, "Breach notice | 48 hours | exactly 48 hours"],
    [
      { metric: "notice_days", unit: "days", value: 1, limit: 2, standing: "within" },
      "Notice | 1 day | at most 2 days",
    ],
  ])("%j", (over, expected) => {
    const { subject, found, limit } = quantityWords(quantity(over));
    expect(`${subject} | ${found} | ${limit}`).toBe(expected);
  });
});

test.each([
  ["14.2(a)", "Breach", "clause 14.2(a)"],
  ["(a)", "", "clause (a)"],
  ["Schedule 2, 4.1", "Breach", "Schedule 2, 4.1"],
  ["", "Breach", "under “Breach”"],
  ["", "", "unnumbered text"],
])("clauseWords(%j, %j) is %j", (clause, heading, words) => {
  expect(clauseWords({ clause, heading })).toBe(words);
});

test("counted, idAsWords and letter", () => {
  expect([0, 1, 2, 9, 10].map((count) => counted(count, "clause"))).toEqual([
    "no clauses",
    "one clause",
    "two clauses",
    "nine clauses",
    "10 clauses",
  ]);
  expect(idAsWords("security-monitoring")).toBe("Security monitoring");
  expect([0, 25, 26, 27, 51, 52].map(letter)).toEqual(["a", "z", "aa", "ab", "az", "ba"]);
});
