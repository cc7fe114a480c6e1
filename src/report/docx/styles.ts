import type { IStylesOptions } from "docx";
import { barInk, LINK, RULE, SOFT, verdictInk } from "./ink.ts";
import { ACCENT, FONT, LANGUAGE } from "./look.ts";

/** The words of the contract and of a clause; sans serif is ours. */
const SERIF = "Cambria";
const SIGNS = "Segoe UI Symbol";
const MONO = "Consolas";

type Style = Omit<NonNullable<IStylesOptions["paragraphStyles"]>[number], "id">;

const quote = (color: string, size = 12): Style["paragraph"] => ({
  indent: { left: 284 },
  spacing: { after: 90, line: 252, lineRule: "auto" },
  border: { left: { style: "single", size, color, space: 8 } },
});
const headline = (size: number, before: number, after: number, outlineLevel: number, color = ACCENT): Style => ({
  name: `heading ${outlineLevel + 1}`,
  basedOn: "Normal",
  next: "Normal",
  quickFormat: true,
  run: { size, bold: true, color },
  paragraph: { keepNext: true, keepLines: true, spacing: { before, after }, outlineLevel },
});
const contents = (level: number, left: number, bold: boolean): Style => ({
  name: `toc ${level}`,
  basedOn: "Normal",
  next: "Normal",
  run: { size: 16, bold },
  paragraph: { spacing: { before: bold ? 50 : 0, after: 10 }, indent: { left, hanging: level === 3 ? 170 : 0 } },
});
const own = (name: string, style: Omit<Style, "name"> = {}): Style => ({
  name,
  basedOn: "Normal",
  quickFormat: true,
  ...style,
});

const PARAGRAPHS = {
  Normal: { name: "Normal", quickFormat: true, paragraph: { spacing: { after: 80, line: 259, lineRule: "auto" } } },
  Title: own("Title", {
    run: { size: 40, font: SERIF, color: "000000" },
    paragraph: { spacing: { after: 160, line: 240, lineRule: "auto" } },
  }),
  Heading1: headline(28, 400, 120, 0),
  Heading2: headline(24, 320, 100, 1),
  Heading3: headline(21, 300, 40, 2, "000000"),
  Heading4: headline(19, 220, 30, 3, "000000"),
  TOC1: contents(1, 0, true),
  TOC2: contents(2, 113, false),
  TOC3: contents(3, 397, false),
  Header: own("header", { run: { size: 16, color: SOFT } }),
  Kind: own("Kind", {
    run: { size: 18, color: SOFT },
    paragraph: { spacing: { after: 60 }, border: { top: { style: "single", size: 18, color: "000000", space: 6 } } },
  }),
  Particulars: own("Particulars", {
    paragraph: {
      spacing: { after: 20 },
      indent: { left: 1701, hanging: 1701 },
    },
  }),
  MainSentence: own("Main Sentence", {
    run: { size: 30, bold: true },
    paragraph: { spacing: { before: 280, after: 80, line: 252, lineRule: "auto" } },
  }),
  Reservation: own("Reservation", {
    paragraph: { indent: { left: 170 }, border: { left: { style: "double", size: 6, color: "000000", space: 8 } } },
  }),
  Stamp: own("Verdict Line", { paragraph: { keepNext: true, spacing: { after: 50 } } }),
  Why: own("Why It Matters", { run: { color: SOFT } }),
  Accepted: own("Accepted Shortfall", {
    paragraph: { indent: { left: 170 }, border: { left: { style: "dashed", size: 8, color: SOFT, space: 8 } } },
  }),
  Label: own("Label", {
    run: { size: 17, bold: true, color: ACCENT },
    paragraph: { keepNext: true, spacing: { before: 110, after: 30 } },
  }),
  Labelled: own("Labelled", { paragraph: { spacing: { before: 80, after: 50 } } }),
  Item: own("Item", { paragraph: { spacing: { after: 30 }, indent: { left: 170, hanging: 170 } } }),
  Place: own("Place of Quote", {
    run: { size: 17 },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 70, after: 15 } },
  }),
  Quote: own("Quote", { run: { font: SERIF, size: 20 }, paragraph: quote(RULE) ?? {} }),
  QuoteWeak: { ...own("Quote Weak"), basedOn: "Quote", paragraph: quote(barInk("partial"), 24) ?? {} },
  QuoteAdverse: { ...own("Quote Adverse"), basedOn: "Quote", paragraph: quote(verdictInk("adverse"), 24) ?? {} },
  SuggestedClause: own("Suggested Clause", {
    run: { font: SERIF, size: 20 },
    paragraph: {
      indent: { left: 170, right: 170 },
      spacing: { after: 0, line: 259, lineRule: "auto" },
      shading: { type: "clear", color: "auto", fill: "EEF3F8" },
      border: {
        top: { style: "single", size: 4, color: "EEF3F8", space: 3 },
        bottom: { style: "single", size: 4, color: "EEF3F8", space: 3 },
        left: { style: "single", size: 18, color: ACCENT, space: 8 },
      },
    },
  }),
  Caption: own("caption", {
    run: { size: 18, bold: true },
    paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
  }),
  TableText: own("Table Text", {
    run: { size: 17 },
    paragraph: { spacing: { after: 0, line: 245, lineRule: "auto" } },
  }),
  TableHead: {
    ...own("Table Head"),
    basedOn: "TableText",
    run: { bold: true, size: 16 },
    paragraph: { keepNext: true },
  },
  Small: own("Small", { run: { size: 16, color: SOFT }, paragraph: { spacing: { before: 60 } } }),
  Gap: own("Gap", { run: { size: 8 }, paragraph: { spacing: { after: 0, line: 100, lineRule: "exact" } } }),
} satisfies Readonly<Record<string, Style>>;

