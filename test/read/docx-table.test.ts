import { describe, expect, it } from "vitest";
import type { TableRow } from "../../src/model/block.ts";
import { cell, p, r, readFixture, row } from "./docx-fixture.ts";

async function rowsOf(content: string, styles?: string): Promise<readonly TableRow[]> {
  const file = await readFixture({ body: `<w:tbl>${content}</w:tbl>`, ...(styles === undefined ? {} : { styles }) });
  expect(file.diagnostics).toEqual([]);
  return file.blocks[0]?.rows ?? [];
}

const bold = (text: string): string => cell(`<w:p>${r(text, "<w:b/>")}</w:p>`);

describe("tables of Word files", () => {
  it("keeps spans of columns and rows and the paragraphs of a cell", async () => {
    const rows = await rowsOf(
      row(cell("wide", '<w:gridSpan w:val="2"/>'), cell("c")) +
        row(cell("tall", '<w:vMerge w:val="restart"/>'), cell(p("one") + p("two")), cell("f")) +
        row(cell("", "<w:vMerge/>"), cell("h"), cell("i")),
    );
    expect(rows.map(({ cells }) => cells)).toEqual([
      [
        { text: "wide", columns: 2, rows: 1 },
        { text: "c", columns: 1, rows: 1 },
      ],
      [
        { text: "tall", columns: 1, rows: 2 },
        { text: "one\ntwo", columns: 1, rows: 1 },
        { text: "f", columns: 1, rows: 1 },
      ],
      [
        { text: "h", columns: 1, rows: 1 },
        { text: "i", columns: 1, rows: 1 },
      ],
    ]);
  });

  it("puts a nested table after the table around it", async () => {
    const inner = `<w:tbl>${row(cell("in 1"), cell("in 2"))}</w:tbl>`;
    const { blocks } = await readFixture({
      body: `<w:tbl>${row(cell(p("outer") + inner), cell("side"))}</w:tbl>${p("after")}`,
    });
    expect(blocks.map(({ kind, text, rows }) => rows?.[0]?.cells.map((part) => part.text) ?? [kind, text])).toEqual([
      ["outer", "side"],
      ["in 1", "in 2"],
      ["paragraph", "after"],
    ]);
  });

  it("reads a table of one cell as the text in its frame", async () => {
    const { blocks } = await readFixture({ body: `<w:tbl>${row(cell(p("one") + p("two")))}</w:tbl>` });
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ["paragraph", "one"],
      ["paragraph", "two"],
    ]);
  });

  it("believes the file about header rows", async () => {
    const marked = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Measure")}${cell("Owner")}</w:tr>`;
    const rows = await rowsOf(marked + row(cell("Backup"), cell("Supplier")));
    expect(rows.map(({ header }) => header)).toEqual([true, false]);
  });

  it("takes a bold first row for a header, not a bold first column", async () => {
    const headed = await rowsOf(row(bold("Measure"), bold("Owner")) + row(cell("Backup"), cell("Supplier")));
    expect(headed.map(({ header }) => header)).toEqual([true, false]);
    const named = await rowsOf(row(bold("Customer"), cell("One Ltd")) + row(bold("Supplier"), cell("Two Ltd")));
    expect(named.map(({ header }) => header)).toEqual([false, false]);
  });

  it("takes the first row of a table style that makes it bold for a header", async () => {
    const style =
      '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>';
    const properties = '<w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook w:val="04A0"/></w:tblPr>';
    const rows = await rowsOf(properties + row(cell("x"), cell("y")) + row(cell("x"), cell("y")), style);
    expect(rows.map(({ header }) => header)).toEqual([true, false]);
  });

  it("takes short labels over long text for a header, but not a list of names and values", async () => {
    const long = "the supplier keeps a copy of all data in a second place";
    const headed = await rowsOf(row(cell("Measure"), cell("Detail")) + row(cell("Copies of all data"), cell(long)));
    expect(headed[0]?.header).toBe(true);
    const values = await rowsOf(row(cell("Start"), cell("January")) + row(cell("Term"), cell(long)));
    expect(values[0]?.header).toBe(false);
  });
});
