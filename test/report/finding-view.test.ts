import { describe, expect, test } from "vitest";
import { findingView } from "../../src/report/views/finding-view.ts";
import { orderFindings } from "../../src/report/views/order-findings.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

test("orders findings by severity, then verdict", () => {
  expect(orderFindings(sampleReview().findings).map(({ severity, verdict }) => `${severity} ${verdict}`)).toEqual([
    "critical missing",
    "critical partial",
    "high adverse",
    "high covered",
    "medium undecided",
    "medium not-applicable",
  ]);
});

describe("findingView", () => {
  test("says of each element whether it is met, met weakly or not met, and where", () => {
    const { elements } = findingView(breachNotice(), 1);
    expect(elements.map(({ letter, word, places }) => [letter, word, places.map(({ label }) => label)])).toEqual([
      ["a", "met", ["Clause 14.2(a)"]],
      ["b", "met weakly", ["Clause 14.2(a)"]],
      ["c", "not met", []],
    ]);
  });

  test("never says 'not met' where nothing could be decided", () => {
    expect(findingView(finding({ verdict: "undecided" }), 1).elements.map(({ word }) => word)).toEqual([
      "not decided",
      "not decided",
    ]);
  });

  test("shows a quote once, weak before plain wording, with the elements it shows", () => {
    const { quotes } = findingView(breachNotice(), 4);
    expect(quotes.map(({ anchor, kind, place, page, letters }) => [anchor, kind, place, page, letters])).toEqual([
      ["finding-4-q1", "weak", "Clause 14.3", "page 13", []],
      ["finding-4-q2", "element", "Clause 14.2(a)", "page 12", ["a", "b"]],
    ]);
  });

  test("keeps the worse reading of wording that is both weak and the evidence of an element", () => {
    const weak = evidence({ supports: "weak", because: "An effort is not a duty." });
    const { quotes } = findingView(breachNotice({ evidence: [weak] }), 1);
    expect(quotes.map(({ kind, because, letters }) => [kind, because, letters])).toEqual([
      ["weak", "An effort is not a duty.", ["a", "b"]],
    ]);
  });

  test("shows a quote as a reader sees it where the file carries markup", () => {
    const marked = evidence({ quote: "**must** notify", shown: "must notify", supports: "adverse" });
    expect(findingView(ownPurposes({ evidence: [marked] }), 1).quotes[0]?.text).toBe("must notify");
  });

  test("opens the proof of absence for missing and undecided, keeps it at hand for partial, leaves it out for others", () => {
    const open = (verdict: Parameters<typeof finding>[0]) => findingView(finding(verdict), 1).searched?.open;
    expect(open({ verdict: "missing" })).toBe(true);
    expect(open({ verdict: "undecided" })).toBe(true);
    expect(open({ verdict: "partial" })).toBe(false);
    expect(open({ verdict: "covered" })).toBeUndefined();
    expect(open({ verdict: "adverse" })).toBeUndefined();
  });

  test("rounds confidence down, so that nothing reads as certain that is not", () => {
    expect(findingView(finding({ confidence: 0.999 }), 1).confidence).toBe("99 %");
    expect(findingView(finding({ confidence: 1 }), 1).confidence).toBe("100 %");
  });

  test("suggests no clause where the contract has a good one, and splits paragraphs", () => {
    expect(findingView(finding({ verdict: "covered" }), 1).suggestion).toEqual([]);
    expect(findingView(finding({ suggestion: "One.\n\nTwo.\n" }), 1).suggestion).toEqual(["One.", "Two."]);
  });

  test("names unread pages by file, in runs", () => {
    const page = (file: string) => (number: number) => ({ file, page: number });
    const unreadPages = [...[9, 3, 4, 5].map(page("msa.pdf")), page("annex.pdf")(1)];
    const searched = { clauses: [], near: [], clausesRead: 3, unreadPages };
    expect(findingView(finding({ searched }), 1).searched?.unread).toEqual([
      "msa.pdf: pages 3–5, 9",
      "annex.pdf: page 1",
    ]);
  });
});
