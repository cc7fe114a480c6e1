import {
  BorderStyle,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { CLAUSE_LIST, RECITAL_LIST, TEXT_WIDTH } from "./docx-styles.ts";
import { type Head, type Part, runsOf, type Source } from "./source.ts";

/** The body of the DOCX: title, then every part in order. Clause numbers come from the list, never from the text. */
export function docxBody(source: Source): (Paragraph | Table)[] {
  const { head } = source;
  return [
    new Paragraph({ style: "DocTitle", text: head.title }),
    new Paragraph({ style: "DocSubtitle", text: head.subtitle ?? "" }),
    ...source.parts.flatMap((part) => partNodes(part, head)),
  ];
}

function partNodes(part: Part, head: Head): (Paragraph | Table)[] {
  switch (part.kind) {
    case "clause": {
      const direct =
        head.numbering === "direct" ? { numbering: { reference: CLAUSE_LIST, level: part.level - 1 } } : {};
      return [new Paragraph({ style: `Clause${part.level}`, children: runs(part.text), ...direct })];
    }
    case "recital":
      return [
        new Paragraph({
          style: "Recital",
          children: runs(part.text),
          numbering: { reference: RECITAL_LIST, level: 0 },
        }),
      ];
    case "heading":
      return [new Paragraph({ style: "PartHeading", children: runs(part.text) })];
    case "subheading":
      return [new Paragraph({ style: "SubHeading", children: runs(part.text) })];
    case "text":
      return [new Paragraph({ children: runs(part.text) })];
    case "definition":
      return [new Paragraph({ style: "Definition", children: runs(part.text) })];
    case "bullet":
      return [new Paragraph({ children: runs(part.text), bullet: { level: 0 } })];
    case "table":
      return [table(part.widths, part.rows), new Paragraph({ text: "" })];
    case "signature":
      return signature(part.text);
    case "page-break":
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return part satisfies never;
  }
}

function table(shares: readonly number[], rows: readonly (readonly string[])[]): Table {
  const widths = shares.map((share) => Math.round((TEXT_WIDTH * share) / 100));
  const edge = { style: BorderStyle.SINGLE, size: 4, color: "8A97A8" };
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: edge, bottom: edge, left: edge, right: edge, insideHorizontal: edge, insideVertical: edge },
    rows: rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: row.map((text, column) => cell(text, widths[column] ?? 0, at === 0)),
        }),
    ),
  });
}

function cell(text: string, width: number, header: boolean): TableCell {
  const lines = text.split("<br>");
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 90, right: 90 },
    ...(header ? { shading: { type: ShadingType.CLEAR, fill: "E6EBF2", color: "auto" } } : {}),
    children: lines.map((line) => new Paragraph({ style: "TableText", children: runs(header ? `**${line}**` : line) })),
  });
}

function signature(party: string): Paragraph[] {
  const lines = ["Signature:", "Name:", "Position:", "Date:"].map((label) => `${label} ${"_".repeat(42)}`);
  const intro = runs(`Signed by an authorised signatory for and on behalf of **${party}**`);
  return [
    new Paragraph({ children: intro, keepNext: true, spacing: { before: 240 } }),
    ...lines.map((text) => new Paragraph({ text, keepNext: text.startsWith("Date") === false })),
  ];
}

function runs(text: string): TextRun[] {
  return runsOf(text).map((run) => (run.bold ? new TextRun({ text: run.text, bold: true }) : new TextRun(run.text)));
}
