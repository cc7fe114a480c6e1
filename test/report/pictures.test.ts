import { describe, expect, test } from "vitest";
import type { Accepted, Finding, Review } from "../../src/model/review.ts";
import { renderHtml, renderMatrixHtml } from "../../src/report/render-html.ts";
import { barOf } from "../../src/report/views/bar-of.ts";
import { attribute, elementsOf, textOf } from "./page.ts";
import { breachNotice, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const COUNTS = { adverse: 0, missing: 0, partial: 0, undecided: 0, covered: 0, "not-applicable": 0 };
const ACCEPTED: Accepted = {
  by: "Dana Okafor, CISO",
  because: "For the first year only.",
  accepted: "2026-03-01",
  until: "2027-02-28",
  status: "active",
};
const accepted = (status: Accepted["status"], one: Finding): Finding => ({
  ...one,
  deviation: { ...ACCEPTED, status },
});
const partsOf = (page: string, className: string) =>
  elementsOf(page).filter((element) => attribute(element, "class")?.split(" ").includes(className));
const lines = (page: string, className: string) =>
  partsOf(page, className).map((element) => textOf(element).replaceAll(/\s+/g, " ").trim());

describe("verdicts by area", () => {
  test("pieces fill the bar; a piece too narrow shows no number, a broad one its shape too", () => {
    const bar = barOf({ ...COUNTS, missing: 1, partial: 2, covered: 27, "not-applicable": 9 });
    expect(bar.map(({ verdict, width, numbered, shape }) => [verdict, width, numbered, shape])).toEqual([
      ["missing", 3.33, false, false],
      ["partial", 6.67, true, false],
      ["covered", 90, true, true],
    ]);
    expect(barOf(COUNTS)).toEqual([]);
  });

  test("each bar has a name that says the numbers", () => {
    const names = partsOf(renderHtml(sampleReview()), "bar").map((bar) => attribute(bar, "aria-label"));
    expect(names).toEqual([
      "Data protection: 1 adverse, 1 missing, 1 partial",
      "Security: 1 covered",
      "Independent testing: 1 undecided",
    ]);
  });
});

describe("severity by verdict", () => {
  const page = renderHtml(
    sampleReview({
      findings: [finding(), accepted("active", finding()), ownPurposes(), accepted("expired", ownPurposes())],
    }),
  );
  const [heat] = partsOf(page, "heat");
  const rows = elementsOf(page)
    .filter(({ tagName, parentNode }) => tagName === "tr" && parentNode && "parentNode" in parentNode)
    .filter((row) => textOf(row).includes("Critical") || /^\s*High/.test(textOf(row)))
    .map((row) => textOf(row).replaceAll(/\s+/g, " ").trim());

  test("is a table with a number in each field, and says which are accepted", () => {
    expect(heat && textOf(heat)).toContain("the stronger the shade, the sooner to raise");
    expect(rows).toEqual(["Critical 0 2 1 accepted 0 0 0 2", "High 2 0 0 0 0 2"]);
  });

  test("a field has a shade beside its number, and a shape where something is there", () => {
    const classes = elementsOf(page).flatMap((element) =>
      element.tagName === "td" ? (/^h\d.*/.exec(attribute(element, "class") ?? "")?.[0] ?? []) : [],
    );
    expect(classes).toEqual([
      "h0 none",
      "h4",
      "h0 none",
      "h0 none",
      "h0 none",
      "h3",
      "h0 none",
      "h0 none",
      "h0 none",
      "h0 none",
    ]);
  });
});

describe("who bears what", () => {
  test.each([renderHtml, renderMatrixHtml])(
    "a picture with a name stands before the table",
    (render: (review: Review) => string) => {
      const page = render(sampleReview());
      expect(partsOf(page, "duty-groups").map((picture) => attribute(picture, "aria-label"))).toEqual([
        "Functions by who bears them. Shared, not split: 1; nobody: 1; supplier: 1. The table says the same in words.",
      ]);
      expect(lines(page, "duty")).toEqual(["SCTAccess reviews ◆", "SCTPatching ◆", "SCTSecurity monitoring ◆"]);
      expect(page.indexOf('duty-groups"')).toBeLessThan(page.indexOf('class="plain duties"'));
    },
  );
});

describe("accepted shortfalls", () => {
  const page = renderHtml(
    sampleReview({
      asOf: "2026-11-24",
      findings: [
        accepted("active", finding()),
        accepted("expired", ownPurposes()),
        accepted("outgrown", breachNotice()),
        accepted("not-needed", finding({ verdict: "covered", title: "Covered by now" })),
        accepted("not-needed", finding({ verdict: "not-applicable", title: "Does not apply" })),
      ],
    }),
  );
  const holds = "Accepted until 28 February 2027";
  const tail = ", by Dana Okafor, CISO on 1 March 2026: For the first year only.";

  test("all stand in a section of their own, whether or not they hold", () => {
    const [section] = partsOf(page, "accepted");
    const entries = (section?.childNodes ?? [])
      .flatMap((child) => ("tagName" in child ? [textOf(child)] : []))
      .map((text) => text.replaceAll(/\s+/g, " ").trim());
    expect(entries).toEqual([
      `Missing Critical Sub-processors only with authorisation ${holds}${tail}`,
      `Partial Critical Breach notice to the customer ${holds}: does not hold, the contract is worse than what was accepted${tail}`,
      `Covered Critical Covered by now ${holds}: no longer needed${tail}`,
      `Not applicable Critical Does not apply ${holds}: no longer needed${tail}`,
      `Adverse High No use of the data for the supplier's own purposes ${holds}: expired, counts again${tail}`,
    ]);
    expect(textOf(elementsOf(page)[0] ?? never())).toContain("Accepted shortfalls are weighed for 24 November 2026.");
  });

  test("each stands with its finding too; only those that hold mark the margin", () => {
    expect(lines(page, "deviation")).toHaveLength(4);
    expect(lines(page, "stamp").filter((stamp) => stamp.includes("Accepted"))).toEqual([
      "Missing Critical Accepted Confidence 90 %",
    ]);
    expect(lines(page, "line-place").filter((place) => place.includes("no longer needed"))).toHaveLength(2);
  });

  test("without any there is no section and no word of it", () => {
    expect(renderHtml(sampleReview())).not.toMatch(/Accepted|accepted shortfalls/);
  });
});

function never(): never {
  throw new Error("the element is not on the page");
}
