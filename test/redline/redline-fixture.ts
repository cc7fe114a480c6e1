import fc from "fast-check";
import type { Contract, ReadFile } from "../../src/model/contract.ts";
import type { RedlineEdit } from "../../src/model/redline.ts";
import { readDocx } from "../../src/read/docx.ts";
import { segmentContract } from "../../src/segment/segment-contract.ts";
import { makeDocx } from "../read/docx-fixture.ts";

const THEIRS = 'w:author="Supplier" w:date="2025-05-05T00:00:00Z"';

/** Words as a run, formatted or not. */
const run = fc
  .tuple(fc.constantFrom("", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:i/><w:sz w:val="20"/></w:rPr>'), words())
  .map(([look, text]) => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`);

/** What may stand in a paragraph: runs, others' changes, links, controls, fields, tabs, breaks, others' comments. */
const inline = fc.oneof(
  { weight: 6, arbitrary: run },
  run.map((inner) => `<w:ins w:id="901" ${THEIRS}>${inner}</w:ins>`),
  words().map(
    (text) => `<w:del w:id="902" ${THEIRS}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`,
  ),
  run.map((inner) => `<w:hyperlink w:anchor="a">${inner}</w:hyperlink>`),
  run.map((inner) => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`),
  run.map((inner) => `<w:smartTag w:uri="u" w:element="e">${inner}</w:smartTag>`),
  run.map(
    (inner) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ),
  fc
    .tuple(words(), words())
    .map(([a, b]) => `<w:r><w:t>${a}</w:t><w:tab/><w:t>${b}</w:t><w:lastRenderedPageBreak/></w:r>`),
  fc.tuple(words(), words()).map(([a, b]) => `<w:r><w:t>${a}</w:t><w:br/><w:t>${b}</w:t></w:r>`),
  run.map(
    (inner) =>
      `<w:commentRangeStart w:id="3"/>${inner}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>`,
  ),
);

const paragraph = fc
  .tuple(
    fc.constantFrom(
      "",
      '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
      `<w:pPr><w:jc w:val="both"/><w:rPr><w:ins w:id="903" ${THEIRS}/><w:b/></w:rPr></w:pPr>`,
      `<w:pPr><w:rPr><w:del w:id="904" ${THEIRS}/></w:rPr></w:pPr>`,
    ),
    fc.array(inline, { minLength: 1, maxLength: 5 }),
  )
  .map(([properties, parts]) => `<w:p>${properties}${parts.join("")}</w:p>`);

const table = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
  .map((cells) => `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell.join("")}<w:p/></w:tc>`).join("")}</w:tr></w:tbl>`);

const controlled = fc
  .tuple(fc.constantFrom("", '<w:lock w:val="contentLocked"/>'), paragraph)
  .map(([lock, inner]) => `<w:sdt><w:sdtPr>${lock}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`);

/** The body of a small document. */
export const body = fc
  .array(fc.oneof({ weight: 5, arbitrary: paragraph }, table, controlled), { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.join(""));

/** Distinct words: two lines that are alike would be one to any alignment. */
function words(): fc.Arbitrary<string> {
  return fc
    .array(
      fc.tuple(fc.constantFrom("the", "Supplier", "shall", "notify", "a &amp; b", "“data”", "x"), fc.nat(99_999)),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) => `${list.map(([word, n]) => `${word}${n}`).join(" ")} `);
}

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

/** A Word file with that body, as bytes and as read. */
export async function docxOf(xml: string): Promise<{ bytes: Uint8Array; read: ReadFile; contract: Contract }> {
  const comments = `<w:comment w:id="3" ${THEIRS}><w:p><w:r><w:t>Theirs</w:t></w:r></w:p></w:comment>`;
  const bytes = makeDocx({ body: xml, numbering: NUMBERING, comments });
  const read = await readDocx(bytes, { name: "c.docx", sha256: "0" });
  return { bytes, read, contract: segmentContract([read]) };
}

/** Edits at places that `seeds` choose: of each line at most one, within the line. */
export function editsAt({ text }: Contract, seeds: readonly (readonly [number, number, number])[]): RedlineEdit[] {
  const lines = [...text.matchAll(/[^\n]+/g)].filter(([line]) => line.trim() !== "");
  const used = new Set<number>();
  return seeds.flatMap(([at, from, kind]): RedlineEdit[] => {
    const index = at % Math.max(lines.length, 1);
    const line = lines[index];
    if (!line || used.has(index)) return [];
    used.add(index);
    const start = line.index + line[0].indexOf(line[0].trim());
    const length = line[0].trim().length;
    const notes = kind % 2 === 0 ? [{ requirementId: "r", lines: ["Title", "Why"] }] : [];
    if (kind % 4 === 0)
      return [
        {
          kind: "insert",
          after: start,
          notes,
          paragraphs: [{ like: start, number: { kind: "none" }, text: `New ${from}\tline` }],
        },
      ];
    const begin = start + (from % length);
    const end = Math.min(start + length, begin + 1 + (from % 17));
    if (kind % 4 === 1) return [{ kind: "comment", span: { start: begin, end }, notes }];
    return [{ kind: "replace", span: { start: begin, end }, text: kind % 3 === 0 ? "" : "instead", notes }];
  });
}
