import {
  AlignmentType,
  type INumberingOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";
import type { Head } from "./source.ts";

/** Twips of text width on A4 with the margins of the samples. */
export const TEXT_WIDTH = 11906 - 2 * 1304;

const ACCENT = "1F3A5F";

/** The list that every clause of a DOCX sample hangs on. */
export const CLAUSE_LIST = "clauses";
export const RECITAL_LIST = "recitals";

/** Multilevel numbering 1. / 1.1 / (a) / (i), and (A) for recitals. */
export function docxNumbering(): INumberingOptions["config"] {
  const level = (
    at: number,
    format: (typeof LevelFormat)[keyof typeof LevelFormat],
    text: string,
    left: number,
    hanging: number,
  ) => ({
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging } }, run: at === 0 ? { bold: true, color: ACCENT } : {} },
  });
  return [
    {
      reference: CLAUSE_LIST,
      levels: [
        level(0, LevelFormat.DECIMAL, "%1.", 680, 680),
        level(1, LevelFormat.DECIMAL, "%1.%2", 680, 680),
        level(2, LevelFormat.LOWER_LETTER, "(%3)", 1247, 567),
        level(3, LevelFormat.LOWER_ROMAN, "(%4)", 1814, 567),
      ],
    },
    { reference: RECITAL_LIST, levels: [level(0, LevelFormat.UPPER_LETTER, "(%1)", 680, 680)] },
  ];
}

/** Paragraph styles by name; clause styles carry the number themselves where the head says `numbering: style`. */
export function docxStyles(head: Head): IStylesOptions {
  const font = head.font === "Times" ? "Times New Roman" : "Arial";
  const size = head.font === "Times" ? 22 : 19;
  const list = (level: number) => (head.numbering === "style" ? { numbering: { reference: CLAUSE_LIST, level } } : {});
  const style = (id: string, name: string, more: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: "Normal",
    next: id,
    quickFormat: true,
    ...more,
  });
  const bold = { bold: true, color: ACCENT };
  return {
    default: {
      document: {
        run: { font, size, language: { value: "en-GB" } },
        paragraph: { spacing: { after: 110, line: 264, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: [
      style("DocTitle", "Document Title", {
        run: { ...bold, size: 36 },
        paragraph: { spacing: { after: 60, line: 264, lineRule: LineRuleType.AUTO } },
      }),
      style("DocSubtitle", "Document Subtitle", {
        run: { color: "555555", size: 20 },
        paragraph: { spacing: { after: 280 } },
      }),
      style("PartHeading", "Part Heading", {
        run: { ...bold, size: 24 },
        paragraph: {
          keepNext: true,
          spacing: { before: 280, after: 140 },
          outlineLevel: 0,
          alignment: AlignmentType.CENTER,
        },
      }),
      style("SubHeading", "Sub Heading", {
        run: { bold: true },
        paragraph: { keepNext: true, spacing: { before: 160, after: 80 } },
      }),
      style("Clause1", "Clause Level 1", {
        run: bold,
        paragraph: { keepNext: true, spacing: { before: 200, after: 100 }, outlineLevel: 1, ...list(0) },
      }),
      style("Clause2", "Clause Level 2", { paragraph: { alignment: AlignmentType.BOTH, ...list(1) } }),
      style("Clause3", "Clause Level 3", { paragraph: { alignment: AlignmentType.BOTH, ...list(2) } }),
      style("Clause4", "Clause Level 4", { paragraph: { alignment: AlignmentType.BOTH, ...list(3) } }),
      style("Recital", "Recital", { paragraph: { alignment: AlignmentType.BOTH } }),
      style("Definition", "Definition", { paragraph: { alignment: AlignmentType.BOTH, indent: { left: 680 } } }),
      style("TableText", "Table Text", {
        run: { size: 17 },
        paragraph: { spacing: { before: 40, after: 40, line: 240 } },
      }),
      style("Running", "Running Header", { run: { size: 16, color: "555555" }, paragraph: { spacing: { after: 0 } } }),
    ],
  };
}
