import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  type IStylesOptions,
  Packer,
  Paragraph,
  SimpleField,
} from "docx";
import { fixedZip } from "./fixed-zip.ts";
import { AUTHOR, countedBookmarks, LANGUAGE, NO_DATE, pageNumbers, runningHead, sheet } from "./look.ts";
import type { Xml } from "./xml.ts";

export interface Section {
  readonly kind: "upright" | "landscape";
  readonly content: Xml;
}

interface Particulars {
  readonly title: string;
  readonly subject: string;
  readonly styles: IStylesOptions;
  readonly margin: number;
  /** What stands at the head of each page; "" leaves head and page number out. */
  readonly running: string;
}

/**
 * A Word file with these sections. The frame (styles, sections, head and foot) comes from the docx package, the paragraphs are put in
 * as they are. The same content gives the same bytes.
 */
export async function docxPackage(particulars: Particulars, sections: readonly Section[]): Promise<Uint8Array> {
  const { title, subject, styles, margin, running } = particulars;
  const document = new Document({
    title,
    subject,
    ...AUTHOR,
    keywords: "contract review, gap report",
    styles,
    sections: sections.map(({ kind }, index): ISectionOptions => {
      const own = {
        properties: { page: sheet(margin, kind === "landscape") },
        children: [new Paragraph(placeOf(index))],
      };
      if (index > 0 || running === "") return own;
      // Word shows the chapter of the page at its head; other readers show what is written here.
      const chapter = new SimpleField("STYLEREF 1", "Contract gap report");
      return {
        ...own,
        headers: { default: new Header({ children: [runningHead(`${shortened(running)}  ·  `, chapter)] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
      };
    }),
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)), NO_DATE, {
    "word/document.xml": (xml) => countedBookmarks(filled(xml, sections)),
    "word/styles.xml": (xml) =>
      xml.replace('w:styleId="DefaultParagraphFont"', 'w:styleId="DefaultParagraphFont" w:default="1"'),
    "word/header1.xml": (xml) => xml.replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Header"/>'),
    "docProps/core.xml": (xml) => xml.replace("</dc:creator>", `</dc:creator><dc:language>${LANGUAGE}</dc:language>`),
  });
}

function placeOf(index: number): string {
  return `@section-${index}@`;
}

const PLACE =
  /<w:p>(?:<w:pPr>(<w:sectPr>(?:(?!<\/w:sectPr>).)*<\/w:sectPr>)<\/w:pPr>)?<w:r><w:t xml:space="preserve">@section-(\d+)@<\/w:t><\/w:r><\/w:p>/g;

/** The content of a section goes before the paragraph that ends it. */
function filled(xml: string, sections: readonly Section[]): string {
  return xml.replace(PLACE, (_, end: string | undefined, index: string) => {
    const content = sections[Number(index)]?.content ?? "";
    return end === undefined ? content : `${content}<w:p><w:pPr><w:pStyle w:val="Gap"/>${end}</w:pPr></w:p>`;
  });
}

function shortened(title: string): string {
  const flat = title.replaceAll(/\s+/g, " ");
  return flat.length <= 80 ? flat : `${flat.slice(0, 79).toWellFormed()}…`;
}
