import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import { HEAD_FILL } from "./look.ts";

/** Letters beyond which a long cell asks for no more width: it is broken into lines anyway. */
const MOST = 60;
/** Twips of a letter, wide and bold ones included, and of a cell's margins. */
const LETTER = 125;
const MARGIN = 100;

/**
 * A table over the width given in twips, its first row repeated on each page and never alone at the foot of one. Columns have the
 * shares given or are as wide as their words call for.
 */
export function docxTable(rows: readonly (readonly string[])[], total: number, shares?: readonly number[]): Table {
  const columns = shares ? divided(total, shares) : widthsOf(rows, total);
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: columns.map(
            (width, i) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                margins: { top: 60, bottom: 60, left: MARGIN, right: MARGIN },
                ...(row === 0 ? { shading: { fill: HEAD_FILL } } : {}),
                children: [
                  new Paragraph({
                    keepNext: row === 0,
                    children: [new TextRun({ text: cells[i] ?? "", bold: row === 0 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}

/** Each column has room for its longest word; what is left goes to those with long cells. */
export function widthsOf(rows: readonly (readonly string[])[], total: number): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: count }, (_, i) => rows.map((row) => row[i] ?? ""));
  const least = columns.map((cells) => longest(cells.flatMap((cell) => cell.split(/\s+/))) * LETTER + 2 * MARGIN);
  const rest = total - least.reduce((sum, width) => sum + width, 0);
  if (rest <= 0) return divided(total, least);
  const extra = divided(
    rest,
    columns.map((cells) => Math.min(longest(cells), MOST)),
  );
  return least.map((width, i) => width + (extra[i] ?? 0));
}

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length));
}

/** Whole numbers in the ratio of the shares. */
function divided(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => Math.round((share / sum) * total));
}
