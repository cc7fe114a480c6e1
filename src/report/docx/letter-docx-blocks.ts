import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { LetterBlock, LetterRemark, LetterRequest, RemarkRow, WordingLine } from "../../model/letter-view.ts";

export const RED = "B00020";
const PALE_RED = "FDF1F2";
const GREY = "666666";
const BAR = { style: BorderStyle.SINGLE, size: 12, color: "B9C3D0", space: 8 };

/** A request: number, subject and place, what the contract says, the wording asked for. */
export function requestBlocks({ number, subject, place, blocks }: LetterRequest): Paragraph[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun(`${number}. ${subject}`), new TextRun({ text: `  (${place})`, bold: false, color: GREY })],
  });
  return [heading, ...blocks.flatMap((block, i) => blockOf(block, blocks[i + 1]?.kind === "wording"))];
}

function blockOf(block: LetterBlock, isBeforeWording: boolean): Paragraph[] {
  if (block.kind === "paragraph") return [textParagraph(block.text, { keepNext: isBeforeWording })];
  const heading =
    block.heading === "" ? [] : [wordingParagraph([new TextRun({ text: block.heading, bold: true })], 0, true)];
  return [...heading, ...block.lines.map(wordingLine)];
}

/** Items stand below the paragraph before them. */
function wordingLine({ label, text }: WordingLine): Paragraph {
  return wordingParagraph([new TextRun(label === "" ? text : `${label}\t${text}`)], label === "" ? 0 : 1, false);
}

function wordingParagraph(children: TextRun[], depth: number, keepNext: boolean): Paragraph {
  return new Paragraph({
    children,
    keepNext,
    border: { left: BAR },
    indent: depth === 0 ? { left: 400 } : { left: 860, hanging: 460 },
    spacing: { after: 80 },
  });
}

export function textParagraph(
  text: string,
  over: { keepNext?: boolean; after?: number; bold?: boolean } = {},
): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, bold: over.bold ?? false })],
    keepNext: over.keepNext ?? false,
    spacing: { after: over.after ?? 100 },
  });
}

/** A remark of our own, in a red box. */
export function remarkBlocks({ title, rows }: LetterRemark, banner: string, width: number): (Paragraph | Table)[] {
  return [remarkTable([{ name: banner, lines: [title] }, ...rows], width, true), textParagraph("")];
}

/** Names on the left, what is said on the right; the first row stands out. */
export function remarkTable(rows: readonly RemarkRow[], width: number, hasHead: boolean): Table {
  const columns = [Math.round(width * 0.22), width - Math.round(width * 0.22)];
  const line = { style: BorderStyle.SINGLE, size: 4, color: "E3B5BB" };
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(({ name, lines }, row) => {
      const isHead = hasHead && row === 0;
      return new TableRow({
        cantSplit: true,
        children: [[name], lines].map(
          (texts, i) =>
            new TableCell({
              width: { size: columns[i] ?? width, type: WidthType.DXA },
              margins: { top: 40, bottom: 40, left: 100, right: 100 },
              shading: { type: ShadingType.CLEAR, color: "auto", fill: isHead ? "F6D9DC" : PALE_RED },
              children: texts.map(
                (text) =>
                  new Paragraph({
                    keepNext: isHead,
                    children: [
                      new TextRun({ text, size: 17, bold: isHead || i === 0, ...(isHead ? { color: RED } : {}) }),
                    ],
                  }),
              ),
            }),
        ),
      });
    }),
  });
}
