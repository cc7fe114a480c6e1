import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from "docx";
import type { Comparison, Run } from "../../model/comparison.ts";
import { type ClauseChangeView, comparisonView, type FindingChangeView } from "../views/comparison-view.ts";
import { sentenceCase } from "../views/words.ts";
import { fixedZip } from "./fixed-zip.ts";
import { docxTable } from "./table.ts";

const ACCENT = "1F3A5F";
const DELETED = "96191B";
const INSERTED = "1D5F4C";
const SOFT = "4D545C";
/** Twips of text width on A4 with the margins below. */
const WIDTH = 11906 - 2 * 1304;
const NO_DATE = "2000-01-01";

/**
 * The comparison as a Word document (ECMA-376): deleted words red and struck through, inserted words green and underlined, as plain
 * formatting and not as tracked changes. The same comparison gives the same bytes.
 */
export async function renderComparisonDocx(comparison: Comparison): Promise<Uint8Array> {
  const view = comparisonView(comparison);
  const children: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: `What changed: ${view.title}` }),
    body([run(`Old: ${view.old}`)]),
    body([run(`New: ${view.new}`)]),
    body([new TextRun({ text: view.sentence, bold: true }), run(` ${view.clauseSentence}`)]),
    ...view.reservations.map((line) => body([run(line)])),
    ...view.groups.flatMap(({ word, meaning, findings }) => [
      heading(1, `${word} (${findings.length})`),
      body([run(`${sentenceCase(meaning)}.`)]),
      ...findings.flatMap(findingBlocks),
    ]),
    ...view.matters.flatMap(({ title, rows }) => [
      heading(1, title),
      docxTable([["What", "Now", "Why"], ...rows.map(({ name, said, more }) => [name, said, more])], WIDTH, [3, 3, 4]),
      new Paragraph({ spacing: { after: 60 } }),
    ]),
    ...(view.clauses.length > 0
      ? [
          heading(1, "Wording"),
          body([
            run("Deleted words are "),
            ...marked({ kind: "deleted", text: "red and struck through" }),
            run(", inserted words "),
            ...marked({ kind: "inserted", text: "green and underlined" }),
            run("."),
          ]),
        ]
      : []),
    ...view.clauses.flatMap(clauseBlocks),
  ];
  const document = new Document({
    title: `What changed: ${view.title}`,
    creator: "clausecheck",
    lastModifiedBy: "clausecheck",
    styles: {
      default: {
        document: { run: { font: "Arial", size: 20, language: { value: "en-GB" } } },
        title: { run: { size: 34, bold: true, color: ACCENT }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { size: 26, bold: true, color: ACCENT }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: {
          run: { size: 21, bold: true, color: "000000" },
          paragraph: { spacing: { before: 240, after: 60 } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1304, bottom: 1304, left: 1304, right: 1304 } },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children,
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), NO_DATE);
}

function findingBlocks(finding: FindingChangeView): Paragraph[] {
  const behind =
    finding.causes.length > 0 ? `Behind it: ${finding.causes.map(({ label }) => label).join("; ")}.` : finding.without;
  return [
    heading(2, finding.title),
    body([
      new TextRun({ text: `${finding.severityWord}. `, bold: true }),
      run(`${finding.verdicts}. ${finding.accepted}`.trim()),
    ]),
    ...finding.points.flatMap(({ sign, said, quotes }) => [
      body(
        [
          new TextRun({ text: sign === "loss" ? "− " : "+ ", bold: true, color: sign === "loss" ? DELETED : INSERTED }),
          run(said),
        ],
        284,
      ),
      ...quotes.map(({ version, place, text }) =>
        body([new TextRun({ text: `${version}, ${place}: `, color: SOFT }), run(`“${text}”`)], 568),
      ),
    ]),
    body([new TextRun({ text: behind, color: SOFT })]),
  ];
}

function clauseBlocks({ word, place, heading: title, file, runs, redirects, moved }: ClauseChangeView): Paragraph[] {
  const effect =
    moved.length === 0 ? "Changes nothing that is checked." : `Effect: ${moved.map(({ label }) => label).join("; ")}.`;
  return [
    heading(2, `${`${place} ${title}`.trim()}: ${word.toLowerCase()}${file === "" ? "" : ` (${file})`}`),
    body(runs.flatMap(marked)),
    ...redirects.map((line) => body([run(line)])),
    body([new TextRun({ text: effect, color: SOFT, italics: true })]),
  ];
}

function marked({ kind, text }: Run): TextRun[] {
  const look =
    kind === "deleted"
      ? { color: DELETED, strike: true }
      : kind === "inserted"
        ? { color: INSERTED, underline: {}, bold: true }
        : {};
  return text.split("\n").map((line, i) => new TextRun({ text: line, ...(i > 0 ? { break: 1 } : {}), ...look }));
}

function heading(level: 1 | 2, text: string): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    text,
  });
}

function body(children: TextRun[], left = 0): Paragraph {
  return new Paragraph({ children, indent: { left }, spacing: { after: 100 } });
}

function run(text: string): TextRun {
  return new TextRun(text);
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 16,
        color: "666666",
        children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
