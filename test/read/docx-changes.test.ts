import { describe, expect, it } from "vitest";
import { allText, cell, p, r, readFixture, row } from "./docx-fixture.ts";

const WHO = 'w:id="1" w:author="A"';
const inserted = (content: string): string => `<w:ins ${WHO}>${content}</w:ins>`;
const deleted = (text: string): string => `<w:del ${WHO}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const mark = (change: string): string => `<w:pPr><w:rPr><w:${change} ${WHO}/></w:rPr></w:pPr>`;

describe("tracked changes", () => {
  it("are read as accepted, counted, and never leak", async () => {
    const body =
      `<w:p>${r("within ")}${deleted("thirty")}${inserted(r("sixty"))}${r(" days")}</w:p>` +
      `<w:p>${mark("del")}${deleted("gone")}</w:p>` +
      `<w:p><w:moveFrom ${WHO}>${r("moved away")}</w:moveFrom>${r("stays")}<w:moveTo ${WHO}>${r(" here")}</w:moveTo></w:p>`;
    const file = await readFixture({ body });
    expect(allText(file.blocks)).toBe("within sixty days\nstays here");
    expect(file.diagnostics).toEqual([
      {
        code: "tracked-changes-accepted",
        severity: "warning",
        message: "contract.docx: has tracked changes: 2 insertions and 4 deletions were read as accepted.",
        file: "contract.docx",
      },
    ]);
  });

  it("join paragraphs whose mark is deleted", async () => {
    const body = `<w:p>${mark("del")}${r("one ")}</w:p><w:p>${r("two")}</w:p>${p("three")}`;
    expect(allText((await readFixture({ body })).blocks)).toBe("one two\nthree");
  });

  it("keep the words of a deleted mark with nothing after it", async () => {
    const inCell = cell(`<w:p>${mark("del")}${r("cell")}</w:p>`);
    const body = `<w:tbl>${row(inCell, cell("x"))}</w:tbl><w:p>${mark("del")}${r("last")}</w:p>`;
    expect(allText((await readFixture({ body })).blocks)).toBe("\ncell\nx\nlast");
  });

  it("drop deleted rows and cells", async () => {
    const gone = `<w:tr><w:trPr><w:del ${WHO}/></w:trPr>${cell("leak")}</w:tr>`;
    const body = `<w:tbl>${gone}${row(cell("a"), cell("leak", `<w:cellDel ${WHO}/>`), cell("b"))}</w:tbl>`;
    expect(allText((await readFixture({ body })).blocks)).toBe("\na\nb");
  });

  it("take the notes of deleted references with them", async () => {
    const reference = `<w:del ${WHO}><w:r><w:footnoteReference w:id="1"/></w:r></w:del>`;
    const footnotes = `<w:footnote w:id="1">${p("leak")}</w:footnote>`;
    expect(allText((await readFixture({ body: `<w:p>${r("text")}${reference}</w:p>`, footnotes })).blocks)).toBe(
      "text",
    );
  });
});

describe("what stays out of the text", () => {
  it("counts comments and keeps them apart", async () => {
    const body = `<w:p><w:commentRangeStart w:id="0"/>${r("text")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const comments = [0, 1].map((id) => `<w:comment w:id="${id}">${p("leak")}</w:comment>`).join("");
    const file = await readFixture({ body, comments });
    expect(allText(file.blocks)).toBe("text");
    expect(file.diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["comments-kept-apart", "contract.docx: has 2 comments; comments are not contract text and were not checked."],
    ]);
  });

  it("leaves hidden text out and says how much, and a hidden paragraph takes no number", async () => {
    const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const hidden = `<w:p><w:pPr>${numbered}<w:rPr><w:vanish/></w:rPr></w:pPr>${r("leak", "<w:vanish/>")}</w:p>`;
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const file = await readFixture({
      body: `${hidden}<w:p>${r("a")}${r("leak", "<w:vanish/>")}</w:p>${p("b", numbered)}`,
      numbering,
    });
    expect(file.blocks.map(({ text, label }) => [text, label])).toEqual([
      ["a", undefined],
      ["b", "1."],
    ]);
    expect(file.diagnostics.map(({ code }) => code)).toEqual(["reader-note"]);
    expect(file.diagnostics[0]?.message).toContain("2 passages of hidden text");
  });
});
