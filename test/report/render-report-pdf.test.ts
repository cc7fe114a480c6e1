import { beforeAll, describe, expect, it } from "vitest";
import type { Finding, Review } from "../../src/model/review.ts";
import { renderReportPdf } from "../../src/report/pdf/render-report-pdf.ts";
import { nodesOf, type PdfView, viewPdf, wordsOf } from "./pdf-structure.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";

const deviation: NonNullable<Finding["deviation"]> = {
  by: "Dana Hill, CISO",
  because: "The supplier is small.",
  accepted: "2026-10-01",
  until: "2027-03-01",
  status: "active",
};

/** Long enough for tables and quotes to run over pages. */
function longReview(): Review {
  const { findings, responsibilities } = sampleReview();
  const [duty] = responsibilities;
  return sampleReview({
    asOf: "2026-11-01",
    findings: [
      ...Array.from({ length: 6 }, () => structuredClone(findings)).flat(),
      finding({ title: "Exit plan", deviation }),
    ],
    responsibilities: Array.from({ length: 60 }, (_, index) => ({
      ...(duty ?? { ...responsibilities[0] }),
      functionId: `duty-${index}`,
      name: `Function ${index}`,
    })) as Review["responsibilities"],
  });
}

const textOf = ({ pages }: PdfView) => pages.flatMap(({ byContent }) => [...byContent.values()]).join("\n");

