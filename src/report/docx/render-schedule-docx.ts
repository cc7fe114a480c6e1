import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ScheduleView } from "../../model/schedule.ts";
import { fixedZip } from "./fixed-zip.ts";
import { ACCENT, AUTHOR, FONT, HEAD_FILL, LANGUAGE, NO_DATE, pageNumbers, sheet, textWidth } from "./look.ts";

const CLAUSES = "clauses";
const PROPOSED = "FFF4D6";
const MARGIN = 1134;
const WIDTH = textWidth(MARGIN, true);

/** The schedule as a Word document (ECMA-376): automatic numbers, head rows that repeat, proposals shaded and named. */
export async function renderScheduleDocx(schedule: ScheduleView): Promise<Uint8Array> {
  const document = new Document({
    title: schedule.title,
    ...AUTHOR,
    styles: {
      default: {
        document: { run: { font: FONT, size: 19, language: { value: LANGUAGE } } },
        title: { run: { size: 32, bold: true, color: ACCENT }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { size: 24, bold: true, color: ACCENT }, paragraph: { spacing: { before: 280, after: 100 } } },
      },
    },
    numbering: {
      config: [
        {
          reference: CLAUSES,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 567, hanging: 567 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: { page: sheet(MARGIN, true) },
        footers: { default: new Footer({ children: [pageNumbers({})] }) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: schedule.title }),
          ...schedule.paragraphs.map(
            (text) => new Paragraph({ text, numbering: { reference: CLAUSES, level: 0 }, spacing: { after: 120 } }),
          ),
          ...(schedule.note === ""
            ? []
            : [new Paragraph({ children: [new TextRun({ text: schedule.note, italics: true })] })]),
          ...schedule.tables.flatMap(({ title, heads, widths, rows }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: title, keepNext: true }),
            tableOf(heads, widths, rows),
          ]),
        ],
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), NO_DATE);
}

function tableOf(
  heads: readonly string[],
  widths: readonly number[],
  rows: ScheduleView["tables"][number]["rows"],
): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / total) * WIDTH));
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, i) => cell(head, columns[i] ?? 0, { bold: true, fill: HEAD_FILL })),
      }),
      ...rows.map(
        ({ cells, isProposal }) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, i) => cell(text, columns[i] ?? 0, { fill: isProposal ? PROPOSED : undefined })),
          }),
      ),
    ],
  });
}

function cell(text: string, width: number, look: { bold?: boolean; fill?: string | undefined }): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    ...(look.fill ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: look.fill } } : {}),
    children: [new Paragraph({ children: [new TextRun({ text, bold: look.bold ?? false })] })],
  });
}
