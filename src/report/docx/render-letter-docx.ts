import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  type Table,
  TextRun,
} from "docx";
import type { InternalLetterView, LetterRemark, LetterView } from "../../model/letter-view.ts";
import { printable } from "../printable.ts";
import { fixedZip } from "./fixed-zip.ts";
import { RED, remarkBlocks, remarkTable, requestBlocks, textParagraph } from "./letter-docx-blocks.ts";
import { docxTable } from "./table.ts";

type Block = Paragraph | Table;
/** What stands below a request or a question. */
type Remarks = (about: LetterRemark["about"], number: number) => Block[];

const ACCENT = "1F3A5F";
const GREY = "666666";
const MARGIN = 1304;
/** Twips of text width on A4. */
const WIDTH = 11906 - 2 * MARGIN;
const NO_DATE = "2000-01-01";

/** The letter as a Word document (ECMA-376), to be sent. The same letter gives the same bytes. */
export async function renderLetterDocx(letter: LetterView): Promise<Uint8Array> {
  const own = printable(letter);
  return packed(
    own,
    own.title,
    { default: new Header({ children: [running(own.running)] }), first: new Header({ children: [] }) },
    [...letterBlocks(own), ...annexBlocks(own, () => [])],
  );
}

/** The same letter with our remarks in red boxes, and a red banner at the head of every page: never to be sent. */
export async function renderInternalLetterDocx(view: InternalLetterView): Promise<Uint8Array> {
  const { letter, title, banner, remarks, accepted } = printable(view);
  const header = () => new Header({ children: [bannerParagraph(banner), running(letter.running)] });
  const below: Remarks = (about, number) =>
    remarks
      .filter((remark) => remark.about === about && remark.number === number)
      .flatMap((remark) => remarkBlocks(remark, banner, WIDTH));
  return packed(letter, title, { default: header(), first: header() }, [
    ...letterBlocks(letter),
    ...annexBlocks(letter, below),
    ...(accepted.rows.length === 0
      ? []
      : [heading(accepted.title, true), textParagraph(accepted.lead), remarkTable(accepted.rows, WIDTH, false)]),
  ]);
}

async function packed(
  { author }: LetterView,
  title: string,
  headers: { default: Header; first: Header },
  children: Block[],
): Promise<Uint8Array> {
  const footer = () => new Footer({ children: [pageNumbers()] });
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: {
      default: {
        document: { run: { font: "Arial", size: 20, language: { value: "en-GB" } } },
        title: { run: { size: 28, bold: true, color: ACCENT }, paragraph: { spacing: { before: 120, after: 160 } } },
        heading1: { run: { size: 26, bold: true, color: ACCENT }, paragraph: { spacing: { before: 360, after: 160 } } },
        heading2: {
          run: { size: 21, bold: true, color: "000000" },
          paragraph: { spacing: { before: 260, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        headers,
        footers: { default: footer(), first: footer() },
        children,
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), NO_DATE);
}

function letterBlocks(letter: LetterView): Paragraph[] {
  const lines = (texts: readonly string[], after: number) =>
    texts.map((text, i) => textParagraph(text, { after: i === texts.length - 1 ? after : 0 }));
  return [
    ...lines(letter.from, 240),
    ...lines([letter.date], 240),
    ...lines(letter.to, 320),
    textParagraph(letter.salutation, { after: 160 }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: letter.title }),
    ...[...letter.opening, ...letter.closing].map((text) => textParagraph(text, { after: 140 })),
    textParagraph(letter.farewell, { keepNext: true, after: 800 }),
    ...lines(letter.signature, 0),
  ];
}

function annexBlocks({ list, requests, questions, terms }: LetterView, below: Remarks): Block[] {
  return [
    ...(list.title === "" ? [] : [heading(list.title, true), docxTable(list.rows, WIDTH, [6, 44, 50])]),
    ...(requests.title === "" ? [] : [heading(requests.title, true)]),
    ...requests.items.flatMap((request) => [...requestBlocks(request), ...below("request", request.number)]),
    // A letter of questions only begins them on a page of their own, as it does requests.
    ...(questions.title === "" ? [] : [heading(questions.title, requests.title === "")]),
    ...questions.items.flatMap(({ number, text }) => [numbered(number, text), ...below("question", number)]),
    ...(terms.title === "" ? [] : [heading(terms.title, false), textParagraph(terms.lead)]),
    ...terms.items.map((text) => textParagraph(text)),
  ];
}

function heading(text: string, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, text, pageBreakBefore, keepNext: true });
}

function numbered(number: number, text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun(`${number}.\t${text}`)],
    indent: { left: 460, hanging: 460 },
    spacing: { after: 100 },
  });
}

function bannerParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    shading: { type: ShadingType.CLEAR, color: "auto", fill: RED },
    spacing: { after: 80 },
    children: [new TextRun({ text, bold: true, size: 24, color: "FFFFFF" })],
  });
}

function running(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: { after: 200 },
    children: [new TextRun({ text, size: 16, color: GREY })],
  });
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        size: 16,
        color: GREY,
        children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}
