import fc from "fast-check";
import { parseCsv, readXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { renderReportCsv, renderReportXlsx } from "../../src/report/sheets/report-sheets.ts";
import { breachNotice, evidence, finding, ownPurposes, sampleReview } from "./sample-review.ts";
import { all, attribute, children, partsOf, WORKSHEET_ORDER } from "./workbook-parts.ts";

const accepted = {
  by: "Dana Okafor",
  because: "Our own key service opens later.",
  accepted: "2026-03-02",
  until: "2027-03-01",
  status: "active" as const,
};
const review = sampleReview({
  asOf: "2026-11-24",
  findings: [...sampleReview().findings, finding({ title: "Key management", verdict: "partial", deviation: accepted })],
});
const HOSTILE = [
  '=HYPERLINK("http://example.org","x")',
  "+1+cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "_x0041_ \u0000\u202e\ud800",
];
const saying = (text: string): Review => {
  const quote = evidence({ quote: text, heading: text, because: text, file: text, clause: text });
  return sampleReview({
    contract: { ...sampleReview().contract, title: text },
    findings: [
      breachNotice({ title: text, evidence: [quote], explanation: text, suggestion: text }),
      ownPurposes({ deviation: { ...accepted, by: text, because: text } }),
    ],
    diagnostics: [{ code: "reader-note", severity: "info", message: text, file: text }],
  });
};

describe("the workbook", () => {
  test("has a sheet for each part, read back as written", async () => {
    const { sheets } = await readXlsx(await renderReportXlsx(review));
    expect(sheets.map(({ name, rows }) => [name, rows.length - 1])).toEqual([
      ["Summary", 21],
      ["Findings", 7],
      ["Elements", 15],
      ["Responsibilities", 3],
      ["Quantities", 1],
      ["Quotes", 13],
      ["Accepted shortfalls", 1],
      ["Limits", 1],
    ]);
    const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
    expect(rowsOf("Summary").map((row) => row.filter((cell) => cell !== null && cell !== ""))).toMatchSnapshot();
    expect(rowsOf("Findings").map((row) => row.slice(0, 10))).toMatchSnapshot();
    expect(rowsOf("Quantities")[1]?.slice(3, 11)).toEqual([
      "Breach notice",
      "96 hours",
      "at most 48 hours",
      "beyond the limit",
      96,
      48,
      24,
      "hours",
    ]);
    expect(rowsOf("Accepted shortfalls")[1]).toEqual([
      3,
      "Key management",
      "Partial",
      "Critical",
      "Accepted until 1 March 2027",
      "yes",
      "Dana Okafor",
      "Our own key service opens later.",
      "2026-03-02",
      "2027-03-01",
    ]);
  });

  test("is a package as ECMA-376 wants it", async () => {
    const parts = partsOf(await renderReportXlsx(review));
    const types = parts.get("[Content_Types].xml");
    const covered = (path: string) =>
      all(types, "Override").some((item) => attribute(item, "PartName") === `/${path}`) ||
      all(types, "Default").some((item) => path.endsWith(`.${attribute(item, "Extension")}`) && path.endsWith(".rels"));
    for (const path of parts.keys()) if (path !== "[Content_Types].xml") expect(covered(path), path).toBe(true);
    const targets = all(parts.get("xl/_rels/workbook.xml.rels"), "Relationship");
    for (const target of targets) expect(parts.has(`xl/${attribute(target, "Target")}`)).toBe(true);
    const workbook = parts.get("xl/workbook.xml");
    const names = all(workbook, "sheet").map((sheet) => attribute(sheet, "name"));
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
    expect(new Set(names).size).toBe(names.length);
    expect(all(workbook, "definedName").map((item) => item.textContent)).toEqual(
      names.map((name) => `'${name}'!$1:$1`),
    );
    const ids = targets.map((target) => attribute(target, "Id"));
    for (const sheet of all(workbook, "sheet")) expect(ids).toContain(attribute(sheet, "r:id"));
  });

  test("its styles count right, and no cell points beyond them", async () => {
    const parts = partsOf(await renderReportXlsx(review));
    const styles = parts.get("xl/styles.xml");
    const size = (name: string) => children(all(styles, name)[0]).length;
    for (const name of ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles"])
      expect(size(name), name).toBe(Number(attribute(all(styles, name)[0], "count")));
    for (const xf of children(all(styles, "cellXfs")[0])) {
      expect(Number(attribute(xf, "fontId"))).toBeLessThan(size("fonts"));
      expect(Number(attribute(xf, "fillId"))).toBeLessThan(size("fills"));
      expect(Number(attribute(xf, "borderId"))).toBeLessThan(size("borders"));
    }
    const strings = children(parts.get("xl/sharedStrings.xml")).length;
    for (const [path, sheet] of parts) {
      if (!path.startsWith("xl/worksheets/sheet")) continue;
      for (const cell of all(sheet, "c")) {
        expect(Number(attribute(cell, "s"))).toBeLessThan(size("cellXfs"));
        if (attribute(cell, "t") === "s") expect(Number(cell.textContent)).toBeLessThan(strings);
      }
    }
  });

  test("each sheet has its elements in order, a frozen head, filters and a page set up", async () => {
    const parts = partsOf(await renderReportXlsx(review));
    const sheets = [...parts].filter(([path]) => path.startsWith("xl/worksheets/sheet"));
    expect(sheets.length).toBe(8);
    for (const [, sheet] of sheets) {
      const order = children(sheet).map(({ tagName }) => WORKSHEET_ORDER.indexOf(tagName));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(order).not.toContain(-1);
      const pane = all(sheet, "pane")[0];
      expect([attribute(pane, "state"), attribute(pane, "ySplit"), attribute(pane, "topLeftCell")]).toEqual([
        "frozen",
        "1",
        "A2",
      ]);
      expect(attribute(all(sheet, "autoFilter")[0], "ref")).toBe(attribute(all(sheet, "dimension")[0], "ref"));
      expect(all(sheet, "f").concat(all(sheet, "hyperlink"))).toEqual([]);
      const numbers = all(sheet, "row").map((row) => Number(attribute(row, "r")));
      expect(numbers).toEqual(numbers.map((_, i) => i + 1));
      for (const column of all(sheet, "col")) expect(Number(attribute(column, "width"))).toBeLessThan(120);
    }
  });

  test("a verdict has its word and its colour", async () => {
    const parts = partsOf(await renderReportXlsx(review));
    const fills = all(parts.get("xl/styles.xml"), "fgColor").map((color) => attribute(color, "rgb"));
    expect(new Set(fills).size).toBe(7);
    expect(fills).toContain("FFF6D9D8");
  });

  test.each(HOSTILE)("%j stays a text", async (text) => {
    const bytes = await renderReportXlsx(saying(text));
    for (const [path, part] of partsOf(bytes)) if (path.includes("sheet")) expect(all(part, "f")).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    const shown = text.toWellFormed().replaceAll(/[\u0000\u202e]/g, "\ufffd");
    expect(sheets[1]?.rows[1]?.[3]).toBe(shown);
    expect(sheets[7]?.rows[1]?.[1]).toBe(shown);
  });

  test("the same review gives the same bytes", async () => {
    expect(await renderReportXlsx(review)).toEqual(await renderReportXlsx(review));
  });
});

describe("the CSV", () => {
  test("has one row a finding, in the columns of the sheet", () => {
    const csv = renderReportCsv(review);
    expect(csv.startsWith("\ufeffNo.,Verdict,Severity,Requirement,Area,")).toBe(true);
    const rows = parseCsv(csv);
    expect(rows.length).toBe(review.findings.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([16]));
    expect(rows[1]?.slice(0, 4)).toEqual(["1", "Missing", "Critical", "Sub-processors only with authorisation"]);
  });

  test("reads back whole whatever the contract says, and no cell begins a formula", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const rows = parseCsv(renderReportCsv(saying(text)));
        expect(rows.map((row) => row.length)).toEqual([16, 16, 16]);
        for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 100 },
    );
  });
});
