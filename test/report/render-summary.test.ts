import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { renderSummaryHtml } from "../../src/report/render-html.ts";
import { attribute, elementsOf, textOf } from "./page.ts";
import { breachNotice, finding, sampleReview } from "./sample-review.ts";

const page = renderSummaryHtml(sampleReview());
const elements = elementsOf(page);
const body = (html: string) =>
  elementsOf(html)
    .filter(({ tagName }) => tagName === "body")
    .map((element) => textOf(element).replaceAll(/\s+/g, " ").trim())
    .join();

test("lights, the worst with what to ask for, and the reservation, in plain words", () => {
  expect(body(page)).toMatchInlineSnapshot(
    `"The contract on one page Managed Hosting Agreement Supplier Fernhill Hosting GmbH Customer Northwind Stationery Ltd Raise before signing 2 of 5 requirements are gaps, 1 critical; one clause works against you. 1 covered, 1 covered in part, 1 undecided and 1 not applicable. One reservation limits what this report can say. The full report lists what was not read. Area by area Each area with its light Area Light What was found Data protection Raise before signing 2 gaps, 1 to improve, of 3 Security In order nothing to raise, of 1 Independent testing A person must look 1 for a person to decide, of 1 Raise these first Missing Critical Sub-processors only with authorisation Without it the supplier may hand the data to anybody. Ask the supplier: Add a clause: Supplier engages no sub-processor without the customer's prior authorisation; The authorisation is in writing. Adverse High No use of the data for the supplier's own purposes Without it the supplier may hand the data to anybody. Ask the supplier: Strike or rewrite clause 8.4. Add: Supplier engages no sub-processor without the customer's prior authorisation; The authorisation is in writing. Partial Critical Breach notice to the customer Without it the supplier may hand the data to anybody. Ask the supplier: Make clause 14.3 binding. Breach notice: at most 48 hours instead of 96 hours. Add: Clock starts on awareness. Checked against the playbook uk-outsourcing 1.0. This page shows what the text of the contract says; it is not legal advice."`,
  );
});

test("no id of a requirement, and of the playbook only its name in the foot", () => {
  expect(page.slice(page.indexOf("<body"))).not.toMatch(/gdpr\.|sec\.|test\.|resp\.|gov\./);
  const foot = elements.find(({ tagName }) => tagName === "footer");
  expect(body(page).match(/playbook/gi)).toEqual(["playbook"]);
  expect(foot && textOf(foot)).toContain("playbook uk-outsourcing 1.0");
});

test("the policy allows its own style sheet and nothing else; nothing is fetched", () => {
  const style = elements.filter(({ tagName }) => tagName === "style").map(textOf)[0] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(elements.map((element) => attribute(element, "content"))).toContain(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
  expect(page).not.toMatch(/url\(|@import|https?:|<script|style="/);
  expect(renderSummaryHtml(sampleReview())).toBe(page);
});

describe("accepted shortfalls", () => {
  const deviation = {
    by: "Dana Okafor",
    because: "For a year.",
    accepted: "2026-01-01",
    until: "2026-12-31",
    status: "active",
  } as const;

  test("stand with who and until when; beyond three, paper says how many more", () => {
    const findings = ["a", "b", "c", "d", "e"].map((title) => finding({ title, deviation }));
    const text = body(renderSummaryHtml(sampleReview({ findings })));
    expect(text).toContain("a: Accepted until 31 December 2026, by Dana Okafor");
    expect(text).toContain("Two more in the full report.");
    expect(text).toContain("In order");
  });
});

test("nothing to raise, and nothing that applies", () => {
  const none = body(renderSummaryHtml(sampleReview({ findings: [], diagnostics: [] })));
  expect(none).toContain("Does not apply");
  expect(none).not.toContain("Raise these first");
  const partial = body(renderSummaryHtml(sampleReview({ findings: [breachNotice()] })));
  expect(partial).toContain("To improve None of 1 requirement is a gap.");
});

test("markup in the contract stays text", () => {
  const hostile = `<img src=x onerror=alert(1)>{{title}}\u202e`;
  const html = renderSummaryHtml(
    sampleReview({
      contract: { ...sampleReview().contract, title: hostile, parties: [{ name: hostile, role: "supplier" }] },
      findings: [finding({ title: hostile, why: hostile })],
    }),
  );
  expect(elementsOf(html).some(({ tagName }) => tagName === "img")).toBe(false);
  expect(body(html)).toContain("<img src=x onerror=alert(1)>{{title}}\ufffd");
});
