import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocx } from "../../src/read/docx.ts";
import { allText, cell, makeDocx, p, r, readFixture, row } from "./docx-fixture.ts";

const HEADING_STYLES = [
  '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="House Sub"/><w:basedOn w:val="H2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold"/><w:rPr><w:b/></w:rPr></w:style>',
].join("");

function textBox(content: string): string {
  const shape = `<wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline>`;
  const choice = `<mc:Choice Requires="wps"><w:drawing>${shape}</w:drawing></mc:Choice>`;
  const picture = `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  return `<w:r><mc:AlternateContent>${choice}<mc:Fallback>${picture}</mc:Fallback></mc:AlternateContent></w:r>`;
}

function field(code: string, result: string): string {
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const codeRun = `<w:r><w:instrText>${code}</w:instrText></w:r>`;
  return `${mark("begin")}${codeRun}${mark("separate")}${r(result)}${mark("end")}`;
}

describe("readDocx", () => {
  it("reads a file of the docx package in silence", async () => {
    const children = [
      new Paragraph({ text: "Security", heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [new TextRun("The supplier shall encrypt "), new TextRun({ text: "all", bold: true })],
      }),
    ];
    const bytes = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    const file = await readDocx(bytes, { name: "a.docx", sha256: "ab" });
    expect(file).toEqual({
      name: "a.docx",
      sha256: "ab",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      blocks: [
        { kind: "heading", text: "Security", level: 1, origin: "body" },
        { kind: "paragraph", text: "The supplier shall encrypt all", origin: "body" },
      ],
      diagnostics: [],
      unreadPages: [],
    });
  });

  it("finds the main document by its relationship", async () => {
    const file = await readFixture({ body: p("Found"), mainPart: "word/document2.xml" });
    expect(allText(file.blocks)).toBe("Found");
  });

  it.each([
    [
      "strict namespaces",
      (xml: string) =>
        xml.replaceAll(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    ],
    [
      "other prefixes",
      (xml: string) =>
        xml
          .replaceAll("<w:", "<n0:")
          .replaceAll("</w:", "</n0:")
          .replaceAll(" w:", " n0:")
          .replace("xmlns:w=", "xmlns:n0="),
    ],
  ])("reads files with %s", async (_, change) => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const parts = Object.entries(unzipSync(makeDocx({ body: p("text", list), numbering })));
    const changed = parts.map(([name, content]) => [name, strToU8(change(strFromU8(content)))] as const);
    const file = await readDocx(zipSync(Object.fromEntries(changed)), { name: "a.docx", sha256: "00" });
    expect(file.blocks).toEqual([{ kind: "list-item", text: "text", label: "4.", level: 0, origin: "body" }]);
  });

  it("gives headings by outline level, style name and base style their level", async () => {
    const body =
      p("One", '<w:outlineLvl w:val="0"/>') +
      p("Two", '<w:pStyle w:val="H2"/>') +
      p("Three", '<w:pStyle w:val="Sub"/>') +
      p("Text", '<w:pStyle w:val="H2"/><w:outlineLvl w:val="9"/>');
    const { blocks } = await readFixture({ body, styles: HEADING_STYLES });
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ["heading", 1],
      ["heading", 2],
      ["heading", 2],
      ["paragraph", undefined],
    ]);
  });

  it.each([
    ["Audit. The supplier lets the customer audit its premises once a year", "paragraph"],
    ["The supplier shall encrypt all backups.", "paragraph"],
    ["The rights and duties of the parties stay in force after the end of this agreement;", "paragraph"],
    ["1. Definitions and interpretation of terms", "heading"],
    ["Schedule 2: Description of the managed services", "heading"],
    ["Confidentiality.", "heading"],
    ["No. 4 Rules for access to premises", "heading"],
  ])("judges by its words whether a text in a heading style is a heading: %s", async (text, kind) => {
    const { blocks } = await readFixture({ body: p(text, '<w:pStyle w:val="H2"/>'), styles: HEADING_STYLES });
    expect(blocks[0]?.kind).toBe(kind);
  });

  it("marks paragraphs that are bold or underlined as a whole", async () => {
    const body =
      p("By style", '<w:pStyle w:val="Bold"/>') +
      `<w:p>${r("By ", "<w:b/>")}${r("run", "<w:b/>")}</w:p>` +
      `<w:p>${r("Underlined", '<w:u w:val="single"/>')}</w:p>` +
      `<w:p>${r("Partly", "<w:b/>")}${r(" bold")}</w:p>`;
    const { blocks } = await readFixture({ body, styles: HEADING_STYLES });
    expect(blocks.map((block) => block.emphasis)).toEqual([true, true, true, undefined]);
  });

  it("shows field results, never field codes, nested ones too", async () => {
    const nested = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field("MERGEFIELD x", "inner")}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${r("12.3")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const simple = `<w:fldSimple w:instr="REF a">${r("(b)")}</w:fldSimple>`;
    const file = await readFixture({ body: `<w:p>${r("clause ")}${nested}${simple}</w:p>` });
    expect(allText(file.blocks)).toBe("clause 12.3(b)");
    expect(file.diagnostics).toEqual([]);
  });

  it("keeps the text after a field that is never closed and says so", async () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${r("Kept")}</w:p>${p("Kept too")}`;
    const file = await readFixture({ body });
    expect(allText(file.blocks)).toBe("Kept\nKept too");
    expect(file.diagnostics.map(({ code }) => code)).toEqual(["reader-note"]);
  });

  it("reads links, symbols, tabs, breaks, hyphens and form fields", async () => {
    const box =
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>';
    const body = `<w:p><w:hyperlink w:anchor="x">${r("link")}</w:hyperlink><w:r><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>EU </w:t>${box}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const file = await readFixture({ body });
    expect(file.blocks[0]?.text).toBe("link\t\u{1F5F9}\nnon\u2011EU ☒");
    expect(file.blocks[0]?.emphasis).toBeUndefined();
  });

  it("reads content controls around blocks, words, rows and cells, ticked or not", async () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const tick = (sign: string): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent>${r(sign)}</w:sdtContent></w:sdt>`;
    const rows = control(row(cell("a"), control(cell("b")))) + row(cell("c"), cell("d"));
    const body = `${control(p("Block"))}<w:p>${tick("☐")}${r(" option ")}${control(r("word"))}</w:p><w:tbl>${rows}</w:tbl>`;
    const file = await readFixture({ body });
    expect(allText(file.blocks)).toBe("Block\n☐ option word\n\na\nb\nc\nd");
    expect(file.blocks[2]?.rows?.map(({ cells }) => cells.length)).toEqual([2, 2]);
    expect(file.diagnostics).toEqual([]);
  });

  it("places a text box once, after its paragraph", async () => {
    const body = `<w:p>${r("Host")}${textBox(p("Boxed"))}</w:p>${p("Next")}`;
    const file = await readFixture({ body });
    expect(file.blocks.map(({ text, origin }) => [text, origin])).toEqual([
      ["Host", "body"],
      ["Boxed", "text-box"],
      ["Next", "body"],
    ]);
    expect(file.diagnostics).toEqual([]);
  });

  it("places notes after the block that refers to them, out of tables too", async () => {
    const note = (kind: string, id: number, text: string, more = ""): string =>
      `<w:${kind} ${more} w:id="${id}">${p(text)}</w:${kind}>`;
    const refer = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const inCell = `<w:p>${r("Cell")}${refer("footnote", 2)}</w:p>`;
    const body = `<w:p>${r("Text")}${refer("footnote", 1)}${refer("endnote", 1)}</w:p><w:tbl>${row(cell(inCell), cell("x"))}</w:tbl>`;
    const footnotes =
      note("footnote", 0, "line", 'w:type="separator"') + note("footnote", 1, "F1") + note("footnote", 2, "F2");
    const file = await readFixture({ body, footnotes, endnotes: note("endnote", 1, "E1") });
    expect(file.blocks.map(({ text, origin }) => [text, origin])).toEqual([
      ["Text", "body"],
      ["F1", "footnote"],
      ["E1", "endnote"],
      ["", "body"],
      ["F2", "footnote"],
    ]);
  });

  it("puts running headers and footers last, each text once", async () => {
    const references = ["header1", "header2", "footer1"]
      .map((id) => `<w:${id.slice(0, -1)}Reference w:type="default" r:id="${id}"/>`)
      .join("");
    const file = await readFixture({
      body: `${p("Body")}<w:sectPr>${references}</w:sectPr>`,
      running: { header1: p("Draft"), header2: p("Draft"), footer1: p("Page 1") },
    });
    expect(file.blocks.map(({ text, origin }) => [text, origin])).toEqual([
      ["Body", "body"],
      ["Draft", "header"],
      ["Page 1", "footer"],
    ]);
  });

  it("reports an imported document, a damaged part and a page that is a picture", async () => {
    const picture = "<w:p><w:r><w:drawing><wp:inline><a:blip/></wp:inline></w:drawing></w:r></w:p>";
    const file = await readFixture({
      body: `${p("Text")}<w:altChunk r:id="x"/>${picture}`,
      styles: "",
      extra: { "word/styles.xml": strToU8("<w:styles") },
    });
    expect(file.diagnostics.map(({ code }) => code)).toEqual([
      "part-unreadable",
      "part-unreadable",
      "image-with-text-skipped",
    ]);
    expect(file.diagnostics.every(({ file: name }) => name === "contract.docx")).toBe(true);
  });

  it("reads the same bytes to the same blocks", async () => {
    const bytes = makeDocx({ body: p("One") + p("Two") });
    const options = { name: "a.docx", sha256: "00" };
    expect(await readDocx(bytes, options)).toEqual(await readDocx(bytes, options));
  });
});
