import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { RedlineEdit } from "../../src/model/redline.ts";
import { readDocx } from "../../src/read/docx.ts";
import { writeRedline } from "../../src/redline/write-redline.ts";
import { makeDocx } from "../read/docx-fixture.ts";
import { body, docxOf, editsAt } from "./redline-fixture.ts";
import { settle } from "./settle.ts";

const AUTHOR = "Ours";
const seeds = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 6 });

async function redlined(xml: string, edits: (text: string) => readonly RedlineEdit[]) {
  const { bytes, contract } = await docxOf(xml);
  const span = { start: 0, end: contract.text.length };
  const written = writeRedline(bytes, edits(contract.text), {
    name: "c.docx",
    text: contract.text,
    span,
    author: AUTHOR,
  });
  return written;
}

const textOf = async (bytes: Uint8Array) => (await readDocx(bytes, { name: "c.docx", sha256: "0" })).blocks;
const documentOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());

describe("writeRedline", () => {
  test("rejecting all gives the old text back, whatever the document and the changes", async () => {
    await fc.assert(
      fc.asyncProperty(body, seeds, async (xml, chosen) => {
        const { bytes, read, contract } = await docxOf(xml);
        const edits = editsAt(contract, chosen);
        const span = { start: 0, end: contract.text.length };
        const written = writeRedline(bytes, edits, { name: "c.docx", text: contract.text, span, author: AUTHOR });
        expect(await textOf(settle(written.bytes, AUTHOR, "reject"))).toEqual(read.blocks);
        expect(await textOf(settle(written.bytes, AUTHOR, "accept"))).toEqual(await textOf(written.bytes));
        expect(written.outcomes).toHaveLength(edits.length);
      }),
      { numRuns: 40 },
    );
  });

  test("changes and comments of others stay, with their author, date and words", async () => {
    await fc.assert(
      fc.asyncProperty(body, seeds, async (xml, chosen) => {
        const { bytes, contract } = await docxOf(xml);
        const span = { start: 0, end: contract.text.length };
        const options = { name: "c.docx", text: contract.text, span, author: AUTHOR };
        const written = writeRedline(bytes, editsAt(contract, chosen), options);
        const rejected = settle(written.bytes, AUTHOR, "reject");
        expect(theirs(documentOf(rejected))).toEqual(theirs(documentOf(bytes)));
        expect(strFromU8(unzipSync(written.bytes)["word/comments.xml"] ?? new Uint8Array())).toContain("Theirs");
        const ids = [...documentOf(written.bytes).matchAll(/<w:(?:ins|del) w:id="(\d+)" w:author="Ours"/g)].map(
          ([, id]) => id,
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 30 },
    );
  });

  test("a number is replaced between the runs it is spread over, in its own formatting", async () => {
    const xml =
      '<w:p><w:r><w:t xml:space="preserve">within </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>seventy</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>-two (72)</w:t></w:r><w:r><w:t xml:space="preserve"> hours</w:t></w:r></w:p>';
    const { bytes } = await redlined(xml, (text) => {
      const start = text.indexOf("seventy");
      return [{ kind: "replace", span: { start, end: start + 16 }, text: "twenty-four (24)", notes: [] }];
    });
    expect(documentOf(bytes)).toMatch(
      /<w:ins w:id="\d+" w:author="Ours" w:date="2000-01-01T00:00:00Z"><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">twenty-four \(24\)<\/w:t>/,
    );
    expect((await textOf(bytes))[0]?.text).toBe("within twenty-four (24) hours");
  });

  test("within somebody's insertion theirs is parted and ours stands between", async () => {
    const xml =
      '<w:p><w:ins w:id="7" w:author="Supplier" w:date="2025-05-05T00:00:00Z"><w:r><w:t>within 72 hours</w:t></w:r></w:ins></w:p>';
    const { bytes } = await redlined(xml, (text) => {
      const start = text.indexOf("72");
      return [{ kind: "replace", span: { start, end: start + 2 }, text: "24", notes: [] }];
    });
    expect((await textOf(bytes))[0]?.text).toBe("within 24 hours");
    expect(documentOf(bytes)).not.toMatch(/<w:ins [^>]*><w:ins /);
    expect(documentOf(bytes).match(/w:author="Supplier"/g)).toHaveLength(2);
  });

  test("words of a field are not changed: a comment stands at the paragraph", async () => {
    const xml =
      '<w:p><w:r><w:t xml:space="preserve">see </w:t></w:r><w:fldSimple w:instr="REF a"><w:r><w:t>clause 9</w:t></w:r></w:fldSimple></w:p>';
    const notes = [{ requirementId: "r", lines: ["Title"] }];
    const { bytes, outcomes, comments } = await redlined(xml, (text) => {
      const start = text.indexOf("clause");
      return [{ kind: "replace", span: { start, end: start + 6 }, text: "para", notes }];
    });
    expect(outcomes).toEqual(["commented"]);
    expect(comments).toBe(1);
    expect((await textOf(bytes))[0]?.text).toBe("see clause 9");
  });

  test("behind the last paragraph: its mark is the one inserted, and rejecting leaves no empty paragraph", async () => {
    const xml =
      '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>First</w:t></w:r></w:p><w:p><w:r><w:t>Last</w:t></w:r></w:p><w:sectPr/>';
    const { bytes } = await redlined(xml, (text) => [
      {
        kind: "insert",
        after: text.indexOf("Last"),
        notes: [],
        paragraphs: [{ like: 0, number: { kind: "none" }, text: "New" }],
      },
    ]);
    expect((await textOf(bytes)).map(({ text }) => text)).toEqual(["First", "Last", "New"]);
    const rejected = documentOf(settle(bytes, AUTHOR, "reject"));
    expect(rejected.match(/<w:p>/g)).toHaveLength(2);
    expect(rejected).not.toContain("w:pPrChange");
  });

  test("parts that it does not change keep their content, and no edit leaves the file as it is", async () => {
    const xml = "<w:p><w:r><w:t>Word</w:t></w:r></w:p>";
    const { bytes: old } = await docxOf(xml);
    const { bytes } = await redlined(xml, () => [
      { kind: "replace", span: { start: 0, end: 4 }, text: "Words", notes: [] },
    ]);
    const [before, after] = [unzipSync(old), unzipSync(bytes)];
    for (const path of Object.keys(before)) if (path !== "word/document.xml") expect(after[path]).toEqual(before[path]);
    expect((await redlined(xml, () => [])).bytes).toEqual(old);
  });

  test("a file that names its elements otherwise is refused in one line", async () => {
    const parts = unzipSync(makeDocx({ body: "" }));
    const xml =
      '<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body><x:p/></x:body></x:document>';
    parts["word/document.xml"] = strToU8(xml);
    const options = { name: "c.docx", text: "", span: { start: 0, end: 0 }, author: AUTHOR };
    expect(() => writeRedline(zipSync(parts), [], options)).toThrow(/c\.docx: cannot be changed as it is/);
  });
});

/** What others have changed, as author and words; an insertion that was parted counts as one. */
function theirs(xml: string): string[] {
  const inserted = [...xml.matchAll(/<w:ins [^>]*w:author="Supplier"[^>/]*>([\s\S]*?)<\/w:ins>/g)].map(
    ([, inner = ""]) => wordsOf(inner),
  );
  const deleted = [...xml.matchAll(/<w:del [^>]*w:author="Supplier"[^>/]*>([\s\S]*?)<\/w:del>/g)].map(
    ([, inner = ""]) => wordsOf(inner),
  );
  return [inserted.join(""), deleted.join(""), String(xml.match(/<w:rPr><w:(?:ins|del) [^>]*Supplier/g)?.length ?? 0)];
}

function wordsOf(xml: string): string {
  return xml.replace(/<[^>]+>/g, "");
}
