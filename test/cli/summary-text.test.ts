import pc from "picocolors";
import { describe, expect, test } from "vitest";
import { shortSummary, summaryText } from "../../src/cli/summary-text.ts";
import type { Accepted } from "../../src/model/review.ts";
import { finding, sampleReview } from "../report/sample-review.ts";

const plain = pc.createColors(false);

const SIDES = { supplier: "the Supplier", customer: "the Customer" };

describe("summaryText", () => {
  test("the sentence, the worst, the areas, in that order", () => {
    expect(summaryText(sampleReview(), plain)).toBe(`Managed Hosting Agreement

2 of 5 requirements are gaps, 1 critical; one clause works against you.
1 covered, 1 covered in part, 1 undecided and 1 not applicable. Not everything
was read or supplied: 1 note in the report.

Raise these first
1. critical missing  Sub-processors only with authorisation
   Add a clause: Supplier engages no sub-processor without the customer's prior
   authorisation; The authorisation is in writing.
2. high adverse      No use of the data for the supplier's own purposes
   Strike or rewrite clause 8.4. Add: Supplier engages no sub-processor without
   the customer's prior authorisation; The authorisation is in writing.
3. critical partial  Breach notice to the customer
   Make clause 14.3 binding. Breach notice: at most 48 hours instead of 96
   hours. Add: Clock starts on awareness.

Areas                adverse  missing  partial  undecided  covered  n/a
Data protection            1        1        1          0        0    0
Security                   0        0        0          0        1    1
Independent testing        0        0        0          1        0    0
`);
  });

  test("what somebody accepted stands after the worst, what does not hold first, five at most", () => {
    const base = { by: "Dana Okafor, Head of Information Security", because: "For now.", accepted: "2026-01-01" };
    const one = (title: string, status: Accepted["status"], until = "2026-12-31") =>
      finding({ title, deviation: { ...base, until, status } });
    const findings = [
      one("Encryption", "active", "2026-09-30"),
      one("Logging", "expired"),
      one("Sub-processors only with authorisation, given for each of them by name", "outgrown"),
      one("Backups", "not-yet"),
      one("Audit", "not-needed"),
      one("Exit", "active"),
    ];
    const text = summaryText(sampleReview({ findings }), plain);
    expect(text.slice(text.indexOf("Accepted"), text.indexOf("Areas "))).toBe(`Accepted shortfalls
expired                  Logging (Dana Okafor, Head of Information Security)
does not hold            Sub-processors only with authorisation, given for each
                         of them by name (Dana Okafor, Head of Information
                         Security)
does not hold yet        Backups (Dana Okafor, Head of Information Security)
no longer needed         Audit (Dana Okafor, Head of Information Security)
until 30 September 2026  Encryption (Dana Okafor, Head of Information Security)
and 1 more in the report

`);
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("fits 80 columns with the longest names, and uses no colour unless it may", () => {
    const long = "Supplier keeps records of ".repeat(12).trim();
    const findings = (["responsibility", "independent-testing", "governance"] as const).map((area) =>
      finding({ title: long, area, elements: [], explanation: long }),
    );
    const text = summaryText(
      sampleReview({ findings, contract: { title: long, files: [], parties: [], names: SIDES } }),
      plain,
    );
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).not.toContain("\u001b");
    expect(summaryText(sampleReview({ findings }), pc.createColors(true))).toContain("\u001b[");
  });

  test("escape sequences of a contract never reach the terminal", () => {
    const hostile = "\u001b[2J\u001b]0;owned\u0007 \u202egnp.exe";
    const review = sampleReview({
      contract: { title: hostile, files: [], parties: [], names: SIDES },
      findings: [finding({ title: hostile, elements: [], explanation: hostile })],
    });
    expect(summaryText(review, plain) + shortSummary(hostile, review)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u202e]/,
    );
  });
});
