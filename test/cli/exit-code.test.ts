import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import type { Finding } from "../../src/model/review.ts";
import { sampleReview } from "../report/sample-review.ts";

const [template] = sampleReview().findings;
const codeOf = (
  findings: readonly string[],
  failOn: Parameters<typeof exitCodeOf>[1]["failOn"],
  failOnPartial = false,
) => {
  const built = findings.map((words) => {
    const [severity, verdict] = words.split(" ");
    return { ...template, severity, verdict } as Finding;
  });
  return exitCodeOf(sampleReview({ findings: built }), { failOn, failOnPartial });
};

test.each<[string, string[], "critical" | "high" | "medium" | "low" | "none", boolean, number]>([
  ["a gap at the level counts", ["high missing"], "high", false, 1],
  ["a gap above the level counts", ["critical adverse"], "medium", false, 1],
  ["a gap below the level does not", ["medium missing"], "high", false, 0],
  ["none never fails", ["critical adverse"], "none", false, 0],
  ["a partial is no gap", ["critical partial"], "low", false, 0],
  ["a partial counts where it is asked for", ["critical partial"], "high", true, 1],
  ["a partial below the level does not", ["low partial"], "high", true, 0],
  ["covered and undecided pass", ["critical covered", "critical undecided"], "low", true, 0],
  ["nothing decided is no pass", ["critical undecided", "low not-applicable"], "high", false, 2],
  ["nothing decided is no pass with none either", ["critical undecided"], "none", false, 2],
  ["nothing applies", ["critical not-applicable"], "low", true, 0],
  ["no findings", [], "low", true, 0],
])("%s", (_, findings, failOn, partial, code) => {
  expect(codeOf(findings, failOn, partial)).toBe(code);
});
