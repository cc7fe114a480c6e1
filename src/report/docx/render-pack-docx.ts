import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LeaderType,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  type Table,
  TextRun,
} from "docx";
import type { Inline, PackClause, PackSchedule, PackView, ScheduleBlock } from "../../model/pack-view.ts";
import { fixedZip } from "./fixed-zip.ts";
import {
  ACCENT,
  AUTHOR,
  countedBookmarks,
  FONT,
  LANGUAGE,
  NO_DATE,
  pageNumbers,
  runningHead,
  sheet,
  textWidth,
} from "./look.ts";
import { docxTable } from "./table.ts";

const CLAUSES = "clauses";
const PARTIES = "parties";
const MARGIN = 1304;
const WIDTH = textWidth(MARGIN);

/**
 * The pack as a Word document (ECMA-376): automatic numbers at every level, references as REF fields to bookmarks, a page for each
 * schedule. The same pack gives the same bytes.
 */
export async function renderPackDocx(pack: PackView): Promise<Uint8Array> {
  const names = bookmarkNames(pack);
  const inline = (text: readonly Inline[]) => text.flatMap((part) => childrenOf(part, names));
  const document = new Document({
    title: pack.title,
    ...AUTHOR,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, language: { value: LANGUAGE } } },
        title: { run: { size: 36, bold: true, color: ACCENT }, paragraph: { spacing: { after: 240 } } },
        heading1: { run: { size: 26, bold: true, color: ACCENT }, paragraph: { spacing: { before: 360, after: 120 } } },
        heading2: {
          run: { size: 21, bold: true, color: "000000" },
          paragraph: { spacing: { before: 220, after: 80 } },
        },
        heading3: { run: { size: 20, bold: true, color: ACCENT }, paragraph: { spacing: { before: 180, after: 80 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: CLAUSES,
          levels: [
            { ...level(0, "%1.", 0), start: pack.parts[0]?.clauses[0]?.number ?? 1 },
            level(1, "%1.%2", 0),
            level(2, "(%3)", 1),
          ],
        },
        { reference: PARTIES, levels: [level(0, "(%1)", 0)] },
      ],
    },
    sections: [
      {
        properties: { page: sheet(MARGIN) },
        headers: { default: new Header({ children: [runningHead(pack.title)] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: pack.title }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Parties" }),
          ...pack.parties.map((text) => numbered(PARTIES, 0, [new TextRun(text)])),
          ...(pack.opening.length > 0 ? [new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Background" })] : []),
          ...pack.opening.map((text) => body(inline(text))),
          ...pack.parts.flatMap(({ title, clauses }) => [
            ...(clauses.length === 1 && clauses[0]?.heading === title
              ? []
              : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, keepNext: true })]),
            ...clauses.flatMap((clause) => clauseBlocks(clause, names, inline)),
          ]),
          ...signatureBlocks(pack.signatures),
          ...pack.schedules.flatMap((schedule) => scheduleBlocks(schedule, names, inline)),
        ],
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), NO_DATE, { "word/document.xml": countedBookmarks });
}

interface Target {
  readonly bookmark: string;
  readonly isClause: boolean;
  readonly number: string;
}

type Names = ReadonlyMap<string, Target>;
type Render = (text: readonly Inline[]) => ParagraphChild[];

/** Bookmark names are short words; Word hides those that begin with an underscore. */
function bookmarkNames({ parts, schedules }: PackView): Names {
  const clauses = parts.flatMap((part) => part.clauses);
  const names = new Map<string, Target>();
  for (const { anchor, number } of clauses)
    names.set(anchor, { bookmark: `_Clause${number}`, isClause: true, number: String(number) });
  schedules.forEach(({ anchor, label }, i) => {
    names.set(anchor, { bookmark: `_Schedule${i + 1}`, isClause: false, number: label });
  });
  return names;
}

/** "clause 12 (Patching)": number and heading are fields, so that they follow when clauses move. */
function childrenOf({ text, ref }: Inline, names: Names): ParagraphChild[] {
  const target = ref === undefined ? undefined : names.get(ref);
  if (!target) return [new TextRun(text)];
  if (!target.isClause) return [new SimpleField(`REF ${target.bookmark} \\h`, text)];
  const heading = /\((.*)\)$/.exec(text)?.[1] ?? "";
  return [
    new TextRun("clause "),
    new SimpleField(`REF ${target.bookmark} \\r \\h`, target.number),
    new TextRun(" ("),
    new SimpleField(`REF ${target.bookmark} \\h`, heading),
    new TextRun(")"),
  ];
}

function clauseBlocks(clause: PackClause, names: Names, inline: Render): Paragraph[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      numbering: { reference: CLAUSES, level: 0 },
      keepNext: true,
      children: [marked(clause.anchor, clause.heading, names)],
    }),
    ...clause.definitions.map(({ term, text }) =>
      body(
        [new TextRun({ text: `“${term}”`, bold: true }), new TextRun(" means "), ...inline(text), new TextRun(".")],
        567,
      ),
    ),
    ...clause.paragraphs.map(({ level: depth, text }) => numbered(CLAUSES, depth, inline(text))),
  ];
}

function scheduleBlocks(
  { anchor, label, title, blocks }: PackSchedule,
  names: Names,
  inline: Render,
): (Paragraph | Table)[] {
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore: true,
      children: [marked(anchor, `${label} (${title})`, names)],
    }),
    ...blocks.flatMap((block, i) => blockOf(block, inline, blocks[i + 1]?.kind === "table")),
  ];
}

function blockOf(block: ScheduleBlock, inline: Render, isBeforeTable: boolean): (Paragraph | Table)[] {
  if (block.kind === "paragraph") return [body(inline(block.text), 0, isBeforeTable)];
  if (block.kind === "heading")
    return [new Paragraph({ heading: HeadingLevel.HEADING_3, keepNext: true, children: inline(block.text) })];
  return [docxTable(block.rows, WIDTH, block.widths), new Paragraph({ spacing: { after: 60 } })];
}

function signatureBlocks(parties: readonly string[]): Paragraph[] {
  if (parties.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Signatures", keepNext: true }),
    ...parties.flatMap((party) => [
      new Paragraph({ text: `Signed for ${party}`, keepNext: true, spacing: { before: 240, after: 360 } }),
      signatureLine("Signature:", true),
      signatureLine("Name and title:", true),
      signatureLine("Date:", false),
    ]),
  ];
}

/** A label with a line to write on. */
function signatureLine(label: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    children: [new TextRun(label), new TextRun({ children: [new Tab(), new Tab()] })],
    tabStops: [
      { type: "left", position: 1700 },
      { type: "left", position: 7000, leader: LeaderType.UNDERSCORE },
    ],
    keepNext,
    spacing: { after: 240 },
  });
}

function marked(anchor: string, text: string, names: Names): Bookmark {
  return new Bookmark({ id: names.get(anchor)?.bookmark ?? anchor, children: [new TextRun(text)] });
}

function numbered(reference: string, depth: number, children: ParagraphChild[]): Paragraph {
  return new Paragraph({ children, numbering: { reference, level: depth }, spacing: { after: 120 } });
}

function body(children: ParagraphChild[], left = 0, keepNext = false): Paragraph {
  return new Paragraph({ children, indent: { left }, spacing: { after: 120 }, keepNext });
}

function level(at: number, text: string, depth: number) {
  return {
    level: at,
    format: text.includes("(") && at === 2 ? LevelFormat.LOWER_LETTER : LevelFormat.DECIMAL,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 680 * (depth + 1), hanging: 680 } } },
  } as const;
}
