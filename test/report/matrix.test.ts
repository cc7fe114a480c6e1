import fc from "fast-check";
import { readXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { draftSchedule } from "../../src/draft/responsibility-schedule.ts";
import type { Review } from "../../src/model/review.ts";
import { readFile } from "../../src/read/read-file.ts";
import { renderScheduleDocx } from "../../src/report/docx/render-schedule-docx.ts";
import { loadSchedule } from "../../src/report/load-templates.ts";
import { renderScheduleMarkdown } from "../../src/report/markdown/render-schedule-markdown.ts";
import { renderMatrixHtml } from "../../src/report/render-html.ts";
import { renderMatrixJson } from "../../src/report/render-json.ts";
import { renderMatrixCsv, renderMatrixXlsx } from "../../src/report/sheets/matrix-sheets.ts";
import { matrixView } from "../../src/report/views/matrix-view.ts";
import { elementsOf } from "./page.ts";
import { evidence, sampleReview } from "./sample-review.ts";

const review = sampleReview();
const [first, ...others] = review.responsibilities;
if (!first) throw new Error("the sample review has a matrix");
const named = (name: string): Review =>
  sampleReview({
    responsibilities: [
      {
        ...first,
        name,
        explanation: name,
        concerns: [name],
        evidence: [evidence({ quote: name, bearer: "supplier" })],
      },
      ...others,
    ],
  });

test("holes come first, a cell for each party", () => {
  const view = matrixView(review);
  expect(view.sentence).toBe("Two functions of 3 have no clear owner, 2 of them core functions.");
  expect(view.sections.map(({ title, rows }) => [title, rows.map((row) => row.word)])).toEqual([
    ["Without a clear owner", ["Shared, not split", "Nobody"]],
    ["Operations", ["Supplier"]],
  ]);
  expect(view.sections[1]?.rows[0]?.cells.map((cell) => cell.word)).toEqual(["Bears it", "–", "–"]);
  expect(view.sections[0]?.rows[0]?.cells.map((cell) => cell.word)).toEqual(["Both", "Both", "–"]);
});

describe("the workbook", () => {
  test("has a sheet for the matrix, its quotes and the handovers", async () => {
    const workbook = await readXlsx(await renderMatrixXlsx(review));
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(["Responsibility matrix", "Quotes", "Handovers"]);
    const rows = workbook.sheets[0]?.rows ?? [];
    expect(rows.length).toBe(review.responsibilities.length + 1);
    expect(rows[1]?.slice(1, 5)).toEqual(["Security monitoring", "yes", "Supplier", "Clause 3.2"]);
  });

  test("comes out the same twice", async () => {
    expect(await renderMatrixXlsx(review)).toEqual(await renderMatrixXlsx(review));
    expect(await docx()).toEqual(await docx());
  });

  test("text that looks like a formula stays text", async () => {
    const formula = '=HYPERLINK("http://example.org","x")';
    const workbook = await readXlsx(await renderMatrixXlsx(named(formula)));
    expect(workbook.sheets[0]?.rows[1]?.[1]).toBe(formula);
    expect(renderMatrixCsv(named(formula))).toContain(`"'=HYPERLINK(`);
  });
});

const docx = () => renderScheduleDocx(draftSchedule(review, loadSchedule()));

describe("the schedule", () => {
  const schedule = draftSchedule(review, loadSchedule());

  test("states the owner and proposes the usual one, marked", () => {
    const rows = schedule.tables[0]?.rows ?? [];
    expect(rows.map((row) => [row.cells[0], row.cells[1], row.cells[4], row.isProposal])).toEqual([
      ["Security monitoring", "R/A", "Clause 3.2", false],
      ["Access reviews", "R/A", "Proposed", true],
      ["Patching", "R/A", "Proposed", true],
    ]);
    expect(schedule.note).toContain("proposals");
    expect(schedule.paragraphs.join(" ")).toContain("Fernhill shall perform");
    expect(schedule.paragraphs.join(" ")).not.toMatch(/[{}]/);
  });

  test("opens as a Word document with its tables", async () => {
    const file = await readFile(await docx(), "schedule.docx");
    expect(file.diagnostics).toEqual([]);
    const tables = file.blocks.filter((block) => block.kind === "table");
    expect(tables.length).toBe(schedule.tables.length);
    expect(tables[0]?.rows?.map((row) => row.cells[0]?.text)).toEqual([
      "Function",
      "Security monitoring",
      "Access reviews",
      "Patching",
    ]);
    expect(file.blocks.some((block) => block.text.includes("Fernhill shall perform"))).toBe(true);
  });

  test("reads as Markdown with its tables, whatever the names", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme-ascii", minLength: 3 }), async (name) => {
        const text = renderScheduleMarkdown(draftSchedule(named(name), loadSchedule()));
        const file = await readFile(new TextEncoder().encode(text), "schedule.md");
        const [table] = file.blocks.filter((block) => block.kind === "table");
        expect(table?.rows?.map((row) => row.cells.length)).toEqual([5, 5, 5, 5]);
      }),
      { numRuns: 50 },
    );
  });
});

test("the page keeps its skeleton, whatever the contract says", () => {
  const hostile = '</q><script>alert(1)</script><img src=x onerror="alert(1)">';
  const tags = (text: Review) => elementsOf(renderMatrixHtml(text)).map(({ tagName }) => tagName);
  expect(tags(named(hostile))).toEqual(tags(named("plain")));
  expect(JSON.parse(renderMatrixJson(named(hostile))).responsibilities[0].name).toBe(hostile);
});
