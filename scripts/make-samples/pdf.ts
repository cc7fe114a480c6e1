import pdfmake from "pdfmake";
import { pdfContent } from "./pdf-content.ts";
import type { Head, Source } from "./source.ts";

const FONTS = {
  Times: { normal: "Times-Roman", bold: "Times-Bold", italics: "Times-Italic", bolditalics: "Times-BoldItalic" },
  Helvetica: {
    normal: "Helvetica",
    bold: "Helvetica-Bold",
    italics: "Helvetica-Oblique",
    bolditalics: "Helvetica-BoldOblique",
  },
};

/**
 * One PDF (A4, tagged, standard fonts) with running header and footer. The creation date is the document's own and the
 * file id follows from it, so that the same source gives the same bytes.
 */
export async function renderPdf(source: Source): Promise<Uint8Array> {
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  // pdfkit reads its own metrics of the standard fonts from its package; nothing else is read.
  pdfmake.setLocalAccessPolicy(() => true);
  return new Uint8Array(await pdfmake.createPdf(definition(source)).getBuffer());
}

function definition(source: Source): Record<string, unknown> {
  const { head } = source;
  const created = new Date(`${head.date}T09:00:00Z`);
  return {
    pageSize: "A4",
    pageMargins: [68, 78, 68, 72],
    tagged: true,
    displayTitle: true,
    language: "en-GB",
    version: "1.7",
    info: {
      title: head.title,
      subject: head.reference,
      creator: "clausecheck samples",
      producer: "pdfmake",
      creationDate: created,
      modDate: created,
    },
    defaultStyle: { font: head.font, fontSize: head.font === "Times" ? 11.2 : 10.2, lineHeight: 1.2 },
    header: (page: number) => (head.cover && page === 1 ? null : runningHeader(head)),
    footer: (page: number, pages: number) => (head.cover && page === 1 ? null : runningFooter(head, page, pages)),
    content: pdfContent(source),
  };
}

function runningHeader(head: Head): unknown {
  return {
    margin: [68, 36, 68, 0],
    fontSize: 8,
    color: "#555555",
    columns: [{ text: head.title }, { text: head.reference, alignment: "right" }],
  };
}

function runningFooter(head: Head, page: number, pages: number): unknown {
  return {
    margin: [68, 26, 68, 0],
    fontSize: 8,
    color: "#555555",
    columns: [
      { text: head.footer, width: "*" },
      { text: `Page ${page} of ${pages}`, alignment: "right", width: 80 },
    ],
  };
}