const CHARACTERS = {
  DefaultParagraphFont: { name: "Default Paragraph Font" },
  LabelWords: { name: "Label Words", run: { size: 17, bold: true, color: ACCENT } },
  Mark: { name: "Mark", run: { font: SIGNS } },
  Hyperlink: { name: "Hyperlink", run: { color: LINK } },
  Hash: { name: "Hash", run: { font: MONO, size: 14 } },
  ContractWords: { name: "Words of the Contract", run: { font: SERIF } },
};

interface FixedLook {
  /** In half points. */
  readonly size: number;
  /** Height of a line and room around a paragraph, in twips. */
  readonly line: number;
  readonly before?: number;
  readonly after?: number;
}

/** The look of the one page. */
export const SHEET = {
  Kind: { size: 17, line: 230, after: 30 },
  Title: { size: 34, line: 410, after: 60 },
  Particulars: { size: 18, line: 240 },
  Heading1: { size: 27, line: 340, before: 150, after: 40 },
  Heading2: { size: 21, line: 280, before: 140, after: 50 },
  MainSentence: { size: 23, line: 300, after: 30 },
  Normal: { size: 18, line: 236, after: 30 },
  Reservation: { size: 18, line: 236, after: 30 },
  TableText: { size: 17, line: 222 },
  TableHead: { size: 16, line: 222 },
  Item: { size: 17, line: 230 },
  Small: { size: 15, line: 195, before: 60 },
} as const satisfies Partial<Record<keyof typeof PARAGRAPHS, FixedLook>>;

export type ParagraphStyle = keyof typeof PARAGRAPHS;
export type CharacterStyle = keyof typeof CHARACTERS;

/** The styles of the report, each with the name under which Word lists it. */
export const REPORT_STYLES: IStylesOptions = stylesOf(PARAGRAPHS);

/** The same styles with lines of a fixed height, so that it is known beforehand what fits on a page. */
export const SHEET_STYLES: IStylesOptions = stylesOf({
  ...PARAGRAPHS,
  ...Object.fromEntries(
    Object.entries(SHEET).map(([id, look]) => [id, fixed(PARAGRAPHS[id as keyof typeof SHEET], look)]),
  ),
});

function fixed(style: Style, { size, line, before = 0, after = 0 }: FixedLook): Style {
  return {
    ...style,
    run: { ...style.run, size },
    paragraph: { ...style.paragraph, spacing: { before, after, line, lineRule: "exact" } },
  };
}

function stylesOf(paragraphs: Readonly<Record<string, Style>>): IStylesOptions {
  return {
    default: { document: { run: { font: FONT, size: 19, language: { value: LANGUAGE } } } },
    paragraphStyles: Object.entries(paragraphs).map(([id, style]) => ({ id, ...style })),
    characterStyles: Object.entries(CHARACTERS).map(([id, style]) => ({ id, ...style })),
  };
}
