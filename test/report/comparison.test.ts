import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { comparisonText } from "../../src/cli/comparison-text.ts";
import type { Comparison } from "../../src/model/comparison.ts";
import { renderComparisonDocx } from "../../src/report/docx/render-comparison-docx.ts";
import { renderComparisonMarkdown } from "../../src/report/markdown/render-comparison-markdown.ts";
import { renderComparisonHtml } from "../../src/report/render-comparison-html.ts";
import { renderComparisonJson } from "../../src/report/render-comparison-json.ts";
import { attribute, elementsOf, textOf } from "./page.ts";
import { evidence } from "./sample-review.ts";

const HOSTILE = "<script>alert(1)</script> | **bold** ~~gone~~";
const place = (clause: string) => ({ file: "hosting.pdf", page: 12, clause, heading: HOSTILE });
const comparison: Comparison = {
  schema: "clausecheck.comparison/1",
  old: { title: "Hosting", files: [{ name: "old.pdf", sha256: "0a" }], reservations: ["One page has no text."] },
  new: { title: HOSTILE, files: [{ name: "new.pdf", sha256: "0b" }], reservations: [] },
  playbook: { id: "uk-outsourcing", version: "1" },
  library: { version: "1", sha256: "0c" },
  findingCounts: { opened: 1, worse: 0, closed: 0, better: 0, unchanged: 9 },
  findings: [
    {
      requirementId: "gdpr.art33.processor-breach-notice",
      title: "Personal data breach notice to the customer",
      area: "data-protection",
      severity: "critical",
      effect: "opened",
      lost: true,
      old: "covered",
      new: "missing",
      explanation: "",
      elements: [
        {
          id: "time",
          text: "Maximum time stated in hours",
          mandatory: true,
          change: "lost",
          old: [evidence({ quote: HOSTILE })],
          new: [],
        },
      ],
      numbers: [
        {
          metric: "breach_notice_hours",
          unit: "hours",
          old: 24,
          limit: 48,
          change: "removed",
          lost: true,
          oldEvidence: [],
          newEvidence: [],
        },
      ],
      wording: [],
      causes: ["c1"],
    },
  ],
  clauseCounts: { unchanged: 40, moved: 3, changed: 1, new: 0, removed: 0 },
  clauses: [
    {
      id: "c1",
      change: "changed",
      old: place("14.2"),
      new: place("15.2"),
      runs: [
        { kind: "equal", text: `${HOSTILE} notify` },
        { kind: "deleted", text: " within 24 hours" },
        { kind: "inserted", text: " without\nundue delay" },
      ],
      redirects: [{ text: "12.1", was: "12.1 Audit", wasNow: "13.1 Audit", now: "12.1 Notices" }],
      findings: ["gdpr.art33.processor-breach-notice"],
      functions: [],
    },
  ],
  responsibilities: [],
  parties: [],
  terms: [{ term: "Data", change: "removed" }],
  documents: [],
  facts: [],
  deviations: [],
};
const html = renderComparisonHtml(comparison);
const elements = elementsOf(html);

test("the page carries no script and no request, and everything is escaped", () => {
  expect(elements.map(({ tagName }) => tagName)).not.toContain("script");
  expect(html).not.toMatch(/https?:\/\/|\son\w+=/);
  const policy = elements.find((element) => attribute(element, "http-equiv") === "Content-Security-Policy");
  expect(attribute(policy ?? elements[0] ?? fail(), "content")).toContain("default-src 'none'; style-src 'sha256-");
});

test("each id is there once and each link has a target", () => {
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  const links = elements.flatMap((element) => attribute(element, "href") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(links.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
});

test("deleted and inserted words are marked as such, by more than colour", () => {
  const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag).map((element) => textOf(element));
  expect(named("del")).toContain("within 24 hours");
  expect(named("ins")).toContain("without\nundue delay");
  expect(html).toMatch(/del \{[^}]*line-through/);
});

test("finding and clause lead to each other", () => {
  const link = (href: string) => elements.filter((element) => attribute(element, "href") === href).map(textOf);
  expect(link("#c1")).toEqual(["clause 14.2, now 15.2"]);
  expect(link("#f-gdpr-art33-processor-breach-notice")).toEqual([
    "opened “Personal data breach notice to the customer”",
  ]);
});

test("the terminal has 80 columns and says both kinds of change in signs", () => {
  const asIs = (text: string) => text;
  const text = comparisonText(comparison, { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs });
  expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(text.replaceAll(/\s+/g, " ")).toContain("[-within 24 hours-] {+without undue delay+}");
  expect(text).toContain("- Breach notice: 24 hours, now no number; limit 48 hours");
});

test("Markdown takes what looks like a mark in a contract as text", () => {
  const text = renderComparisonMarkdown(comparison);
  expect(text).toContain("~~within 24 hours~~ **without**  \n**undue delay**");
  expect(text).not.toMatch(/[^\\]<script/);
  expect(text).toContain("\\*\\*bold\\*\\*");
});

test("Word strikes deleted words through and underlines inserted ones, without tracked changes", async () => {
  const xml = strFromU8(unzipSync(await renderComparisonDocx(comparison))["word/document.xml"] ?? new Uint8Array());
  expect(xml).toMatch(/<w:strike\/>(?:(?!<\/w:r>).)*within 24 hours/);
  expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*undue delay/);
  expect(xml).not.toMatch(/<w:(?:ins|del)\b/);
});

test("the same comparison gives the same bytes", async () => {
  expect(renderComparisonHtml(comparison)).toBe(html);
  expect(
    Buffer.from(await renderComparisonDocx(comparison)).equals(Buffer.from(await renderComparisonDocx(comparison))),
  ).toBe(true);
  const turned = Object.fromEntries(Object.entries(comparison).toReversed()) as Comparison;
  expect(renderComparisonJson(turned)).toBe(renderComparisonJson(comparison));
  expect(JSON.parse(renderComparisonJson(comparison))).toEqual(comparison);
});

function fail(): never {
  throw new Error("no element");
}
