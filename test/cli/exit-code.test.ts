import { expect, test } from "vitest";
import { exitCodeOf } from "../../src/cli/exit-code.ts";
import type { Accepted, Finding } from "../../src/model/review.ts";
import { sampleReview } from "../report/sample-review.ts";

const [template] = sampleReview().findings;
const codeOf = (
  findings: readonly string[],
  failOn: Parameters<typeof exitCodeOf>[1]["failOn"],
  failOnPartial = false,
) => {
  const built = findings.map((words) => {
    const [severity, verdict, status] = words.split(" ");
    return { ...template, severity, verdict, ...(status ? { deviation: accepted(status) } : {}) } as Finding;
  });
  return exitCodeOf(sampleReview({ findings: built }), { failOn, failOnPartial });
};

function accepted(status: string): Accepted {
  const day = "2026-01-01";
  return { by: "Dana", because: "For now.", accepted: day, until: day, status: status as Accepted["status"] };
}

test.each<[string, string[], "critical" | "high" | "medium" | "low" | "none", boolean, number]>([
  ["a gap at the level counts", ["high missing"], "high", false, 1],
  ["a gap above the level counts", ["critical adverse"], "medium", false, 1],
  ["a gap below the level does not", ["medium missing"], "high", false, 0],
  ["none never fails", ["critical adverse"], "none", false, 0],
  ["a partial is no gap", ["critical partial"], "low", false, 0],
  ["a partial counts where it is asked for", ["critical partial"], "high", true, 1],
  ["a partial below the level does not", ["low partial"], "high", true, 0],
  ["covered and undecided pass", ["critical covered", "critical undecided"], "low", true, 0],
  ["an accepted gap does not count", ["critical missing active", "high adverse active"], "low", false, 0],
  ["an accepted partial does not count", ["critical partial active"], "low", true, 0],
  ["an acceptance that has expired counts again", ["critical missing expired"], "high", false, 1],
  ["one that the contract outgrew counts again", ["high adverse outgrown"], "high", false, 1],
  ["one that is yet to come counts", ["critical partial not-yet"], "low", true, 1],
  ["accepting what could not be decided is no pass", ["critical undecided active"], "high", false, 2],
  ["nothing decided is no pass", ["critical undecided", "low not-applicable"], "high", false, 2],
  ["nothing decided is no pass with none either", ["critical undecided"], "none", false, 2],
  ["nothing applies", ["critical not-applicable"], "low", true, 0],
  ["no findings", [], "low", true, 0],
])("%s", (_, findings, failOn, partial, code) => {
  expect(codeOf(findings, failOn, partial)).toBe(code);
});