describe("the structure of the report", () => {
  let view: PdfView;
  beforeAll(async () => {
    view = await viewPdf(await renderReportPdf(longReview(), "legal"));
  });
  const nodes = () => view.pages.flatMap(({ tree }) => nodesOf(tree));

  it("names itself, its language and what is marked", () => {
    expect(view).toMatchObject({
      marked: true,
      title: "Gap report: Managed Hosting Agreement",
      language: "en-GB",
      showsTitle: true,
    });
  });

  it("leaves no page empty and no text outside the structure but running heads and repeated heads of tables", () => {
    expect(view.pages.length).toBeGreaterThan(8);
    for (const page of view.pages) {
      expect(wordsOf(page.tree, page).trim().length).toBeGreaterThan(40);
      const known = new Set(nodesOf(page.tree).flatMap(({ id }) => id ?? []));
      const outside = [...page.byContent.keys()].filter((id) => !known.has(id));
      expect(outside).toEqual(["Artifact"]);
      expect(page.byContent.get("Artifact")).toMatch(/Page \d+ of \d+/);
    }
  });

  it("skips no level of heading", () => {
    const levels = nodes().flatMap(({ role }) => (/^H[1-6]$/.test(role ?? "") ? [Number(role?.slice(1))] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(new Set(levels)).toEqual(new Set([1, 2, 3, 4]));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it("gives every table heads of columns and of rows, every list its items", () => {
    const tables = new Set<string>();
    for (const { tree } of view.pages) {
      for (const table of nodesOf(tree).filter(({ role }) => role === "Table")) {
        const rows = (table.children ?? []).map(({ children = [] }) => children.map(({ role }) => role));
        for (const cells of rows.filter((row) => row.length > 0)) {
          expect(cells.every((role) => role === "TH" || role === "TD")).toBe(true);
          expect(cells[0]).toBe("TH");
        }
        if (rows[0]?.every((role) => role === "TH")) tables.add(String(rows[0].length));
      }
    }
    // Areas, heat map, matrix, facts, files.
    expect([...tables].sort()).toEqual(["3", "4", "5", "7", "8"]);
    const items = nodes().filter(({ role }) => role === "LI");
    expect(items.length).toBeGreaterThan(40);
    for (const { children = [] } of items) expect(children.map(({ role }) => role)).toContain("LBody");
  });

  it("marks quotes as quotes", () => {
    const quotes = view.pages.flatMap((page) =>
      nodesOf(page.tree).flatMap((node) => (node.role === "BlockQuote" ? [wordsOf(node, page)] : [])),
    );
    expect(quotes).toContain("“The Supplier may use Customer Data to develop and improve its other products.”");
  });

  it("has bookmarks and contents that lead somewhere", () => {
    const titles = view.outline.map(({ title }) => title);
    expect(titles).toEqual([
      "Summary",
      "Raise these first",
      "Contents",
      "Accepted shortfalls",
      "Areas",
      "Findings",
      "Who does what",
      "Limits of this check",
      "What was assumed",
      "Defined terms",
      "Files and sources",
    ]);
    expect(view.outline.every(({ dest }) => Array.isArray(dest) && dest.length === 5)).toBe(true);
    expect(view.outline[5]?.items).toHaveLength(3);
    expect(view.broken).toEqual([]);
    const [first] = view.pages;
    const toc = first && nodesOf(first.tree).filter(({ role }) => role === "TOCI");
    expect(toc?.map((node) => wordsOf(node, first as NonNullable<typeof first>))).toContainEqual(
      expect.stringMatching(/^Files and sources ?\d+$/),
    );
  });

  it("lists accepted shortfalls and says so at the finding", () => {
    const text = textOf(view);
    expect(text.match(/Accepted until 1 March 2027/g)).toHaveLength(2);
    expect(text.match(/, by Dana Hill, CISO on 1 October 2026: The supplier is small\./g)).toHaveLength(2);
  });
});

it("gives the same bytes for the same review, and another file id for another", async () => {
  const review = sampleReview();
  const [one, same, other] = [
    await renderReportPdf(review, "legal"),
    await renderReportPdf(review, "legal"),
    await renderReportPdf(sampleReview({ findings: [finding()] }), "legal"),
  ];
  const idOf = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  expect(Buffer.compare(one, same)).toBe(0);
  expect(idOf(one)).not.toBe(idOf(other));
});

it("takes no markup or control character from the title", async () => {
  const title = "A & B </rdf:li> \u0000\u202e\ud800 甲";
  const review = sampleReview({ contract: { ...sampleReview().contract, title } });
  const bytes = await renderReportPdf(review, "legal");
  expect(Buffer.from(bytes).toString("utf8")).toContain(
    "Gap report: A &amp; B &lt;/rdf:li&gt; \ufffd\ufffd\ufffd 甲</rdf:li>",
  );
  expect((await viewPdf(bytes)).title).toBe("Gap report: A & B </rdf:li> \ufffd\ufffd\ufffd 甲");
});

it("keeps the words of a small report", async () => {
  const { pages } = await viewPdf(await renderReportPdf(sampleReview({ findings: [ownPurposes()] }), "legal"));
  const page = pages[1];
  expect(
    page &&
      nodesOf(page.tree)
        .filter(({ role }) => role === "P" || role === "BlockQuote")
        .map((node) => wordsOf(node, page)),
  ).toMatchSnapshot();
});

it("shows what the font lacks as U+FFFD and says so once", async () => {
  const quote = evidence({ quote: "Der Anbieter 供应商 notifies \u202eπελάτης\u202c Клиент.", supports: "adverse" });
  const text = textOf(
    await viewPdf(await renderReportPdf(sampleReview({ findings: [ownPurposes({ evidence: [quote] })] }), "legal")),
  );
  expect(text).toContain("“Der Anbieter ��� notifies �πελάτης� Клиент.”");
  expect(text.match(/Some characters of the contract cannot be shown/g)).toHaveLength(1);
  expect(textOf(await viewPdf(await renderReportPdf(sampleReview(), "legal")))).not.toContain("cannot be shown");
});

it("loses nothing of words and paragraphs longer than a page", async () => {
  const word = "x".repeat(20_000);
  const text = `${"The Supplier shall. ".repeat(600)}${word}\n${"line\n".repeat(200)}end-of-it`;
  const long = ownPurposes({
    explanation: text,
    title: text,
    evidence: [evidence({ quote: text, supports: "adverse" })],
  });
  const view = await viewPdf(await renderReportPdf(sampleReview({ findings: [long], responsibilities: [] }), "legal"));
  const all = textOf(view).replaceAll(/\s/g, "");
  expect(all.split("end-of-it").length - 1).toBeGreaterThanOrEqual(3);
  expect(all.match(/x/g)?.length).toBeGreaterThanOrEqual(60_000);
});

describe("the page for procurement", () => {
  const text = "WORD WWW ".repeat(1000);
  const long = (over: Partial<Finding>) =>
    breachNotice({
      title: text,
      why: text,
      explanation: text,
      verdict: "adverse",
      deviation: undefined as never,
      ...over,
    });
  const cases: readonly (readonly [string, Review])[] = [
    ["the sample", sampleReview()],
    ["nothing to raise", sampleReview({ findings: [] })],
    [
      "texts that are far too long",
      sampleReview({
        contract: {
          ...sampleReview().contract,
          title: "W".repeat(3000),
          parties: [
            { name: text, role: "customer" },
            { name: "Ж".repeat(400), role: "supplier" },
          ],
        },
        playbook: { id: text, version: text },
        findings: [
          ...Array.from({ length: 9 }, () => long({})),
          ...Array.from({ length: 9 }, () => long({ deviation: { ...deviation, by: text } })),
          ...(["security", "independent-testing", "responsibility", "governance"] as const).map((area) =>
            long({ area }),
          ),
        ],
      }),
    ],
  ];

  it.each(cases)("is one page: %s", async (_name, review) => {
    const view = await viewPdf(await renderReportPdf(review, "procurement"));
    expect(view.pages).toHaveLength(1);
    expect(view.marked).toBe(true);
    expect(textOf(view)).toContain("it is not legal advice.");
  });

  it("says for each area what to do, with word and numbers", async () => {
    const { pages } = await viewPdf(await renderReportPdf(sampleReview(), "procurement"));
    const [page] = pages;
    const rows = page && nodesOf(page.tree).filter(({ role }) => role === "TR");
    expect(
      rows?.map((row) => row.children?.map((cell) => wordsOf(cell, page as NonNullable<typeof page>).trim())),
    ).toEqual([
      ["Area", "Light", "What was found"],
      ["Data protection", "Raise before signing", "2 gaps, 1 to improve, of 3"],
      ["Security", "In order", "nothing to raise, of 1"],
      ["Independent testing", "A person must look", "1 for a person to decide, of 1"],
    ]);
  });
});
