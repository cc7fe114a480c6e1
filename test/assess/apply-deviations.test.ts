import { expect, test } from "vitest";
import { applyDeviations, shortfalls } from "../../src/assess/apply-deviations.ts";
import type { Deviation } from "../../src/model/deviation.ts";
import type { Finding } from "../../src/model/review.ts";
import { breachNotice, finding, ownPurposes, sampleReview } from "../report/sample-review.ts";

const TODAY = "2026-06-15";
const breach = breachNotice();

function deviation(over: Partial<Deviation> = {}): Deviation {
  return {
    requirement: breach.requirementId,
    verdict: "partial",
    by: "Dana Okafor",
    because: "For one year only.",
    accepted: "2026-01-01",
    until: "2026-12-31",
    ...over,
  };
}

function statusOf(one: Finding, ...deviations: Deviation[]): string | undefined {
  return applyDeviations(sampleReview({ findings: [one] }), deviations, TODAY).findings[0]?.deviation?.status;
}

const ALL = ["hours-stated", "clock-on-awareness", "breach_notice_hours"];

test("what falls short of the finding, each once", () => {
  expect(shortfalls(breach)).toEqual(ALL);
  expect(shortfalls(breachNotice({ quantities: [...breach.quantities, ...breach.quantities] }))).toEqual(ALL);
});

test.each<[string, Finding, Partial<Deviation>, string | undefined]>([
  ["in its time", breach, {}, "active"],
  ["on its first day", breach, { accepted: TODAY }, "active"],
  ["on its last day", breach, { until: TODAY }, "active"],
  ["the day after its last", breach, { until: "2026-06-14" }, "expired"],
  ["before its first day", breach, { accepted: "2026-06-16" }, "not-yet"],
  ["a lighter verdict than accepted", breach, { verdict: "adverse" }, "active"],
  ["a worse verdict than accepted", finding({ requirementId: breach.requirementId }), {}, "outgrown"],
  ["undecided is lighter than partial", breachNotice({ verdict: "undecided" }), {}, "active"],
  ["partial is worse than undecided", breach, { verdict: "undecided" }, "outgrown"],
  ["each element and number named", breach, { accepts: ALL }, "active"],
  ["more named than lacks", breach, { accepts: [...ALL, "duty-to-notify"] }, "active"],
  ["an element not named", breach, { accepts: ["hours-stated", "breach_notice_hours"] }, "outgrown"],
  ["a number not named", breach, { accepts: ["hours-stated", "clock-on-awareness"] }, "outgrown"],
  ["covered by now", breachNotice({ verdict: "covered" }), {}, "not-needed"],
  ["covered, though its time is over", breachNotice({ verdict: "covered" }), { until: "2026-02-01" }, "not-needed"],
  ["does not apply", breachNotice({ verdict: "not-applicable" }), {}, "not-needed"],
  ["another requirement", breach, { requirement: "sec.logging" }, undefined],
  ["the contract by its title", breach, { contract: "  managed   hosting AGREEMENT " }, "active"],
  ["the contract by a file's name", breach, { contract: "Hosting.pdf" }, "active"],
  ["another contract", breach, { contract: "Managed Hosting" }, undefined],
])("%s", (_, one, over, status) => {
  expect(statusOf(one, deviation(over))).toBe(status);
});

test.each([
  ["its own kind", ["own-products"], "active"],
  ["another kind", ["sold"], "outgrown"],
])("adverse wording is accepted by %s", (_, accepts, status) => {
  const adverse = ownPurposes();
  const evidence = adverse.evidence.map((item) => ({ ...item, wording: "own-products" }));
  const one = { ...adverse, elements: [], evidence };
  expect(shortfalls(one)).toEqual(["own-products"]);
  const held = deviation({ requirement: one.requirementId, verdict: "adverse", accepts });
  expect(statusOf(one, held)).toBe(status);
});

test("verdict and order of the findings stay; everything it says is carried", () => {
  const review = sampleReview();
  const applied = applyDeviations(review, [deviation()], TODAY);
  expect(applied.findings.map(({ deviation: _, ...rest }) => rest)).toEqual(review.findings);
  expect(applied.asOf).toBe(TODAY);
  expect(applied.findings[1]?.deviation).toEqual({
    by: "Dana Okafor",
    because: "For one year only.",
    accepted: "2026-01-01",
    until: "2026-12-31",
    status: "active",
  });
});

test("of several the one that holds counts, then the one that ends last, whatever their order", () => {
  const old = deviation({ by: "old", until: "2026-02-01" });
  const older = deviation({ by: "older", until: "2026-01-31" });
  const holds = deviation({ by: "holds", until: "2026-07-01" });
  const longer = deviation({ by: "longer", until: "2026-08-01" });
  const narrow = deviation({ by: "narrow", until: "2027-01-01", accepts: ["hours-stated"] });
  const chosen = (...all: Deviation[]) =>
    applyDeviations(sampleReview({ findings: [breach] }), all, TODAY).findings[0]?.deviation?.by;
  expect(chosen(older, old)).toBe("old");
  expect(chosen(old, narrow, holds)).toBe("holds");
  expect(chosen(holds, longer, narrow)).toBe("longer");
  expect(chosen(longer, holds)).toBe("longer");
});

test("one that meets no finding is told, unless it names another contract", () => {
  const { findings, diagnostics } = applyDeviations(
    sampleReview({ findings: [ownPurposes()], diagnostics: [] }),
    [
      deviation({ requirement: "sec.logging" }),
      deviation({ requirement: "sec.backup", contract: "Another agreement" }),
    ],
    TODAY,
  );
  expect(findings[0]?.deviation).toBeUndefined();
  expect(diagnostics).toEqual([
    {
      code: "deviation-unused",
      severity: "info",
      message: "The accepted deviation for sec.logging meets no finding: the playbook does not ask for it.",
    },
  ]);
});
