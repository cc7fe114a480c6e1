import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderReportDocx } from "../../src/report/docx/render-report-docx.ts";
import { all, faultsOf, paragraphsOf, partsOf, wordsOf } from "./docx-parts.ts";
import { breachNotice, evidence, finding, sampleReview } from "./sample-review.ts";

const legal = async (review: Review) => partsOf(await renderReportDocx(review, "legal"));
const parts = await legal(sampleReview());
const main = parts["word/document.xml"] ?? "";

test("headings in the report's order, so that the navigation pane has them", () => {
  expect(paragraphsOf(main, /^(Title|Heading\d)$/)).toMatchInlineSnapshot(`
    [
      "Managed Hosting Agreement",
      "Raise these first",
      "Areas",
      "Findings",
      "Critical (2)",
      "1. Sub-processors only with authorisation",
      "2. Breach notice to the customer",
      "High (2)",
      "3. No use of the data for the supplier's own purposes",
      "High and covered (1)",
      "4. Encryption at rest",
      "Medium (2)",
      "5. Penetration tests",
      "Medium, not applicable (1)",
      "Who does what",
      "What the contract says of each function",
      "Limits of this check",
      "What was assumed",
      "Defined terms",
      "Files and sources",
    ]
  `);
});

test("the table of contents is there before Word updates it, and Word does not ask to", () => {
  expect(paragraphsOf(main, /^TOC\d$/)).toEqual(paragraphsOf(main, /^Heading[123]$/));
  expect(main).toContain('TOC \\o "1-3" \\n \\h \\z');
  expect(Object.values(parts).join("")).not.toMatch(/updateFields|w:dirty/);
});

test("a finding with its elements, numbers, quotes and their places, law and clause", () => {
  const start = main.indexOf("2. Breach notice", main.indexOf('w:name="Finding2"'));
  const own = main.slice(
    main.lastIndexOf("<w:p>", start),
    main.indexOf("</w:p>", main.indexOf('w:name="Finding2Clause"')),
  );
  const lines = all(`${own}</w:p>`, /(<w:p>.*?<\/w:p>)/gs).map(
    (line) => `${/<w:pStyle w:val="([^"]+)"/.exec(line)?.[1] ?? "Normal"}: ${wordsOf(line)}`,
  );
  expect(lines.filter((line) => !line.startsWith("Gap"))).toMatchInlineSnapshot(`
    [
      "Heading3: 2. Breach notice to the customer",
      "Stamp: ◐ Partial  ·  Critical  ·  Data protection  ·  Confidence 93 %",
      "Normal: Clause 14.2(a) gives the supplier 96 hours; expected at most 48 (playbook).",
      "Why: Without it the supplier may hand the data to anybody.",
      "Label: What it must say",
      "TableHead: Ref.",
      "TableHead: Element",
      "TableHead: Result",
      "TableHead: Where",
      "TableText: (a)",
      "TableText: Supplier notifies the customer of every personal data breach  mandatory",
      "TableText: ✓ met",
      "TableText: Clause 14.2(a)",
      "TableText: (b)",
      "TableText: Maximum time stated in hours  mandatory, beyond the statute",
      "TableText: ≈ met weakly",
      "TableText: Clause 14.2(a)",
      "TableText: (c)",
      "TableText: Clock starts on awareness  mandatory",
      "TableText: ✗ not met",
      "TableText: ",
      "Label: Numbers",
      "Item: – Breach notice: the contract says 96 hours; the playbook asks for at most 48 hours: beyond the limit",
      "Label: The contract's words",
      "Place: Clause 14.3  ·  Updates  ·  hosting.pdf, page 13  ·  Weak wording: An effort is not a duty.",
      "QuoteWeak: The Supplier will use reasonable endeavours to provide updates.",
      "Place: Clause 14.2(a)  ·  Personal data breach  ·  hosting.pdf, page 12  ·  shows (a), (b)",
      "Quote: The Supplier shall notify the Customer within ninety-six (96) hours of confirming a breach.",
      "Labelled: What was searched 214 clauses and table rows read; nearest to the subject:",
      "Item: Clause 14  ·  Data protection  ·  hosting.pdf, page 12: “The Supplier shall process Personal Data only on the instructions of the Customer.” Speaks of the subject, but states none of the elements that lack.",
      "Labelled: The law and standards UK GDPR/GDPR Art 33(2)",
      "Label: Suggested clause",
      "SuggestedClause: The Supplier shall not engage another processor without the prior written authorisation of the Customer.",
    ]
  `);
});

