import { describe, expect, test } from "vitest";
import { requestFor } from "../../src/report/views/request-for.ts";
import { breachNotice, evidence, finding, ownPurposes } from "./sample-review.ts";

describe("requestFor", () => {
  test("asks for a clause where nothing is there", () => {
    expect(requestFor(finding())).toBe(
      "Add a clause: Supplier engages no sub-processor without the customer's prior authorisation; " +
        "The authorisation is in writing.",
    );
  });

  test("names the weak clause, the number and the missing element of a partial", () => {
    expect(requestFor(breachNotice())).toBe(
      "Make clause 14.3 binding. Breach notice: at most 48 hours instead of 96 hours. Add: Clock starts on awareness.",
    );
  });

  test("asks to strike adverse wording, each place once, and stops after two places", () => {
    const adverse = (clause: string) => evidence({ clause, supports: "adverse" });
    const strike = (...clauses: string[]) => requestFor(ownPurposes({ elements: [], evidence: clauses.map(adverse) }));
    expect(strike("8.4", "8.4")).toBe("Strike or rewrite clause 8.4.");
    expect(strike("8.4", "Schedule 2, 4.1")).toBe("Strike or rewrite clause 8.4 and Schedule 2, 4.1.");
    expect(strike("1", "2", "3", "4")).toBe("Strike or rewrite clause 1, clause 2 and 2 more.");
  });

  test("does not ask for optional elements, and falls back on the explanation", () => {
    const elements = finding().elements.map((element) => ({ ...element, mandatory: false }));
    const only = finding({ verdict: "partial", elements, explanation: "The clause is vague." });
    expect(requestFor(only)).toBe("The clause is vague.");
  });
});