test("pictures are tables with numbers, shapes and words", () => {
  const [coverage = "", heat = ""] = ["Verdicts by area", "Severity by verdict"].map((caption) => {
    const at = main.indexOf(`<w:tblCaption w:val="${caption}`);
    return main.slice(at, main.indexOf("</w:tbl>", at));
  });
  const rows = (table: string) =>
    all(table, /<w:tr>(.*?)<\/w:tr>/gs).map((row) => all(row, /<w:tc>(.*?)<\/w:tc>/gs).map(wordsOf));
  expect(rows(coverage)).toMatchInlineSnapshot(`
    [
      [
        "Area",
        "Requirements by verdict",
        "Of what applies",
      ],
      [
        "Data protection",
        "▲ 1",
        "☒ 1",
        "◐ 1",
        "0 of 3 covered",
      ],
      [
        "Security",
        "✓ 1",
        "1 of 1 covered",
      ],
      [
        "Independent testing",
        "? 1",
        "0 of 1 covered",
      ],
    ]
  `);
  expect(rows(heat)).toMatchInlineSnapshot(`
    [
      [
        "Severity",
        "Adverse",
        "Missing",
        "Partial",
        "Undecided",
        "Covered",
        "All",
      ],
      [
        "Critical",
        "0",
        "☒ 1",
        "◐ 1",
        "0",
        "0",
        "2",
      ],
      [
        "High",
        "▲ 1",
        "0",
        "0",
        "0",
        "✓ 1",
        "2",
      ],
      [
        "Medium",
        "0",
        "0",
        "0",
        "? 1",
        "0",
        "1",
      ],
    ]
  `);
});

test("the matrix lies across the sheet, each page has its number and the language is British English", () => {
  expect(all(main, /<w:pgSz [^>]*w:orient="(\w+)"/g)).toEqual(["portrait", "landscape", "portrait"]);
  const foot = parts["word/footer1.xml"] ?? "";
  expect(`${wordsOf(foot)}${all(foot, /<w:instrText[^>]*>([^<]+)/g).join(" ")}`).toBe("Page  of PAGE NUMPAGES");
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"/>');
  expect(parts["docProps/core.xml"]).toMatch(/<dc:title>Gap report: Managed Hosting Agreement<.*<dc:language>en-GB</);
});

test("Word finds nothing to repair", async () => {
  expect(faultsOf(parts)).toEqual([]);
  const bare = sampleReview({ findings: [], responsibilities: [], definedTerms: [], facts: [], diagnostics: [] });
  expect(faultsOf(await legal(bare))).toEqual([]);
  expect(faultsOf(partsOf(await renderReportDocx(sampleReview(), "procurement")))).toEqual([]);
  expect(faultsOf(partsOf(await renderReportDocx(bare, "procurement")))).toEqual([]);
});

test("the same review gives the same bytes", async () => {
  const [first, , second] = await Promise.all([
    renderReportDocx(sampleReview(), "legal"),
    renderReportDocx(sampleReview({ findings: [] }), "legal"),
    renderReportDocx(sampleReview(), "legal"),
  ]);
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

describe("text of the contract", () => {
  const hostile = 'Ends </w:t></w:r></w:p><w:p/> & "quoted" $& @section-1@ \u0007 \ud800 \u202eturned\u2066 \uffff';
  const shown = 'Ends </w:t></w:r></w:p><w:p/> & "quoted" $& @section-1@ \ufffd \ufffd \ufffdturned\ufffd \ufffd';
  const review = sampleReview({
    contract: { ...sampleReview().contract, title: hostile },
    findings: [
      breachNotice({ title: hostile, evidence: [evidence({ quote: hostile, heading: hostile, because: hostile })] }),
    ],
  });

  test.each(["legal", "procurement"] as const)("stays text, for %s", async (audience) => {
    const own = partsOf(await renderReportDocx(review, audience));
    expect(faultsOf(own)).toEqual([]);
    expect(paragraphsOf(own["word/document.xml"] ?? "", /^Title$/)).toEqual([shown]);
  });

  test("keeps its lines and stands whole in the quote", async () => {
    const lines = sampleReview({
      findings: [breachNotice({ evidence: [evidence({ start: 1, quote: `one\ntwo\t${hostile}` })] })],
    });
    const own = await legal(lines);
    expect(paragraphsOf(own["word/document.xml"] ?? "", /^Quote/)).toContain(`one two ${shown}`);
  });
});

describe("an accepted shortfall", () => {
  const deviation = {
    by: "Dana Okafor",
    because: "It ends soon.",
    accepted: "2026-03-02",
    until: "2027-03-01",
  } as const;

  test.each([
    ["active", "Accepted until 1 March 2027"],
    ["expired", "Accepted until 1 March 2027: expired, counts again"],
  ] as const)("%s: shown with its finding and in a list of its own", async (status, word) => {
    const own = await legal(
      sampleReview({ asOf: "2026-11-24", findings: [finding({ deviation: { ...deviation, status } })] }),
    );
    const xml = own["word/document.xml"] ?? "";
    const said = `${word}, by Dana Okafor on 2 March 2026: It ends soon.`;
    expect(paragraphsOf(xml, /^Accepted$/)).toEqual([said]);
    expect(paragraphsOf(xml, /^TableText$/)).toContain(said);
    expect(paragraphsOf(xml, /^Heading1$/)).toContain("Accepted shortfalls");
    expect(paragraphsOf(xml, /^Particulars$/)).toContain("As of 24 November 2026");
  });
});
